"""Grid, tick labels and axis titles of a still chart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from redflags.book.plot_svg.draw import SIZE, line, text, token_paint

if TYPE_CHECKING:
    from redflags.book.plot_svg.axes import Axis


def frame(x: Axis, y: Axis, layout: dict[str, Any], height: float) -> list[str]:
    """Return the parts behind the data."""
    faint = token_paint("line")
    top, bottom = min(y.start, y.end), max(y.start, y.end)
    parts = []
    for value, words in x.ticks:
        place = x.place(value)
        if _has_grid(x, layout.get("xaxis", {})):
            parts.append(line((place, top, place, bottom), faint, 0.6))
        parts.append(text(place, bottom + SIZE * 1.15, words, "middle", "muted"))
    for value, words in y.ticks:
        place = y.place(value)
        if _has_grid(y, layout.get("yaxis", {})):
            parts.append(line((x.start, place, x.end, place), faint, 0.6))
        lines_above = 0.6 * words.count("<br>")
        parts.append(text(x.start - 10, place + SIZE * (0.35 - lines_above), words, "end"))
    parts.append(line((x.start, bottom, x.end, bottom), faint, 1.5))
    if x.title:
        parts.append(text((x.start + x.end) / 2, height - 8, x.title, "middle", "muted"))
    if y.title:
        middle = (top + bottom) / 2
        turned = text(SIZE, middle, y.title, "middle", "muted")
        parts.append(f'<g transform="rotate(-90 {SIZE} {middle:.1f})">{turned}</g>')
    return parts


def _has_grid(axis: Axis, settings: dict[str, Any]) -> bool:
    return axis.kind != "category" and bool(settings.get("showgrid", True))
