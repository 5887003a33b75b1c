"""What options say: E05, E06, W02, W03, W12, W19, W22."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from redflags.rules.parts import asked_items, choices
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


def _words(asked: Asked, group: Choices) -> Iterator[Problem]:
    """E05, W02, W03: words that give an option away or say nothing."""
    for number, text in enumerate(group.words):
        at = (*group.path, number)
        if ALL_OR_NONE.search(text):
            yield asked.problem(
                at, "E05", '"all/none of the above" as an option', "say what the option claims by itself"
            )
        elif found := ABSOLUTE.search(text):
            yield asked.problem(at, "W02", f"the absolute term {found[0]!r} in an option", "say it without")
        if found := VAGUE.search(text):
            yield asked.problem(at, "W03", f"the vague frequency {found[0]!r} in an option", "give the number")


def _same(asked: Asked, group: Choices) -> Iterator[Problem]:
    """E06: two options are one, apart from case, articles and punctuation, or one holds the other."""
    forms = [plain_form(text) for text in group.words]
    for number, form in enumerate(forms):
        for other, longer in enumerate(forms):
            if number == other or f" {form} " not in f" {longer} ":
                continue
            if form == longer and number < other:
                yield asked.problem((*group.path, other), "E06", f"two options say the same: {longer!r}", "drop one")
            elif form != longer and not TURNS & set(longer.replace(form, "", 1).split()):
                yield asked.problem(
                    (*group.path, other),
                    "E06",
                    f"this option holds another: {group.words[number]!r}",
                    "make them exclude each other",
                )


def _number(asked: Asked, group: Choices) -> Iterator[Problem]:
    """W12 and W19: how many options, and how many of them are right."""
    total, right = len(group.options), sum(option.correct for option in group.options)
    if group.key is not None and not FEWEST <= total <= MOST:
        yield asked.problem(group.path, "W12", f"{total} options", f"use {FEWEST} to {MOST}")
    if asked.item.type == "select-all" and right * 2 > total:
        gain = f"{2 * right - total} of {right}"
        yield asked.problem(
            group.path, "W19", f"{right} of {total} options are right: selecting all earns {gain}", "add wrong options"
        )


def _hedge(asked: Asked, group: Choices) -> Iterator[Problem]:
    """W22: only what is right is hedged."""
    hedged = [bool(HEDGE.search(text)) for text in group.words]
    right = [option.correct for option in group.options]
    if any(hedged) and all(key for key, hedge in zip(right, hedged, strict=True) if hedge):
        yield asked.problem((*group.path, hedged.index(True)), "W22", "only the key is hedged", "hedge all or none")
