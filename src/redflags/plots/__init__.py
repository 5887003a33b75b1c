"""Charts of the chapters: one module each, whose `plot(register)` takes its numbers from the evidence register.

A notebook asks for one by its name: `figure("cord_walking")`, or `chart("cord_walking")` with its sentence and table.
"""

from redflags.plots._named import chart, figure, names
from redflags.plots.plot import Plot, Register, interval, number, theme
from redflags.plots.tokens import colour

__all__ = ["Plot", "Register", "chart", "colour", "figure", "interval", "names", "number", "theme"]
