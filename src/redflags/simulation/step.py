"""One entry of a log, and what it does: `step` is the pure function that a whole case is played by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from redflags.simulation.advance import advance, happened, raise_flags, run_on
from redflags.simulation.condition import holds

if TYPE_CHECKING:
    from collections.abc import Iterable

State = dict[str, Any]
Json = dict[str, Any]
AFTER_BEDSIDE = {"test", "treatment", "disposition"}
"""Kinds of act before which the learner says what the bedside told."""
STAGES = ("opening", "bedside", "decision", "final")
LONGEST_WAIT, LONGEST_TEXT, MOST_RANKS = 10080, 2000, 5
_IDLE = 60
"""How long "wait" waits where nothing is due."""


def initial(case: Json) -> State:
    """Return the state in which a case begins."""
    state: State = {
        "clock": 0,
        "neuro": case["state"]["neuro"],
        "pain": case["state"]["pain"],
        "flags": [],
        "flag_times": {},
        "done": {},
        "pending": [],
        "fired": [],
        "findings": [],
        "timeline": [],
        "stages": {},
        "asked": "opening",
        "ended": None,
        "pins": {},
        "absent": "",
        "words": "",
    }
    raise_flags(state, case["flags"])
    happened(state, "opening")
    return state


def step(case: Json, state: State, entry: Any) -> State:
    """Return the state after an entry of the log; the state given stays as it was."""
    after = {
        key: value.copy() if isinstance(value, dict | list) else value  # nothing deeper is ever changed
        for key, value in state.items()
    }
    apply(case, after, entry)
    return after


def replay(case: Json, log: Iterable[Any]) -> State:
    """Return the state after a whole log."""
    state = initial(case)
    for entry in log:
        apply(case, state, entry)
    return state


def apply(case: Json, state: State, entry: Any) -> None:
    """Change a state by one entry; whatever it is, nothing is raised."""
    does = entry.get("do") if isinstance(entry, dict) else None
    if isinstance(does, str) and does in _DO:
        _DO[does](case, state, entry)


def _refuse(state: State, reason: str, action: str | None = None) -> None:
    happened(state, "refused", action=action, reason=reason)


def _order(case: Json, state: State, entry: Json) -> None:
    name = entry.get("action")
    action: Any = next((action for action in case["actions"] if action["id"] == name), None)
    if not isinstance(name, str):
        _refuse(state, "unknown")
    elif reason := _reason(state, action):
        _refuse(state, reason, name)
    elif action["kind"] in AFTER_BEDSIDE and "bedside" not in state["stages"]:
        state["asked"] = "bedside"
    elif action["ends"] and "decision" not in state["stages"]:
        state["asked"] = "decision"
    elif not holds(action["needs"], state):
        happened(state, "turned-away", action=name)
        advance(case, state, state["clock"] + action["minutes"])
    else:
        _do(case, state, action)


def _reason(state: State, action: Any) -> str:
    """Say why nothing can be ordered, or not this."""
    if state["asked"]:
        return "asked"
    if state["ended"]:
        return "ended"
    if action is None:
        return "unknown"
    return "done" if action["id"] in state["done"] and not action["again"] else ""


def _do(case: Json, state: State, action: Json) -> None:
    name = action["id"]
    happened(state, "ordered", action=name)
    state["done"][name] = state["done"].get(name, 0) + 1
    order = sum(state["done"].values())
    advance(case, state, state["clock"] + action["minutes"])
    if state["ended"]:
        return
    due = state["clock"] + action["delay"]
    waiting = [*state["pending"], {"due": due, "order": order, "action": name}]
    state["pending"] = sorted(waiting, key=lambda one: (one["due"], one["order"]))
    advance(case, state, due if action["ends"] else state["clock"])
    if action["ends"] and not state["ended"]:
        state["pending"] = []
        state["ended"] = "acted"
        happened(state, "ended")
        state["asked"] = "final"


def _wait(case: Json, state: State, entry: Json) -> None:
    minutes = _whole(entry.get("minutes"), 1, LONGEST_WAIT)
    if "minutes" in entry and minutes is None:
        _refuse(state, "unknown")
    elif state["asked"] or state["ended"]:
        _refuse(state, "asked" if state["asked"] else "ended")
    else:
        if minutes is None:
            minutes = state["pending"][0]["due"] - state["clock"] if state["pending"] else _IDLE
        happened(state, "waited", minutes=minutes)
        advance(case, state, state["clock"] + minutes)


def _stage(case: Json, state: State, entry: Json) -> None:
    stage, ranks, cancer = entry.get("stage"), entry.get("ranks"), _whole(entry.get("cancer"), 0, 100)
    known = {diagnosis["id"] for diagnosis in case["diagnoses"]}
    fits = (
        isinstance(stage, str)
        and stage == state["asked"]
        and isinstance(ranks, list)
        and 1 <= len(ranks) <= MOST_RANKS
        and all(isinstance(name, str) and name in known for name in ranks)
        and len(set(ranks)) == len(ranks)
        and cancer is not None
    )
    if not fits:
        _refuse(state, "stage")
        return
    state["stages"][stage] = {"ranks": ranks, "cancer": cancer, "at": state["clock"]}
    happened(state, "stage", stage=stage)
    state["asked"] = "final" if stage == "decision" and state["ended"] else None
    if stage == "final":
        run_on(case, state)


def _pin(_case: Json, state: State, entry: Json) -> None:
    finding, where = entry.get("finding"), entry.get("as")
    if not any(known["id"] == finding for known in state["findings"]):
        return
    if where is None and "as" in entry:
        state["pins"].pop(finding, None)
    elif where in ("for", "against", "unknown"):
        state["pins"][finding] = where


def _pause(_case: Json, state: State, entry: Json) -> None:
    _keep(state, "absent", entry.get("absent"))


def _write(_case: Json, state: State, entry: Json) -> None:
    _keep(state, "words", entry.get("text"))


def _keep(state: State, key: str, text: Any) -> None:
    if isinstance(text, str) and len(text) <= LONGEST_TEXT:
        state[key] = text


def _whole(value: Any, low: int, high: int) -> int | None:
    """Return a whole number in a range, or None; JSON's 5.0 is one, as in a browser."""
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return int(value) if number and low <= value <= high and value == int(value) else None


_DO = {"order": _order, "wait": _wait, "stage": _stage, "pin": _pin, "pause": _pause, "write": _write}
