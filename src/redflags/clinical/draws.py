"""Seeded chance that is the same in Python and in the browser; the twin is `draws.ts`."""

from __future__ import annotations

import math

_WORD = 2**32


def uniforms(seed: int, count: int) -> list[float]:
    """Return numbers from 0 up to 1 by the generator mulberry32 (T. Ettinger, public domain): 32 bits, no library."""
    state, found = seed % _WORD, []
    for _ in range(count):
        state = (state + 0x6D2B79F5) % _WORD
        mixed = _times(state ^ (state >> 15), state | 1)
        mixed ^= (mixed + _times(mixed ^ (mixed >> 7), mixed | 61)) % _WORD
        found.append((mixed ^ (mixed >> 14)) / _WORD)
    return found


def normals(seed: int, count: int) -> list[float]:
    """Return numbers of the standard normal distribution (Box and Muller 1958)."""
    pairs = uniforms(seed, 2 * count)
    return [
        # 1 - u lies above 0, where the logarithm lives.
        math.sqrt(-2 * math.log(1 - pairs[2 * number])) * math.cos(2 * math.pi * pairs[2 * number + 1])
        for number in range(count)
    ]


def quantile(ordered: list[float], share: float) -> float:
    """Return a quantile of ordered numbers, between neighbours where it falls between (Hyndman and Fan's type 7).

    >>> quantile([1.0, 2.0, 4.0], 0.75)
    3.0
    """
    place = share * (len(ordered) - 1)
    below = math.floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def _times(one: int, other: int) -> int:
    """Multiply as JavaScript's `Math.imul` does, in 32 bits."""
    return one * other % _WORD
