"""What several answers together may say: a band from the strongest alone to all as if independent, never one number.

Ratios may be multiplied only where each tells something new; in patients that is rarely known (register entry
WHY-INDEP-01). Uncertainty: each ratio is drawn from the logarithmic normal distribution that its 95% interval
describes, as the interval itself was made. The twin is `combining.ts`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from redflags.clinical.draws import normals, quantile
from redflags.clinical.odds import after

if TYPE_CHECKING:
    from collections.abc import Sequence

SEED = 1
DRAWS = 2000
_Z = 1.959964
"""Standard errors from the middle of a 95% interval to its ends."""
_LOW, _HIGH = 0.025, 0.975


@dataclass(frozen=True)
class Ratio:
    """The likelihood ratio of an answer, above 0."""

    value: float
    low: float | None = None
    """Ends of its 95% interval; None where the study gives none, and then its uncertainty is not drawn."""
    high: float | None = None


@dataclass(frozen=True)
class Spread:
    """A probability with the middle 95% of its draws."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Combined:
    """What answers together may say."""

    strongest: int
    """Place of the answer that moves the odds most."""
    alone: Spread
    """After the strongest alone."""
    independent: Spread
    """After all of them, as if each told something new."""

    @property
    def band(self) -> tuple[float, float]:
        """Both ends of what the ratios say, whichever way they point."""
        low, high = sorted((self.alone.value, self.independent.value))
        return low, high

    @property
    def reach(self) -> tuple[float, float]:
        """The band with its chance: the lowest and the highest end of both."""
        return min(self.alone.low, self.independent.low), max(self.alone.high, self.independent.high)


def combine(prior: float, ratios: Sequence[Ratio], seed: int = SEED, draws: int = DRAWS) -> Combined:
    """Return what answers with these ratios say of somebody who starts at `prior`.

    Parameters
    ----------
    prior
        The probability before any answer.
    ratios
        One or more.
    seed
        Of the draws: the same seed gives the same numbers, here and in the browser.
    draws
        How many.

    Raises
    ------
    ValueError
        There is no ratio, or one that is not above 0: where nobody said yes, no ratio can be given.
    """
    if not ratios or any(ratio.value <= 0 for ratio in ratios):
        raise ValueError("combine() needs one ratio or more, each above 0")
    strongest = max(range(len(ratios)), key=lambda place: abs(math.log(ratios[place].value)))
    drawn = [_drawn(ratio, seed + place, draws) for place, ratio in enumerate(ratios)]
    products = [math.prod(each) for each in zip(*drawn, strict=True)]
    return Combined(
        strongest=strongest,
        alone=_spread(prior, ratios[strongest].value, drawn[strongest]),
        independent=_spread(prior, math.prod(ratio.value for ratio in ratios), products),
    )


def _drawn(ratio: Ratio, seed: int, draws: int) -> list[float]:
    if ratio.low is None or ratio.high is None:
        return [ratio.value] * draws
    error = (math.log(ratio.high) - math.log(ratio.low)) / (2 * _Z)
    return [ratio.value * math.exp(error * chance) for chance in normals(seed, draws)]


def _spread(prior: float, ratio: float, drawn: list[float]) -> Spread:
    ordered = sorted(after(prior, each) for each in drawn)
    return Spread(after(prior, ratio), quantile(ordered, _LOW), quantile(ordered, _HIGH))
