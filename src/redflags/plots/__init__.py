"""Charts of the chapters: one module each, whose `plot(register)` takes its numbers from the evidence register."""

from redflags.plots.chart import chart, plot_of
from redflags.plots.plot import Plot, Register, interval, number, theme
from redflags.plots.tokens import colour

__all__ = ["Plot", "Register", "chart", "colour", "interval", "number", "plot_of", "theme"]
