"""The players as ipywidgets: `Quiz("red-flags")`, `Case("parcel-packer")`; the explorers: `RedFlagExplorer()`.

A score is an explorer of its own kind: `Score("sins")`.

Pure Python, so that they also load in a browser's kernel.
"""

from redflags.widgets.case import Case
from redflags.widgets.likelihood_ratio import LikelihoodRatio
from redflags.widgets.mri import MriLab
from redflags.widgets.quiz import Quiz
from redflags.widgets.red_flags import RedFlagExplorer
from redflags.widgets.score import Score

__all__ = ["Case", "LikelihoodRatio", "MriLab", "Quiz", "RedFlagExplorer", "Score"]
