"""The explorer of one likelihood ratio in a notebook."""

from __future__ import annotations

import traitlets

from redflags.clinical.odds import after
from redflags.static_files import STATIC
from redflags.widgets.lab import Lab, in_state


class LikelihoodRatio(Lab):
    """What a likelihood ratio does to a starting probability.

    Examples
    --------
    >>> lab = LikelihoodRatio(prior=0.01, ratio=10)  # doctest: +SKIP
    >>> lab.posterior                                # doctest: +SKIP
    0.0917...
    """

    _esm = STATIC / "lab-likelihood-ratio-widget.js"
    lab_name = "likelihood-ratio"

    prior = in_state(traitlets.Float(min=0.0, max=1.0))
    """The probability before the result."""
    ratio = in_state(traitlets.Float(min=0.01, max=100.0))
    """The likelihood ratio of the result."""

    @property
    def posterior(self) -> float:
        """The probability after the result."""
        return after(self.prior, self.ratio)
