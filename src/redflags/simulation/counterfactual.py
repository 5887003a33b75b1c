"""What would have been: a log played again with one act, and what hung on it, some hours earlier."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from redflags.simulation.advance import advance, run_on
from redflags.simulation.step import apply, initial

if TYPE_CHECKING:
    from collections.abc import Iterable

Json = dict[str, Any]


def counterfactual(case: Json, log: Iterable[Any], action: str, hours: int) -> Json:
    """Return the state at the story's end had an act been ordered so many hours earlier."""
    orders, played = _orders(case, log)
    moved = _moved(case, orders, action)
    times = [max(0, at - 60 * hours) if place in moved else at for place, (at, _) in enumerate(orders)]
    state = initial(case)
    state["stages"], state["asked"] = dict(played["stages"]), None
    for place in sorted(range(len(orders)), key=lambda place: (times[place], place)):
        if state["ended"] is None and state["clock"] < times[place]:
            advance(case, state, times[place])
        if state["ended"] is None:
            apply(case, state, {"do": "order", "action": orders[place][1]})
    if state["ended"] is None:
        advance(case, state, case["limit"] + 1)
    state["asked"] = None
    run_on(case, state)
    return state


def _orders(case: Json, log: Iterable[Any]) -> tuple[list[tuple[int, str]], Json]:
    """Return when each act that came about was ordered, and the log's last state."""
    state = initial(case)
    orders = []
    for entry in log:
        before, seen = state["clock"], len(state["timeline"])
        apply(case, state, entry)
        if any(event["kind"] == "ordered" for event in state["timeline"][seen:]):
            orders.append((before, entry["action"]))
    return orders, state


def _moved(case: Json, orders: list[tuple[int, str]], action: str) -> set[int]:
    """Return the places of the first order of an act, and of the later ones that need what it or they bring about."""
    acts = {one["id"]: one for one in case["actions"]}
    moved: set[int] = set()
    brought: set[str] = set()
    for place, (_, name) in enumerate(orders):
        needs = acts[name]["needs"]
        if (not moved and name == action) or brought.intersection(needs["flags"] if needs else ()):
            moved.add(place)
            brought.update(acts[name]["sets"])
    return moved
