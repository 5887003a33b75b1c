"""What the rules see of a case: every name that it uses, and all its texts, each with its place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from redflags.model.case.reasoning import VOICES
from redflags.model.text import RichText
from redflags.rules.catalogue import severity_of
from redflags.rules.parts import without_roles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from redflags.model.case import Case
    from redflags.model.case.condition import When
    from redflags.problem import Problem
    from redflags.reading import Content, Place

Path = tuple[str | int, ...]
Named = tuple[str, Path, str]
"""Kind (finding, diagnosis, act, flag, objective), place, name."""
STAGES = ("opening", "bedside", "decision", "final")
PATHS = ("expert", "careless")


def names(case: Case) -> Iterator[Named]:
    """Return every name that a case uses, beside those of the catalogue."""
    for at, objective in enumerate(case.objectives):
        yield "objective", ("objectives", at), objective
    yield from _in_acts(case)
    yield from _in_course(case)
    yield from _in_thought(case)
    yield from _in_paths(case)


def _flags(when: When | None, at: Path) -> Iterator[Named]:
    for key in ("flags", "without") if when else ():
        yield from (("flag", (*at, key, number), flag) for number, flag in enumerate(getattr(when, key)))


def _in_acts(case: Case) -> Iterator[Named]:
    for at, action in enumerate(case.actions):
        here = ("actions", at)
        yield from _flags(action.needs, (*here, "needs"))
        if action.window and action.window.since:
            yield "flag", (*here, "window", "from"), action.window.since
        for order, outcome in enumerate(action.gives):
            yield from _flags(outcome.when, (*here, "gives", order, "when"))
            for number, finding in enumerate(outcome.findings):
                yield "finding", (*here, "gives", order, "findings", number), finding


def _in_course(case: Case) -> Iterator[Named]:
    for at, transition in enumerate(case.transitions):
        here = ("transitions", at)
        yield from _flags(transition.when, (*here, "when"))
        yield from (("flag", (*here, "unless", number), flag) for number, flag in enumerate(transition.unless))
        if transition.since:
            yield "flag", (*here, "since"), transition.since
    for at, ending in enumerate(case.epilogue):
        yield from _flags(ending.when, ("epilogue", at, "when"))
    if case.safety:
        yield from (("act", ("safety", "any_of", at), act) for at, act in enumerate(case.safety.any_of))
        if case.safety.within.since:
            yield "flag", ("safety", "within", "from"), case.safety.within.since


def _in_thought(case: Case) -> Iterator[Named]:
    for finding, weights in case.script.items():
        yield "finding", ("script", finding), finding
        yield from (("diagnosis", ("script", finding, diagnosis), diagnosis) for diagnosis in weights)
    for key, found in (("for", case.pause.for_), ("against", case.pause.against)):
        yield from (("finding", ("pause", key, at), finding) for at, finding in enumerate(found))
    for at, update in enumerate(case.reference.updates):
        yield "finding", ("reference", "updates", at, "finding"), update.finding
    for path, ranks in rankings(case):
        yield from (("diagnosis", (*path, at), diagnosis) for at, diagnosis in enumerate(ranks))


def _in_paths(case: Case) -> Iterator[Named]:
    for which in PATHS:
        for at, step in enumerate(getattr(case.paths, which).steps):
            if isinstance(step, str):
                yield "act", ("paths", which, "steps", at), step


def rankings(case: Case) -> Iterator[tuple[Path, list[str]]]:
    """Return every ranked differential: the expert's, and those of the paths."""
    for stage in STAGES:
        yield ("experts", stage), getattr(case.experts, stage)
        for which in PATHS:
            answer = getattr(getattr(case.paths, which).stages, stage)
            if answer:
                yield ("paths", which, "stages", stage, "ranks"), answer.ranks


def flags_set(case: Case) -> set[str]:
    """Return every flag that something sets."""
    return {
        *case.flags,
        *(flag for action in case.actions for flag in action.sets),
        *(flag for transition in case.transitions for flag in transition.then.sets),
    }


@dataclass(frozen=True)
class CaseText:
    """One text of a case."""

    case: str
    place: Place
    text: str
    outside: str
    """Without its `{ev}` roles."""
    roles: tuple[str, ...]
    story: bool
    """Whether it is the invented person's, and no statement about people."""

    def problem(self, rule: str, message: str, remedy: str) -> Problem:
        """Make a problem of a rule at this text."""
        return case_problem(self.case, self.place, rule, message, remedy)


def case_problem(case: str, place: Place, rule: str, message: str, remedy: str = "") -> Problem:
    """Make a problem of a rule in a case, which its author can waive there."""
    found = place.problem(message, remedy)
    return replace(found, rule=rule, severity=severity_of(rule), item=as_item(case))


def as_item(case: str) -> str:
    """Return the name under which problems of a case are waived; no item's id has a blank."""
    return f"case {case}"


def case_texts(content: Content) -> Iterator[CaseText]:
    """Return every text of every case, in the order of the file's parts."""
    for name, case in content.cases.items():
        place = content.places["case", name]
        for story, path, text in (
            *((True, *one) for one in _story(case)),
            *((False, *one) for one in _told(case)),
        ):
            if isinstance(text, RichText):
                roles = tuple(entry for entry, _ in text.citations())
                yield CaseText(name, place.under(*path), text.plain(), without_roles(text), roles, story)
            elif text:
                yield CaseText(name, place.under(*path), text, text, (), story)


def _story(case: Case) -> Iterator[tuple[Path, RichText | str | None]]:
    yield ("title",), case.title
    yield ("setting",), case.setting
    yield ("person", "life"), case.person.life
    yield ("opening",), case.opening
    yield from ((("diagnoses", at, "text"), diagnosis.text) for at, diagnosis in enumerate(case.diagnoses))
    yield from ((("findings", at, "text"), finding.text) for at, finding in enumerate(case.findings))
    for at, action in enumerate(case.actions):
        yield ("actions", at, "label"), action.label
        yield ("actions", at, "needs", "say"), action.needs.say if action.needs else None
        yield from (
            (("actions", at, "gives", number, "text"), outcome.text) for number, outcome in enumerate(action.gives)
        )
    for at, transition in enumerate(case.transitions):
        yield ("transitions", at, "then", "text"), transition.then.text
    yield from ((("epilogue", at, "text"), ending.text) for at, ending in enumerate(case.epilogue))
    yield from ((("pause", "absent", at, "text"), absence.text) for at, absence in enumerate(case.pause.absent))


def _told(case: Case) -> Iterator[tuple[Path, RichText | str | None]]:
    yield from ((("actions", at, "why"), action.why) for at, action in enumerate(case.actions))
    yield ("reference", "says"), case.reference.says
    yield ("safety", "why"), case.safety.why if case.safety else None
    yield ("debrief", "representation"), case.debrief.representation
    yield from ((("debrief", "features", at), feature) for at, feature in enumerate(case.debrief.features))
    yield from ((("debrief", "points", at), point) for at, point in enumerate(case.debrief.points))
    for voice in (*VOICES, "unknown"):
        yield ("debrief", voice), getattr(case.debrief, voice)
