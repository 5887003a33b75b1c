"""Charts by name: what a page's `{figure-plot}` draws is what a notebook gets."""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING

from redflags.plots.tokens import colour
from redflags.static_files import compiled

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from redflags.plots.plot import Plot, Register

_HELPERS = {"plot", "tokens"}


def names() -> list[str]:
    """Return the name of every chart, such as "cord_walking"."""
    modules = [module.name for module in pkgutil.iter_modules(importlib.import_module("redflags.plots").__path__)]
    return sorted(name for name in modules if name not in _HELPERS and not name.startswith("_"))


def chart(name: str, register: Register | None = None) -> Plot:
    """Return a chart with its figure, the sentence that it says, its table and its evidence.

    Parameters
    ----------
    name
        One of `names()`.
    register
        The compiled evidence register; the installed course's own if None.

    Raises
    ------
    KeyError
        There is no such chart, or the register lacks a number of it; the message lists what there is.
    """
    if name not in names():
        raise KeyError(f"no chart `{name}` in redflags.plots; there are {', '.join(names())}")
    module = importlib.import_module(f"redflags.plots.{name}")
    made: Plot = module.plot(compiled("register.json") if register is None else register)
    return made


def figure(name: str) -> go.Figure:
    """Return a chart of the course as a Plotly figure, to show in a notebook or to work on.

    It is the page's own, on paper, so that a dark notebook shows it too.

    Examples
    --------
    >>> from redflags.plots import figure
    >>> figure("cord_walking").update_layout(height=300)  # doctest: +SKIP
    """
    return chart(name).figure.update_layout(paper_bgcolor=colour("card"), plot_bgcolor=colour("card"))
