"""Simulated people followed until something happens to them: an arm of a trial, and a cohort that nobody drew by lot.

Times are exponential, so that a median is all that has to be known: in each interval the same share of those left has
the event. Real curves bend. Whoever is seen to the end without the event is censored at a time drawn evenly.
"""

from __future__ import annotations

import math
import random
from dataclasses import dataclass
from typing import Any

Row = dict[str, Any]


def arm(people: int, median: float, follow_up: tuple[float, float], seed: int) -> list[Row]:
    """Return one arm of a trial: each person's `time`, and whether the `event` came or the time is all that is known.

    Parameters
    ----------
    people
        How many.
    median
        Time by which half of them have the event.
    follow_up
        The shortest and the longest that anybody is watched.
    seed
        The same seed gives the same people.
    """
    chance = random.Random(seed)  # noqa: S311 (nothing here is a secret)
    return [_watched(chance, median, chance.uniform(*follow_up)) for _ in range(people)]


@dataclass(frozen=True)
class Kind:
    """One of the two kinds of people in a cohort."""

    share: float
    """How many of the cohort are of this kind, from 0 to 1."""
    walking: float
    """The share of them who walk."""
    median: float
    """Median survival, the same whether they walk or not."""


def cohort(people: int, kinds: dict[str, Kind], follow_up: float, seed: int) -> list[Row]:
    """Return people in whom the kind decides both who walks and how long they live, and walking decides nothing.

    Parameters
    ----------
    people
        How many.
    kinds
        Name -> what people of this kind are like; the shares add up to 1.
    follow_up
        How long everybody is watched.
    seed
        The same seed gives the same people.
    """
    chance = random.Random(seed)  # noqa: S311 (nothing here is a secret)
    names, shares = list(kinds), [kind.share for kind in kinds.values()]
    rows: list[Row] = []
    for _ in range(people):
        name = chance.choices(names, shares)[0]
        walking = chance.random() < kinds[name].walking
        rows.append({"kind": name, "walking": walking, **_watched(chance, kinds[name].median, follow_up)})
    return rows


def _watched(chance: random.Random, median: float, until: float) -> Row:
    time = chance.expovariate(math.log(2) / median)
    return {"time": round(min(time, until), 1), "event": time <= until}
