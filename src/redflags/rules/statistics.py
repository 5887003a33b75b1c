"""Exact tail of a sum of unequal chances, and the chi-square tail: all that the bank's tests need."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_STEPS = 500
_SMALL = 1e-300
_CLOSE = 1e-12
_IMPOSSIBLE = 1e-20


def at_least(count: int, chances: Iterable[float]) -> float:
    """Return the probability that at least `count` of independent events happen.

    With equal chances this is the binomial tail; items with three and with five options have unequal ones, and the
    sum over all ways (a convolution) is exact for them too. Counts that are next to impossible are let go on the way,
    or ten thousand events would take as many steps squared; the sum misses less than one in a million million of it.

    >>> round(at_least(2, [0.5, 0.5]), 4)
    0.25
    """
    fewest, ways = 0, [1.0]
    for chance in chances:
        not_now, now = [way * (1 - chance) for way in ways], [way * chance for way in ways]
        ways = [one + other for one, other in zip([*not_now, 0.0], [0.0, *now], strict=True)]
        while ways[-1] < _IMPOSSIBLE:
            ways.pop()
        first = next(place for place, way in enumerate(ways) if way >= _IMPOSSIBLE)
        fewest, ways = fewest + first, ways[first:]
    return min(1.0, sum(ways[max(0, count - fewest) :]))


def chi_square_tail(value: float, degrees: int) -> float:
    """Return the probability of a chi-square at least this large.

    The regularised upper incomplete gamma function Q(k/2, x/2): a series below its mean, a continued fraction above
    (DLMF 8.7.1 and 8.9.2, https://dlmf.nist.gov/8).

    >>> round(chi_square_tail(3.841, 1), 3)
    0.05
    """
    a, x = degrees / 2, value / 2
    if x <= 0:
        return 1.0
    scale = math.exp(a * math.log(x) - x - math.lgamma(a))
    if x < a + 1:
        term = total = 1 / a
        for step in range(1, _STEPS):
            term *= x / (a + step)
            total += term
            if term < total * _CLOSE:
                break
        return max(0.0, 1 - total * scale)
    # Lentz's method: the fraction is built from its front, so that the last step tells how close it is.
    b = x + 1 - a
    c, d = 1 / _SMALL, 1 / b
    fraction = d
    for step in range(1, _STEPS):
        factor = -step * (step - a)
        b += 2
        d = 1 / (factor * d + b or _SMALL)
        c = b + factor / c or _SMALL
        fraction *= d * c
        if abs(d * c - 1) < _CLOSE:
            break
    return fraction * scale
