"""Words as the rules compare them: crude, dependency-free, and the same on every machine."""

from __future__ import annotations

import re

_WORD = re.compile(r"[A-Za-z]+(?:['\N{RIGHT SINGLE QUOTATION MARK}-][A-Za-z]+)*")
_SENTENCE = re.compile(
    r"(?<=[.?!])[\"\N{RIGHT DOUBLE QUOTATION MARK}')]*\s+(?=[\"\N{LEFT DOUBLE QUOTATION MARK}'(]?[A-Z0-9{])"
)
_ENDINGS = (
    "ations",
    "ation",
    "ments",
    "ment",
    "ings",
    "ing",
    "ions",
    "ion",
    "ness",
    "ies",
    "ed",
    "es",
    "ly",
    "s",
    "y",
    "e",
)
_SHORTEST_STEM = 4
_LITTLE_WORDS = frozenset(
    """about above after again against all also although always an and another any are around as at away back be
    became because been before being below between both but by came can can't cannot come comes could did do
    does doesn't doing done down each either else ever every few first for from further get gets give given
    gives go goes had has have having he her here hers him his how however if in instead into is isn't it its
    itself just last later least less like likely long made make makes many may me might more most much must my
    near needs never new next no none nor not nothing now of off often on once one only onto or other others our
    out over own part past per perhaps please put rather right said same say says see seen sees set shall she
    should show shows side since so some somebody someone something still such take taken takes than that that's
    the their them then there these they thing things this those though three through thus till to today
    together too two under until up upon use used uses very was way we well went were what when where whether
    which while who whole whom whose why will with within without would year years yes yet you your""".split()
)


def words(text: str) -> list[str]:
    """Return the words of a text, in small letters."""
    return [word.lower() for word in _WORD.findall(text)]


def sentences(text: str) -> list[str]:
    """Split a text into sentences."""
    return [part.strip() for part in _SENTENCE.split(text) if part.strip()]


def stem(word: str) -> str:
    """Cut the commonest endings, so that "scan" and "scans", "test" and "testing" meet.

    >>> stem("imaging"), stem("images")
    ('imag', 'imag')
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def content_words(text: str) -> set[str]:
    """Return the stems of the words that carry meaning."""
    return {stem(word) for word in words(text) if word not in _LITTLE_WORDS and len(word) >= _SHORTEST_STEM}


def plain_form(text: str) -> str:
    """Return a text without case, punctuation and articles, to see whether two say the same."""
    return " ".join(
        part for part in re.findall(r"[\w%.]+", text.casefold().rstrip(".")) if part not in {"a", "an", "the"}
    )
