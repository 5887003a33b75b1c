"""Axes of a still chart: from data to a place in the drawing."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from redflags.book.plot_svg.draw import CHAR, SIZE, WIDTH, UndrawableError

MAX_TICKS = 6


@dataclass
class Axis:
    """Maps data to one dimension of the drawing."""

    kind: str
    """linear, log or category."""
    low: float
    high: float
    categories: list[str]
    ticks: list[tuple[float, str]]
    """Places on the axis's own scale, with their labels."""
    title: str
    start: float = 0.0
    end: float = 1.0

    def scaled(self, value: Any) -> float:
        """Return a data value on the axis's own scale: its logarithm, or its place among the categories."""
        if self.kind == "category":
            return float(self.categories.index(value)) if isinstance(value, str) else float(value)
        return math.log10(value) if self.kind == "log" else float(value)

    def place(self, scaled: float) -> float:
        """Return the place in the drawing of a value on the axis's own scale."""
        return self.start + (scaled - self.low) / ((self.high - self.low) or 1) * (self.end - self.start)

    def at(self, value: Any) -> float:
        """Return the place in the drawing of a data value."""
        return self.place(self.scaled(value))


def layout_axes(traces: Any, layout: dict[str, Any], height: float) -> tuple[Axis, Axis]:
    """Return the x and y axis, laid out with room for their labels."""
    x, y = _axis(traces, layout.get("xaxis", {}), "x"), _axis(traces, layout.get("yaxis", {}), "y")
    longest = max((len(words) for _, label in y.ticks for words in label.split("<br>")), default=0)
    lines = max((label.count("<br>") + 1 for _, label in x.ticks), default=1)
    x.start = min(WIDTH * 0.5, 16 + longest * SIZE * CHAR + (SIZE * 1.6 if y.title else 0))
    x.end = WIDTH - 20
    y.start = height - 18 - SIZE * 1.2 * lines - (SIZE * 1.5 if x.title else 0)
    y.end = 14
    if layout.get("yaxis", {}).get("autorange") == "reversed":
        y.start, y.end = y.end, y.start
    return x, y


def _axis(traces: Any, settings: dict[str, Any], name: str) -> Axis:
    title = settings.get("title", {})
    words = title.get("text", "") if isinstance(title, dict) else str(title)
    values = [value for trace in traces for value in (trace.get(name) or [])]
    kind = settings.get("type") or ("category" if values and isinstance(values[0], str) else "linear")
    if kind not in {"linear", "log", "category"}:
        raise UndrawableError(f"an axis of type {kind!r}: only linear, log and category are drawn")
    if kind == "category":
        return _category_axis(settings, [str(value) for value in values], words)
    for trace in traces:
        values += _error_ends(trace, name)
    numbers = [math.log10(value) if kind == "log" else float(value) for value in values]
    if name == _length_axis(traces):
        numbers.append(0.0)
    low, high = settings.get("range") or _padded(numbers)
    axis = Axis(kind, float(low), float(high), [], [], words)
    places = settings.get("tickvals") or _round_ticks(axis)
    labels = settings.get("ticktext") or [f"{value:,g}{settings.get('ticksuffix', '')}" for value in places]
    axis.ticks = [(axis.scaled(value), str(label)) for value, label in zip(places, labels, strict=True)]
    return axis


def _category_axis(settings: dict[str, Any], values: list[str], title: str) -> Axis:
    order = [str(value) for value in settings.get("categoryarray") or dict.fromkeys(values)]
    labels = dict(zip(settings.get("tickvals") or [], settings.get("ticktext") or [], strict=False))
    ticks = [(float(place), str(labels.get(name, name))) for place, name in enumerate(order)]
    return Axis("category", -0.5, len(order) - 0.5, order, ticks, title)


def _length_axis(traces: Any) -> str:
    """Return the axis along which bars have their length, which must show zero."""
    bars = [trace for trace in traces if trace["type"] == "bar"]
    if not bars:
        return ""
    return "x" if bars[0].get("orientation") == "h" else "y"


def _error_ends(trace: dict[str, Any], name: str) -> list[float]:
    error = trace.get(f"error_{name}")
    if not error:
        return []
    up = list(error["array"])
    down = list(error.get("arrayminus") or up)
    values = trace[name]
    return [v + u for v, u in zip(values, up, strict=True)] + [v - d for v, d in zip(values, down, strict=True)]


def _padded(numbers: list[float]) -> tuple[float, float]:
    low, high = min(numbers, default=0.0), max(numbers, default=1.0)
    room = (high - low) * 0.05 or 1.0
    return (low if low == 0 else low - room), high + room


def _round_ticks(axis: Axis) -> list[float]:
    """Return round tick values inside the axis."""
    if axis.kind == "log":
        return [10.0**power for power in range(math.ceil(axis.low), math.floor(axis.high) + 1)]
    span = axis.high - axis.low
    power = 10 ** math.floor(math.log10(span / 4))
    step = next(factor * power for factor in (1, 2, 5, 10) if span / (factor * power) <= MAX_TICKS)
    first, last = math.ceil(axis.low / step), math.floor(axis.high / step)
    return [round(place * step, 10) for place in range(first, last + 1)]
