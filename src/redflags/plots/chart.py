"""Charts by name: for a page's directive, and for a notebook."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from redflags.plots.tokens import colour
from redflags.static_files import compiled

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from redflags.plots.plot import Plot, Register


def plot_of(name: str, register: Register) -> Plot:
    """Return a chart, its numbers read from a register.

    Raises
    ------
    ModuleNotFoundError
        There is no such chart.
    """
    plot: Plot = importlib.import_module(f"redflags.plots.{name}").plot(register)
    return plot


def chart(name: str) -> go.Figure:
    """Return a chart of the course as a Plotly figure, on paper, so that a dark notebook shows it too.

    >>> chart("red_flag_odds")                                   # doctest: +SKIP
    """
    figure = plot_of(name, compiled("register.json")).figure
    return figure.update_layout(paper_bgcolor=colour("card"), plot_bgcolor=colour("card"))
