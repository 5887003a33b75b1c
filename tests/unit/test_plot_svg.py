"""Promise: a chart's still version shows every point in the page's colours, or the build says what it can't draw."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import plotly.graph_objects as go
import pytest

from redflags.book.plot_svg import UndrawableError, plot_svg
from redflags.compile import compile_register
from redflags.plots import chart, colour, figure, names
from well_formed import well_formed

if TYPE_CHECKING:
    from redflags.reading import Content

BUNDLED = {"scatter", "bar", "pie"}
"""Traces of the bundle that pages load, by its own README: a chart with another would stay a drawing."""


@pytest.mark.parametrize("name", names())
def test_each_chart_of_the_course_draws_stays_inside_and_has_its_table(name: str, course: Content):
    plot = chart(name, compile_register(course))
    assert {trace.type for trace in plot.figure.data} <= BUNDLED
    svg = well_formed(plot_svg(plot.figure, "x"))
    _, _, width, height = map(float, svg.attrib["viewBox"].split())
    for text in svg.iter("{http://www.w3.org/2000/svg}tspan"):
        assert 0 <= float(text.attrib["x"]) <= width
    assert height > 100
    assert plot.says.endswith(".")
    assert plot.rows
    assert all(len(row) == len(plot.columns) for row in plot.rows)
    assert set(plot.evidence) <= set(course.evidence)


@pytest.mark.parametrize("name", names())
def test_a_notebook_gets_the_very_figure_of_the_page(name: str, course: Content):
    theirs = figure(name)
    assert isinstance(theirs, go.Figure)
    pages = chart(name, compile_register(course)).figure
    # On paper, where a page has its own ground.
    ours = {**pages.to_dict()["layout"], "paper_bgcolor": colour("card"), "plot_bgcolor": colour("card")}
    assert theirs.to_dict() == {**pages.to_dict(), "layout": ours}


def test_a_chart_that_does_not_exist_is_answered_with_those_that_do():
    with pytest.raises(KeyError, match=r"no chart `odds`.*cord_walking, red_flag_odds"):
        figure("odds")


def test_points_stand_where_their_values_are_on_a_log_axis():
    figure = go.Figure(go.Scatter(x=[1, 10, 100], y=[0, 0, 0], mode="markers", marker={"color": colour("accent")}))
    figure.update_layout(xaxis={"type": "log", "range": [0, 2]})
    places = [float(x) for x in re.findall(r'<circle cx="([\d.]+)"', plot_svg(figure, "x"))]
    assert places[1] - places[0] == pytest.approx(places[2] - places[1])


@pytest.mark.parametrize(
    ("figure", "names"),
    [
        (go.Figure(go.Pie(values=[1, 2])), "pie"),
        (go.Figure(go.Scatter(x=[1], y=[1], mode="markers", marker={"color": "#123456"})), "#123456"),
        (go.Figure(go.Scatter(x=[1], y=[1], mode="markers", marker={"symbol": "star"})), "star"),
        (go.Figure(go.Scatter(x=[1], y=[1])).add_annotation(text="a", showarrow=True), "arrow"),
        (go.Figure(go.Scatter(x=[1], y=[1])).add_shape(type="rect", x0=0, x1=1, y0=0, y1=1), "rect"),
    ],
)
def test_what_cannot_be_drawn_is_named(figure: go.Figure, names: str):
    with pytest.raises(UndrawableError, match=names):
        plot_svg(figure, "x")
