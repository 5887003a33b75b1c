"""E18 and E19: the paths that a case's author wrote are played, and earn what they say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from redflags.case_json import case_json
from redflags.rules import case_names
from redflags.rules.case_parts import PATHS, case_problem
from redflags.simulation.marks import in_time, mark
from redflags.simulation.path import path_log
from redflags.simulation.step import LONGEST_WAIT, STAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from redflags.problem import Problem
    from redflags.reading import Content, Place

TOLERANCE = 0.005
_ASSERTED = (
    *("thoroughness", "efficiency", "timeliness", "harm"),
    *("lead_before", "lead_after", "safety", "neuro"),
)


def check(content: Content) -> Iterator[Problem]:
    """Play both paths of every case whose names are in order."""
    for name in content.cases:
        if any(True for _ in case_names.of_case(content, name, content.cases[name])):
            continue
        whole = case_json(content, name)
        earned = {}
        for which in PATHS:
            place = content.places["case", name].under("paths", which)
            log, state = path_log(whole, whole["paths"][which])
            earned[which] = mark(whole, state)
            yield from _played(name, place, state, log, expert=which == "expert")
            if "final" in state["stages"]:
                yield from _marks(name, place.under("marks"), whole["paths"][which]["marks"], earned[which])
            if which == "expert":
                yield from _expert(name, content.places["case", name], whole, state, earned[which])
        if whole["safety"] and (kept := _idle(whole)) != "failed":
            yield case_problem(
                name,
                content.places["case", name].under("safety", "within"),
                "E18",
                f"whoever does nothing at all is not failed by the safety rule ({kept})",
                "count from the start, or from a flag that a transition sets if nobody acts",
            )
        if _as_good(earned["careless"], earned["expert"]):
            yield case_problem(
                name,
                content.places["case", name].under("paths", "careless"),
                "E19",
                "the careless path loses nothing beside the expert's",
                "let it miss or harm",
            )


def _played(name: str, place: Place, state: dict[str, Any], log: list[Any], *, expert: bool) -> Iterator[Problem]:
    """Check that a path can be walked to its end."""
    for event in state["timeline"]:
        if event["kind"] == "refused":
            why = {
                "ended": "the story has ended",
                "done": "it was done before",
                "asked": "a stage waits for its answer",
            }
            reason = why.get(event["reason"], event["reason"])
            yield _at_step(name, place, event["action"], f"`{event['action'] or 'wait'}` is refused: {reason}")
        elif event["kind"] == "turned-away" and expert:
            yield _at_step(
                name, place, event["action"], f"`{event['action']}` is turned away: what it needs isn't there"
            )
    if "final" not in state["stages"]:
        where = f"it stops after {state['clock']} minutes and {len(log)} entries"
        yield case_problem(
            name,
            place.under("steps"),
            "E19",
            f"the path doesn't end: {where}",
            "add an act that ends the case, or wait until `limit`",
        )


def _at_step(name: str, place: Place, action: str | None, message: str) -> Problem:
    steps = place.document.data["paths"][place.path[-1]]["steps"]
    at = max((number for number, step in enumerate(steps) if step == action), default=0)
    found = place.under("steps", at).problem(message, "`redflags play` shows the path minute by minute")
    return replace(
        case_problem(name, place, "E19", ""), line=found.line, text=found.text, message=message, remedy=found.remedy
    )


def _marks(name: str, place: Place, asserted: dict[str, Any], earned: dict[str, Any]) -> Iterator[Problem]:
    """Compare what a path earns with what its author says."""
    for key in _ASSERTED:
        says, has = asserted[key], earned[key]
        same = (
            abs(says - has) <= TOLERANCE
            if isinstance(says, int | float) and isinstance(has, int | float)
            else says == has
        )
        if not same:
            yield case_problem(
                name,
                place.under(key),
                "E19",
                f"the path earns {key} {_shown(has)}, the file asserts {_shown(says)}",
                "leave the mark out" if has is None else f"write `{key}: {_shown(has)}`, or mend the path",
            )


def _shown(value: float | str | None) -> str:
    return "none" if value is None else f"{value:.3g}" if isinstance(value, float) else str(value)


def _expert(
    name: str, place: Place, whole: dict[str, Any], state: dict[str, Any], earned: dict[str, Any]
) -> Iterator[Problem]:
    """Check that the expert keeps every time limit and does no harm."""
    for at, action in enumerate(whole["actions"]):
        if action["window"] and in_time(action["window"], [action["id"]], state) is False:
            yield case_problem(
                name,
                place.under("actions", at, "window"),
                "E18",
                f"the expert's path has no result of `{action['id']}` within its {action['window']['minutes']} minutes",
                "order it earlier in the path",
            )
    for key, wanted in (("harm", 0), ("lead_after", 1)):
        if earned[key] != wanted:
            yield case_problem(
                name,
                place.under("paths", "expert"),
                "E19",
                f"the expert's path has {key} {earned[key]}",
                f"it must be {wanted}",
            )
    if earned["safety"] == "failed":
        yield case_problem(
            name,
            place.under("paths", "expert"),
            "E18",
            "the expert's path fails the safety rule",
            "order one of its acts earlier",
        )


def _idle(whole: dict[str, Any]) -> str:
    """Return what the safety rule says of somebody who waits until time is up."""
    stages = {stage: {"ranks": [whole["diagnoses"][0]["id"]], "cancer": 50} for stage in STAGES}
    waits = [{"wait": LONGEST_WAIT}] * (whole["limit"] // LONGEST_WAIT + 1)
    _, state = path_log(whole, {"steps": waits, "stages": stages})
    kept: str = mark(whole, state)["safety"]
    return kept


def _as_good(careless: dict[str, Any], expert: dict[str, Any]) -> bool:
    """Whether the careless path earns as much in every mark."""
    more = all((careless[key] or 0) >= (expert[key] or 0) for key in ("thoroughness", "efficiency", "timeliness"))
    return more and careless["harm"] <= expert["harm"] and careless["safety"] == expert["safety"]
