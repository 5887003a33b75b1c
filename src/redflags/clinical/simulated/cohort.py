"""A simulated cohort: people with and without cancer, and what each answers to some questions.

Each person has cancer with the probability that is given, and answers each question by its sensitivity or its
specificity. Answers to different questions are independent among people with cancer and among the others. Real answers
are not.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

Person = dict[str, bool]
"""Whether they have `cancer`, and for each question whether they say yes."""


def cohort(size: int, prior: float, questions: Mapping[str, tuple[float, float]], seed: int) -> list[Person]:
    """Return simulated people.

    Parameters
    ----------
    size
        How many.
    prior
        How likely cancer is in each of them, from 0 to 1.
    questions
        Question -> its sensitivity and its specificity, from 0 to 1.
    seed
        The same seed gives the same people.

    Examples
    --------
    >>> cohort(2, 1.0, {"had cancer before": (1.0, 0.5)}, seed=4)
    [{'cancer': True, 'had cancer before': True}, {'cancer': True, 'had cancer before': True}]
    """
    chance = random.Random(seed)  # noqa: S311 (nothing here is a secret)
    return [_person(chance, prior, questions) for _ in range(size)]


def _person(chance: random.Random, prior: float, questions: Mapping[str, tuple[float, float]]) -> Person:
    cancer = chance.random() < prior
    person = {"cancer": cancer}
    for question, (sensitivity, specificity) in questions.items():
        # One draw whoever they are, so that a changed accuracy changes nobody else.
        drawn = chance.random()
        person[question] = drawn < (sensitivity if cancer else 1 - specificity)
    return person
