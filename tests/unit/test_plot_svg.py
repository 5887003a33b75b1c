"""Promise: a chart's still version shows every point in the page's colours, or the build says what it can't draw."""

from __future__ import annotations

import importlib
import pkgutil
import re
from typing import TYPE_CHECKING

import plotly.graph_objects as go
import pytest

from redflags import plots
from redflags.book.plot_svg import UndrawableError, plot_svg
from redflags.compile import compile_register
from redflags.plots import colour
from well_formed import well_formed

if TYPE_CHECKING:
    from redflags.reading import Content

NAMES = [module.name for module in pkgutil.iter_modules(plots.__path__) if module.name not in {"plot", "tokens"}]


@pytest.mark.parametrize("name", NAMES)
def test_each_chart_of_the_course_draws_stays_inside_and_has_its_table(name: str, course: Content):
    plot = importlib.import_module(f"redflags.plots.{name}").plot(compile_register(course))
    svg = well_formed(plot_svg(plot.figure, "x"))
    _, _, width, height = map(float, svg.attrib["viewBox"].split())
    for text in svg.iter("{http://www.w3.org/2000/svg}tspan"):
        assert 0 <= float(text.attrib["x"]) <= width
    assert height > 100
    assert plot.says.endswith(".")
    assert plot.rows
    assert all(len(row) == len(plot.columns) for row in plot.rows)
    assert set(plot.evidence) <= set(course.evidence)


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
