"""A virtual patient's clockwork: pure Python over compiled JSON, the twin of `frontend/src/simulation/`.

A state is plain JSON, and so is a log; the same log gives the same state, here and in the browser.
"""

from redflags.simulation.counterfactual import counterfactual
from redflags.simulation.marks import mark
from redflags.simulation.reference import brier, probability
from redflags.simulation.step import initial, replay, step

__all__ = ["brier", "counterfactual", "initial", "mark", "probability", "replay", "step"]
