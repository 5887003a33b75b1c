"""Numbers as options: W09 and W10."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from redflags.rules.parts import asked_items, choices

if TYPE_CHECKING:
    from collections.abc import Iterator

    from redflags.problem import Problem
    from redflags.reading import Content
    from redflags.rules.parts import Asked, Choices

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
RANGE = re.compile(rf"({NUMBER.pattern})\s*(?:-|\N{{EN DASH}}|to)\s*({NUMBER.pattern})")
UNIT = re.compile(rf"{NUMBER.pattern}\s*([A-Za-z%\N{{MICRO SIGN}}]+(?:/[A-Za-z]+)?)?")


def check(content: Content) -> Iterator[Problem]:
    """Check every list of options with numbers in it."""
    for asked in asked_items(content):
        for group in choices(asked.item):
            yield from _kinds(asked, group)
            yield from _order(asked, group)


def _kinds(asked: Asked, group: Choices) -> Iterator[Problem]:
    """W09: most options are numbers and one isn't, or their units differ."""
    numeric = _numeric(group)
    with_number = [found for found in numeric if found]
    if not with_number or len(with_number) * 2 <= len(numeric):
        return
    if len(with_number) < len(numeric):
        odd = numeric.index(None)
        yield asked.problem((*group.path, odd), "W09", "the others are numbers and this is not", "use one kind")
    if len(units := _units(with_number)) > 1:
        shown = ", ".join(sorted(unit or "none" for unit in units))
        yield asked.problem(group.path, "W09", f"options in different units ({shown})", "use one unit")


def _numeric(group: Choices) -> list[re.Match[str] | None]:
    """Return each option's number and unit, if it begins with one, perhaps after a word such as "within"."""
    return [UNIT.match(re.sub(r"^[A-Za-z]+\s+(?=\d)", "", text)) for text in group.words]


def _units(found: list[re.Match[str]]) -> set[str]:
    return {(match[1] or "").lower().rstrip("s") for match in found}


def _order(asked: Asked, group: Choices) -> Iterator[Problem]:
    """W10: numbers neither rise nor fall, or ranges overlap."""
    if len(_units([found for found in _numeric(group) if found])) > 1:
        return
    ranges = [RANGE.search(text) for text in group.words]
    if all(ranges):
        ends = [(_value(found[1]), _value(found[2])) for found in ranges if found]
        for number, ((_, high), (low, _)) in enumerate(pairwise(sorted(ends))):
            if low <= high:
                yield asked.problem(
                    (*group.path, number), "W10", f"two ranges hold {low:g}", "end one before the next begins"
                )
        numbers = [low for low, _ in ends]
    else:
        found = [NUMBER.findall(text) for text in group.words]
        if not all(len(numbers) == 1 for numbers in found):
            return
        numbers = [_value(inner[0]) for inner in found]
    if numbers not in (sorted(numbers), sorted(numbers, reverse=True)):
        yield asked.problem(group.path, "W10", "numbers out of order", "order the options by size")


def _value(text: str) -> float:
    return float(text.replace(",", ""))
