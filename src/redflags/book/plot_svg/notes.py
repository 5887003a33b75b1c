"""Lines and words that a still chart carries beside its data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from redflags.book.plot_svg.draw import SIZE, UndrawableError, line, paint, text
from redflags.plots.tokens import tokens

if TYPE_CHECKING:
    from redflags.book.plot_svg.axes import Axis


def _is_paper(reference: str) -> bool:
    """Whether a coordinate is a share of the plot rather than a data value."""
    return reference == "paper" or reference.endswith("domain")


def _share(axis: Axis, value: float) -> float:
    return axis.start + value * (axis.end - axis.start)


def shape(settings: dict[str, Any], x: Axis, y: Axis) -> str:
    """Return a line across the chart."""
    if settings.get("type") != "line":
        raise UndrawableError(f"a shape of type {settings.get('type')!r}: only lines are drawn")

    def at(axis: Axis, name: str, end: str) -> float:
        value = settings[f"{name}{end}"]
        return _share(axis, value) if _is_paper(settings.get(f"{name}ref", name)) else axis.at(value)

    style = settings.get("line", {})
    ends = (at(x, "x", "0"), at(y, "y", "0"), at(x, "x", "1"), at(y, "y", "1"))
    return line(ends, paint(style.get("color"), "muted"), float(style.get("width", 2)), style.get("dash"))


def annotation(note: dict[str, Any], x: Axis, y: Axis) -> str:
    """Return words at a place."""
    if note.get("showarrow", True):
        raise UndrawableError("an annotation with an arrow: set showarrow=False")

    def at(axis: Axis, name: str) -> float:
        value = note.get(name, 0.5)
        if _is_paper(note.get(f"{name}ref", name)):
            return _share(axis, value)
        # Unlike shapes, annotations on a log axis give the power of ten.
        return axis.at(value) if isinstance(value, str) else axis.place(float(value))

    anchor = {"left": "start", "right": "end"}.get(note.get("xanchor", "center"), "middle")
    drop = {"top": SIZE * 0.9, "bottom": -4.0}.get(note.get("yanchor", "middle"), SIZE * 0.35)
    left, top = at(x, "x") + note.get("xshift", 0), at(y, "y") - note.get("yshift", 0)
    names = {value: name for name, value in tokens().items()}
    colour = names.get((note.get("font") or {}).get("color", ""), "ink")
    return text(left, top + drop, note.get("text", ""), anchor, colour)
