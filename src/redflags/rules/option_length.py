"""How long options are: W04 and W05."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from redflags.rules.parts import asked_items, choices

if TYPE_CHECKING:
    from collections.abc import Iterator

    from redflags.problem import Problem
    from redflags.reading import Content
    from redflags.rules.parts import Choices

MORE_THAN_MEDIAN = 1.25
WIDEST = 2
SHORT = 20
"""Signs below which two options look alike in length: "CT" beside "a bone scan" is no cue."""


def check(content: Content) -> Iterator[Problem]:
    """Check every list of options."""
    for asked in asked_items(content):
        for group in choices(asked.item):
            lengths = [max(SHORT, len(text)) for text in group.words]
            if stands_out(group) and group.key is not None:
                others = median(length for place, length in enumerate(lengths) if place != group.key)
                yield asked.problem(
                    (*group.path, group.key),
                    "W04",
                    f"the key is the longest option ({lengths[group.key]} signs, the others' median is {others:g})",
                    "cut it, or lengthen a distractor",
                )
            elif max(lengths) > WIDEST * min(lengths):
                yield asked.problem(
                    (*group.path, lengths.index(max(lengths))),
                    "W05",
                    f"the longest option has {max(lengths)} signs, the shortest {min(map(len, group.words))}",
                    "bring them to a similar length",
                )


def key_is_longest(group: Choices) -> bool:
    """Whether the key is longer than every other option (false if there is no single key)."""
    lengths = [len(text) for text in group.words]
    key = group.key
    return key is not None and all(lengths[key] > length for place, length in enumerate(lengths) if place != key)


def stands_out(group: Choices) -> bool:
    """Whether the key is longest by so much that it shows."""
    key = group.key
    if key is None or not key_is_longest(group):
        return False
    lengths = [max(SHORT, len(text)) for text in group.words]
    return lengths[key] > MORE_THAN_MEDIAN * median(length for place, length in enumerate(lengths) if place != key)
