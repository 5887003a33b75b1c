"""Certainty-based marking (Gardner-Medwin): a mark for knowing how well you know."""

from __future__ import annotations

RIGHT = (0, 1, 2, 3)
WRONG = (0, 0, -2, -6)
"""Marks by certainty 0 ("no idea") to 3; the best choice switches at p = 2/3 and p = 0.8."""


def certainty_mark(fraction: float, certainty: int) -> float:
    """Return the certainty mark of an answer that earned `fraction` (0 to 1) of its marks.

    A partly right answer earns its fraction of the mark for right; only an answer that earned nothing loses marks.
    """
    return fraction * RIGHT[certainty] if fraction > 0 else float(WRONG[certainty])
