"""A drawn body, front and back, on which explorers mark places; drawn by this course, its proportions for the eye."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

WIDTH, HEIGHT = 160, 448
"""Of one figure's coordinates; the middle line is at half the width."""
MIDDLE = WIDTH / 2

_HALF = (
    (0, 8), (13, 13), (18, 30), (15, 50), (9, 60), (10, 72), (26, 80), (44, 88), (52, 104), (56, 138), (60, 172),
    (64, 204), (72, 218), (73, 236), (66, 248), (58, 240), (55, 222), (54, 204), (46, 172), (41, 140), (37, 114),
    (36, 146), (32, 176), (37, 206), (40, 234), (38, 272), (33, 312), (31, 330), (34, 356), (29, 392), (24, 418),
    (29, 434), (24, 441), (11, 440), (10, 420), (11, 392), (10, 356), (10, 330), (8, 296), (4, 250), (0, 240),
)  # fmt: skip
"""Right half of the outline, from the crown to the crotch, as distances from the middle line."""


def outline() -> str:
    """Return the outline as an SVG path, smooth through its points."""
    right = [(MIDDLE + x, y) for x, y in _HALF]
    left = [(MIDDLE - x, y) for x, y in reversed(_HALF[1:-1])]
    points = right + left
    parts = [f"M {points[0][0]:g} {points[0][1]:g}"]
    count = len(points)
    for place in range(count):
        before, here, there, after = (points[(place + step) % count] for step in (-1, 0, 1, 2))
        # A Catmull-Rom spline as Bézier pieces: a sixth of the way along the neighbours' chord.
        first = (here[0] + (there[0] - before[0]) / 6, here[1] + (there[1] - before[1]) / 6)
        second = (there[0] - (after[0] - here[0]) / 6, there[1] - (after[1] - here[1]) / 6)
        numbers = (value for point in (first, second, there) for value in point)
        parts.append("C " + " ".join(f"{value:.4g}" for value in numbers))
    return f"{' '.join(parts)} Z"


def both(x: float, y: float) -> list[list[float]]:
    """Return a place on both sides of the middle line, or once on it."""
    return [[MIDDLE + x, y], [MIDDLE - x, y]] if x else [[MIDDLE, y]]


def marked(side: str, marks: Iterable[tuple[float, float, bool]], says: str) -> str:
    """Return the body seen from `side` as SVG, with marks: a full disc where lit, a ring where not."""
    discs = "".join(
        f'<circle cx="{x:g}" cy="{y:g}" r="{6 if lit else 4}" fill="var({"--rf-flag" if lit else "--rf-card"})" '
        f'stroke="var({"--rf-ink" if lit else "--rf-line"})" stroke-width="1.5"/>'
        for x, y, lit in marks
    )
    return (
        f'<svg class="rf-body" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(says)}">'
        f'<path d="{outline()}" fill="var(--rf-card)" stroke="var(--rf-line)" stroke-width="2.5"/>{discs}'
        f'<text x="4" y="16" font-size="15" fill="var(--rf-muted)">{side}</text></svg>'
    )
