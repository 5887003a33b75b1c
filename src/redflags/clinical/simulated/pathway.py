"""A simulated pathway: when somebody was suspected, when the scan was asked for, when it was done.

Waits are drawn from the exponential distribution, whose only parameter is set by a published share of people who were
scanned within a limit: the published audit gives nothing more of the shape. At which part of the wait the request was
written, and which scan times were never noted, is made up by chance, and no source stands behind it.
"""

from __future__ import annotations

import math
import random
from typing import Any

Timeline = dict[str, Any]
"""`month` (1 to 12), `suspected` (0: each clock starts here), `requested` and `scanned` in hours after it; `scanned`
is None where nobody noted it."""


def timelines(a_month: int, share: float, limit: float, lost: int, seed: int) -> list[Timeline]:
    """Return simulated people of a year, in order.

    Parameters
    ----------
    a_month
        How many people are suspected each month.
    share
        Which share of people is scanned within the limit, between 0 and 1.
    limit
        The limit, in hours.
    lost
        How many scan times were never noted.
    seed
        The same seed gives the same people.

    Examples
    --------
    >>> [one["month"] for one in timelines(1, 0.5, 24, 0, seed=4)] == list(range(1, 13))
    True
    """
    chance = random.Random(seed)  # noqa: S311 (nothing here is a secret)
    rate = -math.log(1 - share) / limit
    found: list[Timeline] = []
    for month in range(1, 13):
        for _ in range(a_month):
            wait = chance.expovariate(rate)
            requested = wait * chance.random()
            found.append({"month": month, "suspected": 0, "requested": round(requested, 1), "scanned": round(wait, 1)})
    for place in chance.sample(range(len(found)), lost):
        found[place]["scanned"] = None
    return found


def longest_run(values: list[float], middle: float) -> int:
    """Return how many neighbours at most lie on one side of a middle; a value on it is left out.

    >>> longest_run([1, 2, 9, 8, 5, 7, 1], 5)
    3
    """
    longest = length = 0
    side = 0
    for value in values:
        if value == middle:
            continue
        here = 1 if value > middle else -1
        length = length + 1 if here == side else 1
        side, longest = here, max(longest, length)
    return longest
