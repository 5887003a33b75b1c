"""Two simulated people who answer the same questions about the same cases: they agree by chance and beyond it.

For each question they see the same with the probability that is given; otherwise each answers at random, each answer as
likely as another. Cohen's kappa of many such cases is then that probability. Real raters don't err evenly.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Answers = dict[str, str]


def rated(
    answers: Mapping[str, Sequence[str]], agreement: Mapping[str, float], cases: int, seed: int
) -> list[tuple[Answers, Answers]]:
    """Return what two simulated raters answer, case by case.

    Parameters
    ----------
    answers
        Question -> the answers that it can have.
    agreement
        Question -> kappa, from 0 (chance) to 1 (always the same).
    cases
        How many.
    seed
        The same seed gives the same raters.

    Examples
    --------
    >>> [(one, other)] = rated({"pain": ["none", "mechanical"]}, {"pain": 1.0}, 1, seed=4)
    >>> one == other
    True
    """
    chance = random.Random(seed)  # noqa: S311 (nothing here is a secret)
    return [_case(chance, answers, agreement) for _ in range(cases)]


def _case(
    chance: random.Random, answers: Mapping[str, Sequence[str]], agreement: Mapping[str, float]
) -> tuple[Answers, Answers]:
    one: Answers = {}
    other: Answers = {}
    for question, known in answers.items():
        one[question] = chance.choice(known)
        # Drawn in any case, so that a changed agreement changes nothing else.
        second, seen_alike = chance.choice(known), chance.random() < agreement[question]
        other[question] = one[question] if seen_alike else second
    return one, other
