"""The players as ipywidgets: `Quiz("red-flags")`, `Case("parcel-packer")`; the explorers: `RedFlagExplorer()`.

A score is an explorer of its own kind: `Score("sins")`.

Pure Python, so that they also load in a browser's kernel.
"""

from redflags.widgets.case import Case
from redflags.widgets.likelihood_ratio import LikelihoodRatio
from redflags.widgets.pain_map import PainMap
from redflags.widgets.quiz import Quiz
from redflags.widgets.red_flags import RedFlagExplorer
from redflags.widgets.score import Score
from redflags.widgets.spine import Spine3D

__all__ = ["Case", "LikelihoodRatio", "PainMap", "Quiz", "RedFlagExplorer", "Score", "Spine3D"]
