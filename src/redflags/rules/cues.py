"""What gives the key away to somebody who doesn't know it: W06, W07, W08."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from redflags.rules.parts import asked_items, choices
from redflags.rules.words import content_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from redflags.problem import Problem
    from redflags.reading import Content
    from redflags.rules.parts import Asked, Choices

ARTICLE = re.compile(r"\b(an?)\s*$", re.IGNORECASE)
VOWEL = re.compile(r"[aeiou]", re.IGNORECASE)
LEAST_SHARED = 3


def check(content: Content) -> Iterator[Problem]:
    """Check every list of options that has one key."""
    for asked in asked_items(content):
        for group in choices(asked.item):
            key = group.key
            if key is not None:
                yield from _grammar(asked, group, key)
                yield from _clang(asked, group, key)
                yield from _convergence(asked, group, key)


def _before(asked: Asked, group: Choices) -> str:
    """Return the words that an option completes: the text before its blank, or the lead-in."""
    text = getattr(asked.item, "text", "")
    for step in group.path:
        if isinstance(text, str) and f"{{{step}}}" in text:
            return str(text.split(f"{{{step}}}")[0])
    return asked.item.lead_in.plain()


def _grammar(asked: Asked, group: Choices, key: int) -> Iterator[Problem]:
    """W06: only the key fits the article before it, or ends as a sentence does."""
    texts = group.words
    article = ARTICLE.search(_before(asked, group))
    if article:
        fits = [bool(VOWEL.match(text)) == (article[1].lower() == "an") for text in texts]
        if fits[key] and sum(fits) < len(fits):
            yield asked.problem(
                (*group.path, fits.index(False)), "W06", f"this option doesn't fit after {article[1]!r}", 'write "a(n)"'
            )
    for what, sign in (("ends with a full stop", texts[key].endswith(".")), ("begins small", texts[key][0].islower())):
        same = [text.endswith(".") if "stop" in what else text[0].islower() for text in texts]
        if sign and sum(same) == 1:
            yield asked.problem((*group.path, key), "W06", f"only the key {what}", "write all options alike")


def _clang(asked: Asked, group: Choices, key: int) -> Iterator[Problem]:
    """W07: a content word of stem or lead-in comes back in the key and in no distractor."""
    asks = content_words(f"{asked.item.stem.plain()} {asked.item.lead_in.plain()}")
    others = set().union(*(content_words(text) for place, text in enumerate(group.words) if place != key))
    for word in sorted(content_words(group.words[key]) & asks - others):
        yield asked.problem(
            (*group.path, key), "W07", f"a word of the stem ({word}…) comes back in the key alone", "use another word"
        )


def _convergence(asked: Asked, group: Choices, key: int) -> Iterator[Problem]:
    """W08: the key shares more words with the other options than any of them does."""
    sets = [content_words(text) for text in group.words]
    shared = [
        sum(word in other for place, other in enumerate(sets) if place != number for word in own)
        for number, own in enumerate(sets)
    ]
    if shared[key] >= LEAST_SHARED and all(shared[key] > count for place, count in enumerate(shared) if place != key):
        yield asked.problem(
            (*group.path, key),
            "W08",
            "the key shares more words with the other options than any of them does",
            "let two distractors share what the key doesn't have",
        )
