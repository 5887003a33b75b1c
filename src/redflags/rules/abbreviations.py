"""W15: an abbreviation is written out in the item, or in its chapter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from redflags.rules.parts import asked_items, passages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from redflags.problem import Problem
    from redflags.reading import Content

KNOWN = frozenset(
    # Better known than what they stand for, to every reader of this course.
    "AIDS BMJ CT DNA HIV MRI NHS NICE UK US USA ID OK PDF".split()
)
# Levels and guideline numbers hold digits, so they are not abbreviations here.
ABBREVIATION = re.compile(r"(?<![\w-])([A-Z][A-Za-z]?[A-Z]{1,5})s?(?![\w])")
_TEMPLATE = re.compile(r"\{[^{}]*\}")


def check(content: Content) -> Iterator[Problem]:
    """Check every item against itself and its chapter."""
    for asked in asked_items(content):
        chapter = "\n".join(content.pages.get(f"book/{content.quizzes[asked.quiz].chapter}.md", []))
        found = {passage.path: _TEMPLATE.sub("", passage.text) for passage in passages(asked.item)}
        own = "\n".join(found.values())
        said: set[str] = set()
        for path, text in found.items():
            for short in undefined(text, f"{own}\n{chapter}", said):
                yield asked.problem(path, "W15", f"{short} is written out neither here nor in the chapter",
                                    f"write: full words ({short})")  # fmt: skip


def undefined(text: str, where: str, said: set[str]) -> Iterator[str]:
    """Return the abbreviations of a text that a wider text doesn't write out, and add them to those that were said."""
    for match in ABBREVIATION.finditer(text):
        short = match[1]
        if short not in KNOWN | said and not defines(where, short):
            said.add(short)
            yield short


def defines(text: str, short: str) -> bool:
    """Whether a text sets an abbreviation beside its words: "words (ABC", "ABC (words", "words, ABC"."""
    name = re.escape(short)
    shapes = (
        rf"\w \({name}s?\b",
        rf"\b{name}s? \((?=[a-z])[^)]*[a-z]{{4}}",
        rf"\b{name}s?, [a-z]+ [a-z]+",
        rf"[a-z]{{4}}, {name}\b",
    )
    return any(re.search(shape, text) for shape in shapes)
