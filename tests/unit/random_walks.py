"""Random ways through a case: sensible, senseless and hostile entries of a log, as somebody might make or send them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from redflags.simulation import initial
from redflags.simulation.step import apply

if TYPE_CHECKING:
    import random

Json = dict[str, Any]
MOST_ENTRIES = 1_000
"""A walk that isn't at its end by then has met a dead end: of the latest entries half wait for a week."""
_PATIENCE = 120
_HOSTILE: list[Any] = [
    None,
    [],
    "order",
    {"do": "order"},
    {"do": "order", "action": "__proto__"},
    {"do": "order", "action": ["ask"]},
    {"do": "wait", "minutes": None},
    {"do": "wait", "minutes": 0},
    {"do": "wait", "minutes": 1.5},
    {"do": "wait", "minutes": True},
    {"do": "wait", "minutes": "60"},
    {"do": "stage", "stage": "final", "ranks": [], "cancer": 1},
    {"do": "stage", "stage": None, "ranks": None, "cancer": None},
    {"do": "pin", "finding": "no such", "as": "for"},
    {"do": "pause", "absent": "x" * 2001},
    {"do": "write", "text": 7},
    {"do": "fly"},
]


def walk(rng: random.Random, case: Json) -> tuple[list[Any], Json]:
    """Return a log that leads to the end of a case, and its state.

    Raises
    ------
    AssertionError
        The clock ran backwards, or there was no way on.
    """
    state = initial(case)
    log: list[Any] = []
    while "final" not in state["stages"]:
        assert len(log) < MOST_ENTRIES, "a dead end"
        entry = _entry(rng, case, state, late=len(log) > _PATIENCE)
        before = state["clock"]
        apply(case, state, entry)
        assert state["clock"] >= before, "the clock ran backwards"
        log.append(entry)
    return log, state


def _entry(rng: random.Random, case: Json, state: Json, *, late: bool) -> Any:
    chance = rng.random()
    if chance < 0.03:
        return rng.choice(_HOSTILE)
    if state["asked"] and chance < 0.9:
        names = [diagnosis["id"] for diagnosis in case["diagnoses"]]
        ranks = rng.sample(names, rng.randint(1, min(5, len(names))))
        return {"do": "stage", "stage": state["asked"], "ranks": ranks, "cancer": rng.randint(0, 100)}
    if late and chance < 0.5:
        return {"do": "wait", "minutes": 10080}
    if chance < 0.17:
        return _aside(rng, case)
    # Early endings are dull: most walks go on for a while.
    acts = [action["id"] for action in case["actions"] if not action["ends"] or late or rng.random() < 0.2]
    return {"do": "order", "action": rng.choice(acts)}


def _aside(rng: random.Random, case: Json) -> Any:
    """Return an entry that is no act."""
    finding = rng.choice(case["findings"])["id"]
    return rng.choice(
        [
            {"do": "wait"},
            {"do": "wait", "minutes": rng.choice([15, 60, 60.0, 720])},
            {"do": "pin", "finding": finding, "as": rng.choice(["for", "against", "unknown", None, "perhaps"])},
            {"do": "pause", "absent": "No fever."},
            {"do": "write", "text": "A man, \U0001f68c 58."},
        ]
    )
