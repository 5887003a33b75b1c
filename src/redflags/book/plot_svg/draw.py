"""Lines, text and colours of a still chart."""

from __future__ import annotations

from html import escape
from typing import Any

from redflags.plots.tokens import tokens

WIDTH = 720
"""Width of a drawing in its own units; it scales with the page."""
SIZE = 24
"""Type size: 12 px on a phone 360 px wide."""
CHAR = 0.52
"""Average width of a letter of the system font, in em."""
DASHES = {"dash": "9 6", "dot": "2 6", "dashdot": "9 5 2 5"}


class UndrawableError(ValueError):
    """A figure holds something that the still version does not draw."""


def paint(colour: Any, fallback: str = "ink") -> str:
    """Return a token's colour as a CSS custom property, so that it follows the reader's theme."""
    names = {value.lower(): name for name, value in tokens().items()}
    value = tokens()[fallback] if colour is None else colour
    if not isinstance(value, str) or value.lower() not in names:
        raise UndrawableError(f"the colour {value!r}: take colours from redflags.plots.colour")
    return f"var(--rf-{names[value.lower()]}, {value})"


def token_paint(name: str) -> str:
    """Return a token's colour by its name."""
    return paint(tokens()[name])


def each(value: Any, place: int) -> Any:
    """Return one element of a setting that may stand for all points."""
    return value[place] if isinstance(value, list | tuple) else value


def text(x: float, y: float, words: str, anchor: str, colour: str = "ink", weight: str = "normal") -> str:
    """Return text; `<br>` parts lines, `<b>` around all of it makes it bold."""
    if words.startswith("<b>") and words.endswith("</b>"):
        words, weight = words[3:-4], "bold"
    spans = "".join(
        f'<tspan x="{x:.1f}" dy="{0 if place == 0 else SIZE * 1.2:.1f}">{escape(line, quote=False)}</tspan>'
        for place, line in enumerate(words.split("<br>"))
    )
    bold = f' font-weight="{weight}"' if weight != "normal" else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{bold} fill="{token_paint(colour)}">{spans}</text>'


def line(ends: tuple[float, float, float, float], colour: str, width: float = 2, dash: str | None = None) -> str:
    """Return a straight line from (x1, y1) to (x2, y2)."""
    x1, y1, x2, y2 = ends
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" '
        f'stroke="{colour}" stroke-width="{width:g}"{dashed(dash)}/>'
    )


def dashed(dash: str | None) -> str:
    """Return the attribute that dashes a stroke, or nothing."""
    return f' stroke-dasharray="{DASHES[dash]}"' if dash in DASHES else ""
