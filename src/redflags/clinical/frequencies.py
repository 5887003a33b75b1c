"""Natural frequencies: a start and a question's accuracy as whole people; the twin is `frequencies.ts`.

People reason better with counts than with percentages (Hoffrage 2015, register entry WHY-FREQ-01).
"""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class People:
    """People who were asked one question."""

    sick_yes: int
    sick_no: int
    well_yes: int
    well_no: int


def people(total: int, prior: float, sensitivity: float, specificity: float) -> People:
    """Return `total` people as whole ones, asked a question.

    Shares are rounded by the largest remainder, so that the four add up; of equal remainders the earlier wins.

    >>> people(1000, 0.0066, 4 / 13, 1897 / 1936)
    People(sick_yes=2, sick_no=5, well_yes=20, well_no=973)
    """
    shares = [
        total * prior * sensitivity,
        total * prior * (1 - sensitivity),
        total * (1 - prior) * (1 - specificity),
        total * (1 - prior) * specificity,
    ]
    whole = [math.floor(share) for share in shares]
    by_remainder = sorted(range(len(shares)), key=lambda place: whole[place] - shares[place])
    for place in by_remainder[: total - sum(whole)]:
        whole[place] += 1
    return People(*whole)
