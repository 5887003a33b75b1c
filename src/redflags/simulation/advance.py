"""Time: the one place where it moves, and what happens of itself while it does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from redflags.simulation.condition import first_that_holds, holds

if TYPE_CHECKING:
    from collections.abc import Sequence

_RESULT, _TRANSITION = 0, 1


def advance(case: dict[str, Any], state: dict[str, Any], until: int) -> None:
    """Let time pass, in place; past the case's limit the story ends."""
    _run(case, state, min(until, case["limit"]))
    if until > case["limit"]:
        state["pending"] = []
        state["ended"] = "time"
        happened(state, "time-up")
        state["asked"] = "final" if "decision" in state["stages"] else "decision"


def run_on(case: dict[str, Any], state: dict[str, Any]) -> None:
    """Let the story go on by itself to its end, in place, and tell how it ended."""
    _run(case, state, case["limit"])
    happened(state, "epilogue", epilogue=first_that_holds(case["epilogue"], state))


def happened(state: dict[str, Any], kind: str, **more: Any) -> None:
    """Write an event into the timeline."""
    state["timeline"].append({"at": state["clock"], "kind": kind, **more})


def raise_flags(state: dict[str, Any], flags: Sequence[str]) -> None:
    """Set flags; the first time counts."""
    for flag in flags:
        state["flag_times"].setdefault(flag, state["clock"])
    state["flags"] = sorted(state["flag_times"])


def _run(case: dict[str, Any], state: dict[str, Any], goal: int) -> None:
    while (due := _next(case, state)) and due[0] <= goal:
        at, kind, place = due
        state["clock"] = at
        if kind == _RESULT:
            _deliver(case, state, state["pending"].pop(place)["action"])
        else:
            _happen(case, state, place)
    state["clock"] = goal


def _next(case: dict[str, Any], state: dict[str, Any]) -> tuple[int, int, int] | None:
    """Return minute, kind and place of what is due next: results come before transitions of the same minute."""
    found = [(state["pending"][0]["due"], _RESULT, 0)] if state["pending"] else []
    for place, transition in enumerate(case["transitions"]):
        if place not in state["fired"]:
            since = transition["since"]
            start = 0 if since is None else state["flag_times"].get(since)
            if start is not None:
                found.append((max(start + transition["after"], state["clock"]), _TRANSITION, place))
    return min(found, default=None)


def _deliver(case: dict[str, Any], state: dict[str, Any], name: str) -> None:
    action = next(action for action in case["actions"] if action["id"] == name)
    outcome = first_that_holds(action["gives"], state)
    known = {finding["id"] for finding in state["findings"]}
    for finding in action["gives"][outcome]["findings"]:
        if finding not in known:
            known.add(finding)
            state["findings"].append({"id": finding, "at": state["clock"]})
    raise_flags(state, action["sets"])
    happened(state, "result", action=name, outcome=outcome)


def _happen(case: dict[str, Any], state: dict[str, Any], place: int) -> None:
    transition = case["transitions"][place]
    state["fired"].append(place)
    if any(flag in state["flags"] for flag in transition["unless"]) or not holds(transition["when"], state):
        return
    change = transition["then"]
    for key in ("neuro", "pain"):
        if change[key] is not None:
            state[key] = change[key]
    raise_flags(state, change["sets"])
    happened(state, "transition", transition=place)
