"""The players as ipywidgets: `Quiz("red-flags")`. Pure Python, so that they also load in a browser's kernel."""

from redflags.widgets.quiz import Quiz

__all__ = ["Quiz"]
