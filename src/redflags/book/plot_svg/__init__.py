"""A Plotly figure as a still SVG drawing: what a page holds before the script version, in print and offline.

Draws the few things that the course's charts use (scatter, bar, error bars, lines, notes; linear, log and category
axes) in the page's own colours and type. Kaleido would draw any figure, but needs a browser to build a book with
(docs/charts.md).
"""

from __future__ import annotations

from html import escape
from typing import Any

from redflags.book.plot_svg.axes import layout_axes
from redflags.book.plot_svg.draw import SIZE, WIDTH, UndrawableError
from redflags.book.plot_svg.frame import frame
from redflags.book.plot_svg.notes import annotation, shape
from redflags.book.plot_svg.traces import bars, scatter

__all__ = ["UndrawableError", "plot_svg"]


def plot_svg(figure: Any, identity: str) -> str:
    """Return a figure as SVG markup.

    Parameters
    ----------
    figure
        A `plotly.graph_objects.Figure`.
    identity
        Prefix of the id of the element that says what the figure shows.

    Raises
    ------
    UndrawableError
        A trace, axis or shape is of a kind not drawn here; the message names it.
    """
    plain = figure.to_plotly_json()
    traces, layout = plain["data"], plain["layout"]
    for trace in traces:
        if trace["type"] not in {"scatter", "bar"}:
            raise UndrawableError(f"a trace of type {trace['type']!r}: only scatter and bar are drawn")
    height = float(layout.get("height", 420))
    x, y = layout_axes(traces, layout, height)
    parts = [*frame(x, y, layout, height), *(shape(each, x, y) for each in layout.get("shapes", []))]
    all_bars = [trace for trace in traces if trace["type"] == "bar"]
    for trace in traces:
        parts += bars(trace, all_bars, x, y) if trace["type"] == "bar" else scatter(trace, x, y)
    parts += [annotation(note, x, y) for note in layout.get("annotations", [])]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:g}" class="rf-figure" role="img" '
        f'aria-labelledby="{escape(identity)}-says" font-size="{SIZE}">{"".join(parts)}</svg>'
    )
