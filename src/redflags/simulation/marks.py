"""What a played case earns: parts that stand beside each other, and no total."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from redflags.simulation.overlap import rank_biased_overlap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Json = dict[str, Any]
WEIGHTS = {"critical": 2, "useful": 1}
"""What an act counts for in thoroughness."""
_HARM_TO_NONE = 2
"""So many harmful acts bring the radar's "harmless" down to nothing."""

RUBRIC = {
    "thoroughness": "The acts that matter here and that you did, over all that matter; a critical act counts "
    "twice as much as a useful one. What was useful only at the right moment counts only then.",
    "efficiency": "Of the acts that you did, the share that was critical or useful. Neutral acts, such as a "
    "greeting, are not counted against you.",
    "timeliness": "Critical acts with a guideline's time limit whose result was in by then, over all that have one.",
    "harm": "Each harmful act is a point off. It is not bought back by anything else.",
    "lead_before": "Whether your first diagnosis was the right one when you decided.",
    "lead_after": "Whether it was after the pause.",
    "concordance": "How alike your ranking and the expert's are at each stage: rank-biased overlap with p = 0.8, "
    "in which the first ranks weigh most (Webber, Moffat and Zobel 2010).",
    "safety": "Failed if none of the named acts was done in time, whatever else was right.",
}
"""The rubric, as it is printed in every debrief."""


def mark(case: Json, state: Json) -> Json:
    """Return the marks of a state, whether or not it is the last."""
    acts = {action["id"]: action for action in case["actions"]}
    worth = _worth(acts, state)
    good = [name for name, value in worth.items() if value in WEIGHTS]
    counted = [name for name, value in worth.items() if value != "neutral"]
    harm = sum(_value(acts[event["action"]], event["outcome"]) == "harmful" for event in _results(state))
    answer = next(diagnosis["id"] for diagnosis in case["diagnoses"] if diagnosis["answer"])
    most = sum(_weight(action) for action in acts.values())
    ordered = [acts[event["action"]] for event in state["timeline"] if event["kind"] == "ordered"]
    final = state["stages"].get("final")
    return {
        "thoroughness": sum(WEIGHTS[worth[name]] for name in good) / most if most else 0,
        "efficiency": len(good) / len(counted) if counted else None,
        "timeliness": _timeliness(acts.values(), state),
        "harm": harm,
        "harmless": max(0, 1 - harm / _HARM_TO_NONE),
        "lead_before": _lead(state["stages"].get("decision"), answer),
        "lead_after": _lead(final, answer),
        "concordance": {
            stage: rank_biased_overlap(state["stages"][stage]["ranks"], ranks) if stage in state["stages"] else None
            for stage, ranks in case["experts"].items()
        },
        "safety": _safety(case["safety"], state),
        "neuro": state["neuro"],
        "minutes": final["at"] if final else state["clock"],
        "cost": sum(action["cost"] for action in ordered),
        "radiation": [
            sum(action["radiation"]["mSv"][end] for action in ordered if action["radiation"]) for end in (0, 1)
        ],
    }


def in_time(window: Json, names: Iterable[str], state: Json) -> bool | None:
    """Whether one of these acts had its result inside a window; None if the window never opened."""
    start = state["flag_times"].get(window["from"]) if window["from"] else 0
    if start is None:
        return None
    wanted = set(names)
    return any(event["action"] in wanted and event["at"] <= start + window["minutes"] for event in _results(state))


def _results(state: Json) -> Iterator[Json]:
    return (event for event in state["timeline"] if event["kind"] == "result")


def _value(action: Json, outcome: int) -> str:
    value: str = action["gives"][outcome]["value"] or action["value"]
    return value


def _worth(acts: Json, state: Json) -> dict[str, str]:
    """Return what each act whose result came in was worth, at its last time."""
    return {event["action"]: _value(acts[event["action"]], event["outcome"]) for event in _results(state)}


def _weight(action: Json) -> int:
    """Return what an act counts for at its best."""
    values = {action["value"], *(outcome["value"] for outcome in action["gives"])}
    return max(WEIGHTS.get(value, 0) for value in values)


def _timeliness(acts: Iterable[Json], state: Json) -> float | None:
    found = [
        kept
        for action in acts
        if action["window"] and (kept := in_time(action["window"], [action["id"]], state)) is not None
    ]
    return sum(found) / len(found) if found else None


def _lead(given: Json | None, answer: str) -> int | None:
    return None if given is None else int(given["ranks"][0] == answer)


def _safety(rule: Json | None, state: Json) -> str:
    kept = in_time(rule["within"], rule["any_of"], state) if rule else None
    return "not-at-stake" if kept is None else "passed" if kept else "failed"
