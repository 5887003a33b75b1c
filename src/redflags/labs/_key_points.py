"""Key points of the skin and key muscles, by segment: the register names them, and here stands where they are drawn."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from redflags.labs._body import both
from redflags.labs.lab import LabError

if TYPE_CHECKING:
    from redflags.labs.lab import Source

Json = dict[str, Any]

POINTS, MUSCLES = "EX-KEY-02", "EX-KEY-01"
ORDER = tuple(
    f"{letter}{number}" for letter, count in (("C", 8), ("T", 12), ("L", 5), ("S", 5)) for number in range(1, count + 1)
)
"""Segments from the head down."""
_NAMED = re.compile(r"\b([CTLS]\d+)(-\d)? ([a-z][^,.]*)")
_DRAWN = {
    "C6": ("front", 71, 222), "C7": ("front", 66, 243), "C8": ("front", 58, 236),
    "T4": ("front", 18, 122), "T6": ("front", 0, 140), "T10": ("front", 0, 184), "T12": ("front", 20, 222),
    "L2": ("front", 22, 270), "L3": ("front", 12, 326), "L4": ("front", 12, 414), "L5": ("front", 19, 430),
    "S1": ("back", 24, 434), "S2": ("back", 21, 328), "S3": ("back", 15, 240), "S4": ("back", 0, 230),
}  # fmt: skip
"""Where a segment's point is drawn: which side of the body, and how far from the middle line and from the crown."""


def points(source: Source) -> dict[str, Json]:
    """Return the key points of the skin, by segment, with where they are drawn.

    Raises
    ------
    LabError
        The register names a point that has no place in the drawing.
    """
    found = {}
    for segment, more, place in _NAMED.findall(source.entry(POINTS).claim):
        if segment not in _DRAWN:
            raise LabError(f"{POINTS} names a key point for {segment}: give it a place in labs/_key_points.py")
        side, x, y = _DRAWN[segment]
        found[segment] = {"name": f"{segment}{more}", "place": place, "side": side, "at": both(x, y)}
    return found


def muscles(source: Source) -> dict[str, str]:
    """Return the key muscles, by segment."""
    return {segment: place for segment, _more, place in _NAMED.findall(source.entry(MUSCLES).claim)}


def from_down(segment: str, named: dict[str, Any]) -> list[str]:
    """Return the segments of a table from one of them down."""
    return [one for one in named if ORDER.index(one) >= ORDER.index(segment)]
