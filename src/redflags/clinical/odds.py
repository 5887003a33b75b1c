"""Probabilities and odds: what a likelihood ratio does to a probability.

The rule is Bayes' in the form of odds (Grimes and Schulz 2005, register entry WHY-LR-01); the twin is `odds.ts`.
"""

from __future__ import annotations


def odds(probability: float) -> float:
    """Return the odds of a probability below 1.

    >>> odds(0.2)
    0.25
    """
    return probability / (1 - probability)


def probability(odds_for: float) -> float:
    """Return the probability of odds.

    >>> probability(0.25)
    0.2
    """
    return odds_for / (1 + odds_for)


def after(prior: float, ratio: float) -> float:
    """Return the probability after a result with this likelihood ratio; 0 and 1 can't be moved.

    >>> round(after(0.0066, 2.4), 4)
    0.0157
    """
    return prior if prior in {0, 1} else probability(odds(prior) * ratio)
