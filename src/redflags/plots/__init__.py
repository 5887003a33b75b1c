"""Charts of the chapters: one module each, whose `plot(register)` takes its numbers from the evidence register."""

from redflags.plots.plot import Plot, Register, interval, number, theme
from redflags.plots.tokens import colour

__all__ = ["Plot", "Register", "colour", "interval", "number", "theme"]
