"""E16, E18 and E20: a case betrays nothing, has enough to choose from, and takes its time limits from the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from redflags.model.case.action import Kind, Worth
from redflags.rules.case_parts import case_problem
from redflags.rules.words import content_words, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from redflags.model.case import Case
    from redflags.model.case.action import Action, Window
    from redflags.problem import Problem
    from redflags.reading import Content, Place

KINDS, MISTAKES, NEUTRAL = 5, 3, 2
"""Fewest kinds of act, wasteful or harmful acts, neutral acts."""
COLUMNS = (3, 5)
"""Fewest and most diagnoses of the illness scripts."""
OPENING = (40, 120)
"""Fewest and most words of an opening."""
MINUTES = {
    unit: size
    for size, units in (
        (1, ("min", "minute", "minutes")),
        (60, ("h", "hour", "hours")),
        (1440, ("d", "day", "days")),
        (10080, ("week", "weeks")),
    )
    for unit in units
}
_SAYS_NOTHING = content_words(
    "spine spinal back pain bone cord nerve root roots vertebra vertebral lumbar thoracic lower upper pressing presses "
    "pressure compression disease young adult from onto with older common person"
)
"""Words that stand in answers and tell nobody which it is."""


def check(content: Content) -> Iterator[Problem]:
    """Check every case."""
    for name, case in content.cases.items():
        place = content.places["case", name]
        yield from _leaks(name, case, place)
        yield from _enough(content, name, case, place)
        yield from _thought(name, case, place)
        for path, window in windows(case):
            yield from _limit(content, name, place.under(*path), window)


def windows(case: Case) -> Iterator[tuple[tuple[str | int, ...], Window]]:
    """Return every time limit of a case with its place."""
    for at, action in enumerate(case.actions):
        if action.window:
            yield ("actions", at, "window"), action.window
    if case.safety:
        yield ("safety", "within"), case.safety.within


def _leaks(name: str, case: Case, place: Place) -> Iterator[Problem]:
    """Check what a learner sees before the answer is known."""
    telling = content_words(case.answer.text) - _SAYS_NOTHING
    shown = [
        ((), "file's name", name.replace("-", " ")),
        (("title",), "title", case.title),
        (("setting",), "setting", case.setting),
        *((("actions", at, "label"), "act", action.label or "") for at, action in enumerate(case.actions)),
    ]
    for path, what, text in shown:
        told = sorted(word for word in words(text) if content_words(word) & telling)
        if told:
            remedy = "name the encounter, not the disease" if what != "act" else "name the act without the disease"
            yield case_problem(
                name, place.under(*path), "E16", f"the {what} says {told[0]!r}, as the answer does", remedy
            )


def _enough(content: Content, name: str, case: Case, place: Place) -> Iterator[Problem]:
    """Check that right and wrong can be told apart by doing."""
    kinds = set()
    for at, action in enumerate(case.actions):
        shared = content.actions.get(action.use or "")
        kind = action.kind or (shared.kind if shared else None)
        kinds.add(kind)
        if action.ends and kind not in (None, Kind.DISPOSITION):
            yield case_problem(
                name,
                place.under("actions", at, "ends"),
                "E20",
                "only a disposition ends a case",
                "remove `ends`, or make it a disposition",
            )
        if action.window and Worth.CRITICAL not in worths(action):
            yield case_problem(
                name,
                place.under("actions", at, "window"),
                "E20",
                "only a critical act has a time limit",
                "remove `window`, or make the act critical",
            )
    values = [worths(action) for action in case.actions]
    harmful = sum(Worth.HARMFUL in value for value in values)
    for found, fewest, what in (
        (len(kinds), KINDS, "kinds of act"),
        (sum(bool(value & {Worth.WASTEFUL, Worth.HARMFUL}) for value in values), MISTAKES, "wasteful or harmful acts"),
        (harmful, 1, "harmful act"),
        (sum(Worth.NEUTRAL in value for value in values), NEUTRAL, "neutral acts"),
        (sum(action.ends for action in case.actions), 1, "act that ends the case"),
    ):
        if found < fewest:
            yield case_problem(
                name,
                place.under("actions"),
                "E20",
                f"{found} {what}; at least {fewest}",
                "add what a learner could also have done",
            )


def worths(action: Action) -> set[Worth]:
    """Return all that an act can be worth."""
    return {action.value, *(outcome.value for outcome in action.gives if outcome.value)}


def _thought(name: str, case: Case, place: Place) -> Iterator[Problem]:
    """Check what the debrief compares a learner with."""

    def short(path: tuple[str | int, ...], message: str, remedy: str) -> Problem:
        return case_problem(name, place.under(*path), "E20", message, remedy)

    if case.experts.final[0] != case.answer.id:
        yield short(
            ("experts", "final"),
            "the expert's last ranking doesn't begin with the answer",
            f"put `{case.answer.id}` first",
        )
    columns = {diagnosis for weights in case.script.values() for diagnosis in weights}
    if not COLUMNS[0] <= len(columns) <= COLUMNS[1]:
        yield short(
            ("script",),
            f"the script compares {len(columns)} diagnoses; {COLUMNS[0]} to {COLUMNS[1]} can be read",
            "drop or add some",
        )
    if case.answer.id not in columns:
        yield short(("script",), "the script leaves out the answer", f"add `{case.answer.id}`")
    count = len(case.opening.plain().split())
    if not OPENING[0] <= count <= OPENING[1]:
        yield short(
            ("opening",),
            f"the opening has {count} words; {OPENING[0]} to {OPENING[1]}",
            "what you see, and the first words",
        )
    for at, point in enumerate(case.debrief.points):
        if not point.citations():
            yield short(("debrief", "points", at), "a management point without a source", "cite it: {ev}`ID`")


def _limit(content: Content, name: str, place: Place, window: Window) -> Iterator[Problem]:
    """Check that the register holds a time limit's number."""
    entry = content.evidence.get(window.evidence)
    if entry is None:
        return
    held = [
        (number * MINUTES[value.unit], f"{key} = {number:g} {value.unit}")
        for key, value in entry.values.items()
        if value.unit in MINUTES and not isinstance(value.value, str)
        for number in (value.value if isinstance(value.value, list) else [value.value])
    ]
    if not any(minutes == window.minutes for minutes, _ in held):
        known = ", ".join(words for _, words in held) or "no time at all"
        yield case_problem(
            name,
            place.under("minutes"),
            "E18",
            f"{window.evidence} does not say {window.minutes} minutes",
            f"it holds: {known}",
        )
