"""W16: how hard a text is to read, by sentence length and syllables.

Flesch-Kincaid grade (Kincaid 1975): 0.39 x words per sentence + 11.8 x syllables per word - 15.59. Libraries for it
bring dictionaries of megabytes; the count of vowel groups below errs by some per cent, which a limit of whole school
years doesn't notice.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from redflags.rules.pages import blocks
from redflags.rules.parts import asked_items, passages
from redflags.rules.words import sentences, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from redflags.problem import Problem
    from redflags.reading import Content

STEM, PATIENT = 16, 12
FEWEST_WORDS = 15
"""A grade of fewer words says more about one long word than about the text."""
_VOWELS = re.compile(r"[aeiouy]+")
_SPOKEN = re.compile(r'[“"]([^“”"]{40,})[”"]')
_SHORT = 3


def check(content: Content) -> Iterator[Problem]:
    """Check every stem, and what is said to a patient: what stands in quotation marks."""
    remedy = "shorter sentences, shorter words"
    for asked in asked_items(content):
        for passage in passages(asked.item):
            if passage.path == ("stem",) and (found := grade(passage.text)) > STEM:
                message = f"reading grade {found:.0f}, at most {STEM} in a stem"
                yield asked.problem(passage.path, "W16", message, remedy)
            for _, found in hard_speech(passage.text):
                yield asked.problem(passage.path, "W16", _spoken(found), remedy)
    for block in blocks(content):
        for at, found in hard_speech(block.text):
            yield block.problem(at, "W16", _spoken(found), remedy)


def _spoken(found: float) -> str:
    return f"words said to a person at reading grade {found:.0f}, at most {PATIENT}"


def hard_speech(text: str) -> Iterator[tuple[int, float]]:
    """Return place and grade of quoted speech that is too hard."""
    for quoted in _SPOKEN.finditer(text):
        found = grade(quoted[1])
        if found > PATIENT:
            yield quoted.start(), found


def grade(text: str) -> float:
    """Return the Flesch-Kincaid grade, or 0 for a text too short to have one."""
    parts, count = sentences(text), words(text)
    if len(count) < FEWEST_WORDS:
        return 0
    return 0.39 * len(count) / len(parts) + 11.8 * sum(map(syllables, count)) / len(count) - 15.59


def syllables(word: str) -> int:
    """Count vowel groups; a silent e at the end doesn't count, except after l ("table").

    >>> [syllables(word) for word in ("spine", "table", "metastatic", "cord")]
    [1, 2, 4, 1]
    """
    count = len(_VOWELS.findall(word))
    if len(word) > _SHORT and word.endswith("e") and not word.endswith(("le", "ee", "ie")):
        count -= 1
    return max(1, count)
