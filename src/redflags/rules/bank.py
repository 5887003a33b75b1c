"""Over all items of the bank: W04 and W11."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from redflags.problem import Severity
from redflags.rules.option_length import key_is_longest
from redflags.rules.parts import asked_items, choices
from redflags.rules.statistics import at_least, chi_square_tail

if TYPE_CHECKING:
    from collections.abc import Iterator

    from redflags.problem import Problem
    from redflags.reading import Content
    from redflags.rules.parts import Asked, Choices

LIMIT = 0.01
LONGEST_RUN = 4
FEWEST_EXPECTED = 5
"""Keys expected in a position below which the chi-square is no good; such positions are counted together."""


@dataclass(frozen=True)
class Keys:
    """Where the keys of a bank stand, and how long they are."""

    lists: int
    """Lists of options with one key."""
    positions: dict[int, int]
    expected: dict[int, float]
    chi_square: float
    degrees: int
    position_p: float
    longest: int
    longest_expected: float
    longest_p: float


def keyed(content: Content) -> list[tuple[Asked, Choices]]:
    """Return every list of options with one key. Numbers in order of size have no free position, but count too."""
    return [(asked, group) for asked in asked_items(content) for group in choices(asked.item) if group.key is not None]


def keys(content: Content) -> Keys:
    """Count the bank's keys."""
    return _counted([group for _, group in keyed(content)])


def _counted(groups: list[Choices]) -> Keys:
    sizes = [len(group.options) for group in groups]
    positions = Counter(group.key for group in groups if group.key is not None)
    expected = {place: sum(1 / size for size in sizes if size > place) for place in range(max(sizes, default=0))}
    bins: list[tuple[float, float]] = []
    for place in sorted(expected, reverse=True):
        seen, hoped = positions[place], expected[place]
        if bins and bins[-1][1] < FEWEST_EXPECTED:
            bins[-1] = (bins[-1][0] + seen, bins[-1][1] + hoped)
        else:
            bins.append((seen, hoped))
    enough = len(bins) > 1 and all(hoped >= FEWEST_EXPECTED for _, hoped in bins)
    value = sum((seen - hoped) ** 2 / hoped for seen, hoped in bins) if enough else 0.0
    degrees = len(bins) - 1 if enough else 0
    longest = sum(key_is_longest(group) for group in groups)
    return Keys(
        len(groups),
        {place: positions[place] for place in expected},
        expected,
        value,
        degrees,
        chi_square_tail(value, degrees) if enough else 1.0,
        longest,
        sum(1 / size for size in sizes),
        at_least(longest, [1 / size for size in sizes]),
    )


def check(content: Content) -> Iterator[Problem]:
    """Check the bank's keys; a warning about all items stands at the first file's first item."""
    groups = keyed(content)
    if not groups:
        return
    found = _counted([group for _, group in groups])
    first = groups[0][0]

    def of_bank(rule: str, message: str, remedy: str) -> Problem:
        return replace(first.place.problem(message, remedy), rule=rule, severity=Severity.WARNING, text="")

    if found.longest_p < LIMIT:
        yield of_bank(
            "W04",
            f"over the bank the key is the longest of {found.longest} of {found.lists} lists of options "
            f"(by chance {found.longest_expected:.0f}, p = {found.longest_p:.2g})",
            "cut keys or lengthen distractors",
        )
    if found.position_p < LIMIT:
        places = ", ".join(f"{count} in place {place + 1}" for place, count in found.positions.items())
        yield of_bank(
            "W11", f"over the bank the keys stand unevenly: {places} (p = {found.position_p:.2g})", "reorder options"
        )
    for (quiz, place), run in groupby(groups, key=lambda pair: (pair[0].quiz, pair[1].key)):
        run_of = list(run)
        if len(run_of) > LONGEST_RUN and place is not None:
            asked, group = run_of[LONGEST_RUN]
            yield asked.problem(
                group.path, "W11", f"the {len(run_of)}th key in a row in place {place + 1} of {quiz}", "reorder options"
            )
