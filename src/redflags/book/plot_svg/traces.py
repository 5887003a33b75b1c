"""Data of a still chart: lines, markers, error bars, bars."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from redflags.book.plot_svg.draw import CHAR, SIZE, UndrawableError, dashed, each, line, paint, text

if TYPE_CHECKING:
    from redflags.book.plot_svg.axes import Axis

CAP = 7
"""Half the length of an error bar's cap."""


def scatter(trace: dict[str, Any], x: Axis, y: Axis) -> list[str]:
    """Return a line, error bars, markers and labels, from back to front."""
    points = [(x.at(a), y.at(b)) for a, b in zip(trace["x"], trace["y"], strict=True)]
    mode = trace.get("mode", "lines")
    parts = [_path(trace.get("line", {}), points)] if "lines" in mode else []
    parts += _error_bars(trace, points, x, y)
    if "markers" in mode:
        parts += [_marker(trace.get("marker", {}), place, *point) for place, point in enumerate(points)]
    if "text" in mode:
        position = str(trace.get("textposition", "top center"))
        parts += [_label(str(each(trace["text"], place)), position, *point) for place, point in enumerate(points)]
    return parts


def _path(style: dict[str, Any], points: list[tuple[float, float]]) -> str:
    step = style.get("shape") == "hv"
    (first_x, first_y), *rest = points
    path = f"M{first_x:.1f} {first_y:.1f}" + "".join(
        f"H{a:.1f}V{b:.1f}" if step else f"L{a:.1f} {b:.1f}" for a, b in rest
    )
    colour = paint(style.get("color"), "accent")
    width, dash = style.get("width", 3), dashed(style.get("dash"))
    return f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width:g}"{dash}/>'


def _label(words: str, position: str, x: float, y: float) -> str:
    """Return a point's text beside it."""
    drop = {"top": -0.7, "bottom": 1.3}.get(position.split(maxsplit=1)[0], 0.35) * SIZE
    if "left" in position:
        return text(x - 14, y + drop, words, "end")
    if "right" in position:
        return text(x + 14, y + drop, words, "start")
    return text(x, y + drop, words, "middle")


def _marker(marker: dict[str, Any], place: int, x: float, y: float) -> str:
    """Return one marker in its symbol."""
    half = float(each(marker.get("size", 12), place)) / 2 + 2
    colour = paint(each(marker.get("color"), place), "accent")
    symbol = str(each(marker.get("symbol", "circle"), place))
    fill = "var(--rf-card, #ffffff)" if symbol.endswith("-open") else colour
    style = f'fill="{fill}" stroke="{colour}" stroke-width="3"'
    match symbol.removesuffix("-open"):
        case "circle":
            return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{half:g}" {style}/>'
        case "square":
            side = f'width="{2 * half:g}" height="{2 * half:g}"'
            return f'<rect x="{x - half:.1f}" y="{y - half:.1f}" {side} {style}/>'
        case "diamond":
            d = half * 1.3
            return f'<path d="M{x:.1f} {y - d:.1f}l{d:g} {d:g}l{-d:g} {d:g}l{-d:g} {-d:g}z" {style}/>'
    raise UndrawableError(f"the marker symbol {symbol!r}: circle, square and diamond are drawn")


def _error_bars(trace: dict[str, Any], points: list[tuple[float, float]], x: Axis, y: Axis) -> list[str]:
    """Return error bars with caps."""
    parts = []
    for name, axis in (("x", x), ("y", y)):
        error = trace.get(f"error_{name}")
        if not error:
            continue
        colour, width = paint(error.get("color"), "accent"), float(error.get("thickness", 2.5))
        up = list(error["array"])
        down = list(error.get("arrayminus") or up)
        for value, more, less, (a, b) in zip(trace[name], up, down, points, strict=True):
            if more == less == 0:
                continue
            low, high = axis.at(value - less), axis.at(value + more)
            if name == "x":
                ends = [(low, b, high, b), (low, b - CAP, low, b + CAP), (high, b - CAP, high, b + CAP)]
            else:
                ends = [(a, low, a, high), (a - CAP, low, a + CAP, low), (a - CAP, high, a + CAP, high)]
            parts += [line(end, colour, width) for end in ends]
    return parts


def bars(trace: dict[str, Any], all_bars: list[dict[str, Any]], x: Axis, y: Axis) -> list[str]:
    """Return one series of bars, grouped beside the others; its text stands inside where there is room."""
    flat = trace.get("orientation") == "h"
    along, across = (x, y) if flat else (y, x)
    values, names = (trace["x"], trace["y"]) if flat else (trace["y"], trace["x"])
    width = abs(across.place(1) - across.place(0)) * 0.7 / len(all_bars)
    order = all_bars.index(trace) - (len(all_bars) - 1) / 2
    shift = order * width * (1 if across.end > across.start else -1)
    parts = []
    for place, (name, value) in enumerate(zip(names, values, strict=True)):
        middle = across.at(name) + shift
        start, end = along.at(0), along.at(value)
        low, length = min(start, end), abs(end - start)
        box = (low, middle - width / 2, length, width) if flat else (middle - width / 2, low, width, length)
        colour = paint(each(trace.get("marker", {}).get("color"), place), "accent")
        parts.append(
            f'<rect x="{box[0]:.1f}" y="{box[1]:.1f}" width="{box[2]:.1f}" height="{box[3]:.1f}" fill="{colour}"/>'
        )
        words = each(trace.get("text"), place)
        if words is not None:
            parts.append(_bar_text(str(words), flat, middle, end, length))
    return parts


def _bar_text(words: str, flat: bool, middle: float, end: float, length: float) -> str:
    if not flat:
        return text(middle, end - 8, words, "middle", "ink", "bold")
    if length > len(words) * SIZE * CHAR + 24:
        return text(end - 10, middle + SIZE * 0.35, words, "end", "card", "bold")
    return text(end + 10, middle + SIZE * 0.35, words, "start", "ink", "bold")
