"""What options say: E05, E06, W02, W03, W12, W19, W22; of these E06 and W22 for the spans of a highlight too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from redflags.model.items import Grouping, MatrixMultipleResponse
from redflags.rules.parts import asked_items, choices, spans
from redflags.rules.words import plain_form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from redflags.problem import Problem
    from redflags.reading import Content
    from redflags.rules.parts import Asked, Choices

ALL_OR_NONE = re.compile(r"\b(all|none|both|neither) of (the above|these|them)\b", re.IGNORECASE)
# "Not at all" and "all three" measure and don't claim a rule.
ABSOLUTE = re.compile(
    r"\b(always|never|(?<!at )all(?! (?:two|three|four|five|six)\b)|none|only|every|completely|totally|impossible"
    r"|certainly|invariably)\b",
    re.IGNORECASE,
)
VAGUE = re.compile(
    r"\b(usually|often|sometimes|rarely|frequently|occasionally|commonly|seldom|generally)\b", re.IGNORECASE
)
HEDGE = re.compile(r"\b(may|might|could|possibly|perhaps) be\b|\b(may|might)\b", re.IGNORECASE)
# With one of these the longer option says something else, not more of the same.
TURNS = frozenset("not no without if unless only except before after than until never instead rather".split())
FEWEST, MOST = 3, 5


def check(content: Content) -> Iterator[Problem]:
    """Check every list of options."""
    for asked in asked_items(content):
        for group in choices(asked.item):
            yield from _words(asked, group)
            yield from _same(asked, group)
            yield from _number(asked, group)
            yield from _hedge(asked, group)
        for group in spans(asked.item):
            # A note says "as he always did": its absolutes, frequencies and lengths are its writer's, and no cue.
            # One span may well hold another's words.
            yield from _same(asked, group, inside=False)
            yield from _hedge(asked, group)
        yield from _gain(asked)


def _words(asked: Asked, group: Choices) -> Iterator[Problem]:
    """E05, W02, W03: words that give an option away or say nothing."""
    for number, text in enumerate(group.words):
        at = group.at(number)
        if ALL_OR_NONE.search(text):
            yield asked.problem(
                at, "E05", '"all/none of the above" as an option', "say what the option claims by itself"
            )
        elif found := ABSOLUTE.search(text):
            yield asked.problem(at, "W02", f"the absolute term {found[0]!r} in an option", "say it without")
        if found := VAGUE.search(text):
            yield asked.problem(at, "W03", f"the vague frequency {found[0]!r} in an option", "give the number")


def _same(asked: Asked, group: Choices, *, inside: bool = True) -> Iterator[Problem]:
    """E06: two options are one, apart from case, articles and punctuation, or (if `inside`) one holds the other."""
    forms = [plain_form(text) for text in group.words]
    for number, form in enumerate(forms):
        for other, longer in enumerate(forms):
            if number == other or f" {form} " not in f" {longer} ":
                continue
            if form == longer and number < other:
                yield asked.problem(group.at(other), "E06", f"two options say the same: {longer!r}", "drop one")
            elif inside and form != longer and not TURNS & set(longer.replace(form, "", 1).split()):
                yield asked.problem(
                    (*group.path, other),
                    "E06",
                    f"this option holds another: {group.words[number]!r}",
                    "make them exclude each other",
                )


def _number(asked: Asked, group: Choices) -> Iterator[Problem]:
    """W12: how many options."""
    total = len(group.options)
    if group.key is not None and not FEWEST <= total <= MOST:
        yield asked.problem(group.path, "W12", f"{total} options", f"use {FEWEST} to {MOST}")


def _gain(asked: Asked) -> Iterator[Problem]:
    """W19: selecting everything earns marks, in an item or in one of its columns or groups, which are marked apart."""
    for path, what, rights in _plus_minus(asked):
        right, total = sum(rights), len(rights)
        if right * 2 > total:
            message = f"{right} of {total} {what} are right: selecting all earns {2 * right - total} of {right}"
            yield asked.problem(path, "W19", message, "add wrong ones")


def _plus_minus(asked: Asked) -> Iterator[tuple[tuple[str | int, ...], str, list[bool]]]:
    """Return what is marked +/- together: where it stands, what it is, and which of it is right."""
    item = asked.item
    if isinstance(item, MatrixMultipleResponse):
        for place, column in enumerate(item.columns):
            yield ("columns", place), f"rows in {column!r}", [column in row.key for row in item.rows]
    elif isinstance(item, Grouping):
        for place, name in enumerate(item.groups):
            yield ("groups", place), f"options for {name!r}", [name in option.groups for option in item.options]
    elif item.type == "select-all":
        yield ("options",), "options", [option.correct for option in item.options]
    for group in spans(item):
        yield group.path, "spans", [option.correct for option in group.options]


def _hedge(asked: Asked, group: Choices) -> Iterator[Problem]:
    """W22: only what is right is hedged."""
    hedged = [bool(HEDGE.search(text)) for text in group.words]
    right = [option.correct for option in group.options]
    if any(hedged) and all(key for key, hedge in zip(right, hedged, strict=True) if hedge):
        yield asked.problem(group.at(hedged.index(True)), "W22", "only the key is hedged", "hedge all or none")
