"""What would have been: a log played again with one act, and what hung on it, some hours earlier."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from redflags.simulation.advance import advance, run_on
from redflags.simulation.condition import holds
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
    # Moved so early that nobody is ready: such an order waits, and comes as soon as it can.
    early: list[str] = []
    for place in sorted(range(len(orders)), key=lambda place: (times[place], place)):
        name = orders[place][1]
        _pass(case, state, early, times[place])
        if state["ended"] is not None:
            break
        if place in moved and not _ready(case, state, name):
            early.append(name)
        else:
            apply(case, state, {"do": "order", "action": name})
        _follow(case, state, early)
    _pass(case, state, early, case["limit"] + 1)
    state["asked"] = None
    run_on(case, state)
    return state


def _pass(case: Json, state: Json, early: list[str], until: int) -> None:
    """Let time pass, and those who wait follow as soon as what they need is there."""
    while state["ended"] is None and state["clock"] < until:
        due = state["pending"][0]["due"] if early and state["pending"] else until
        advance(case, state, min(until, due))
        _follow(case, state, early)


def _follow(case: Json, state: Json, early: list[str]) -> None:
    """Order what waits and can be done now, the first first."""
    while state["ended"] is None:
        ready = next((name for name in early if _ready(case, state, name)), None)
        if ready is None:
            return
        early.remove(ready)
        apply(case, state, {"do": "order", "action": ready})


def _ready(case: Json, state: Json, name: str) -> bool:
    """Whether what an act needs holds now."""
    act = next(one for one in case["actions"] if one["id"] == name)
    return act["needs"] is None or holds(act["needs"], state)


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
