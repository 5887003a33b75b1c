"""How alike two rankings are: rank-biased overlap, extrapolated (Webber, Moffat, Zobel 2010, equation 32)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

PERSISTENCE = 0.8
"""The weight of each rank beside the one above it."""


def rank_biased_overlap(one: Sequence[str], other: Sequence[str], persistence: float = PERSISTENCE) -> float:
    """Return 0 (nothing shared) to 1 (the same), for two rankings without ties of any length.

    >>> round(rank_biased_overlap(["a", "b", "c"], ["a", "c", "b"]), 3)
    0.92
    """
    short, long = sorted((one, other), key=len)
    if not short:
        return 0.0
    # At each depth from 1: how many stand in both so far.
    shared = [len(set(short[:depth]) & set(long[:depth])) for depth in range(1, len(long) + 1)]
    at_short, at_long = shared[len(short) - 1], shared[-1]
    total, weight = 0.0, 1.0
    for depth, both in enumerate(shared, start=1):
        weight *= persistence
        total += both / depth * weight
        if depth > len(short):
            total += at_short * (depth - len(short)) / (len(short) * depth) * weight
    rest = (at_long - at_short) / len(long) + at_short / len(short)
    return (1 - persistence) / persistence * total + rest * weight
