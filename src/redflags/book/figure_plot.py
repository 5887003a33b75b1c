"""`{figure-plot}`: a chart as drawing, sentence and table; its script version loads when it comes near."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from redflags.book.content import CourseDirective, register_of
from redflags.book.evidence_role import note_citation
from redflags.book.plot_svg import UndrawableError, plot_svg
from redflags.plots import chart
from redflags.plots.tokens import tokens
from redflags.static_html import script_json

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

    from redflags.plots import Plot


class FigurePlot(CourseDirective):
    """```` ```{figure-plot} red_flag_odds ```` with the caption as its body."""

    required_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the chart; its function lives in `redflags.plots`."""
        name = self.arguments[0]
        try:
            plot = chart(name, register_of(self.env))
            static = plot_svg(plot.figure, f"plot-{name}")
        except (KeyError, UndrawableError) as error:
            raise self.error(f"the chart `{name}` can't be drawn: {error}") from error
        identity = f"plot-{name}"
        uri = (
            self.env.app.builder.get_relative_uri(self.env.docname, "index")
            .removesuffix("index.html")
            .removesuffix("#")
        )
        figure = plot.figure.to_plotly_json()
        layout = {key: value for key, value in figure["layout"].items() if key != "template"}
        colours = {value: f"--rf-{name}" for name, value in tokens().items()}
        data = script_json({"data": figure["data"], "layout": layout, "colours": colours})
        start = (
            f'<figure class="rf-plot" id="{identity}" data-plotly="{uri}_static/redflags/plotly-basic.min.js">'
            f'<p class="rf-figure-title" id="{identity}-says">{escape(plot.says)}</p>'
            f'<div class="rf-plot-static">{static}</div><script type="application/json">{data}</script><figcaption>'
        )
        end = f"{self._table(plot)}</figcaption></figure>"
        return [self.html(start), *self.caption(), self.html(end)]

    def _table(self, plot: Plot) -> str:
        head = "".join(f'<th scope="col">{escape(column)}</th>' for column in plot.columns)
        rows = "".join(
            "<tr>"
            + "".join(
                f"<td>{escape(cell)}</td>" if place else f'<th scope="row">{escape(cell)}</th>'
                for place, cell in enumerate(row)
            )
            + "</tr>"
            for row in plot.rows
        )
        marks = "".join(note_citation(self.env, entry) for entry in plot.evidence)
        return (
            '<details class="rf-plot-table"><summary>The numbers as a table</summary>'
            '<div class="rf-scroll" role="region" aria-label="Table of the chart" tabindex="0">'
            f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div></details>"
            f'<p class="rf-figure-source">Sources: {marks}</p>'
        )


def setup(app: Sphinx) -> None:
    """Add the directive."""
    app.add_directive("figure-plot", FigurePlot)
