"""The vignette: W13 and W24."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from redflags.rules.parts import asked_items
from redflags.rules.words import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from redflags.problem import Problem
    from redflags.reading import Content

FEWEST, MOST = 8, 150
PERSON = re.compile(
    r"\b\d{1,3}-(?:year|month|week|day)-old\b|,\s\d{1,3}(?=[,.])|\baged? \d|\b\d{1,3} years old"
    r"|\b(?:person|man|woman|girl|boy) of \d",
    re.IGNORECASE,
)
"""An invented person with an age: what follows in the stem is their own story."""

# Age, complaint, findings and tests only: sex and setting stand with the age, and history may come with it too
# ("a teacher with lung cancer"), so that their order can't be judged by words.
ORDER = (
    ("the age", PERSON),
    ("the complaint", re.compile(
        r"\b(pain|ache|hurts?|weak|numb|tingl\w+|heavy|unsteady|fever|can't walk)", re.IGNORECASE)),
    ("the findings", re.compile(
        r"\b(on examination|examination is|reflexes|power|tender|sensation|pinprick|anal tone|straight leg)",
        re.IGNORECASE)),
    ("the tests", re.compile(
        r"\b((MRI|CT|X-rays?) shows?|(ESR|CRP|PSA|calcium|haemoglobin) is)\b", re.IGNORECASE)),
)  # fmt: skip


def check(content: Content) -> Iterator[Problem]:
    """Check every stem."""
    for asked in asked_items(content):
        text = asked.item.stem.plain()
        count = len(text.split())
        # In a case, the record tells the story.
        if not asked.item.seen and not FEWEST <= count <= MOST:
            yield asked.problem(
                ("stem",), "W13", f"the stem has {count} words", f"keep it between {FEWEST} and {MOST} words"
            )
        yield from (
            asked.problem(("stem",), "W24", f"{later} stands before {earlier}", "age, complaint, findings, tests")
            for earlier, later in out_of_order(text)
        )


def out_of_order(text: str) -> Iterator[tuple[str, str]]:
    """Return the pairs of a vignette's parts that stand the wrong way round; a text about nobody has none."""
    if not PERSON.search(text):
        return
    parts = sentences(text)
    first = [
        (name, next((number for number, part in enumerate(parts) if pattern.search(part)), None))
        for name, pattern in ORDER
    ]
    stands = [(name, place) for name, place in first if place is not None]
    for number, (earlier, place) in enumerate(stands):
        yield from ((earlier, later) for later, other in stands[number + 1 :] if other < place)
