"""Shapes on a drawing, in the units of its view box."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import Field, model_validator

from redflags.model.strict import Strict

Point: TypeAlias = tuple[float, float]
_Size = Annotated[float, Field(gt=0)]


class Shape(Strict):
    """One of `circle: [x, y, r]`, `ellipse: [x, y, rx, ry]`, `rect: [x, y, width, height]`, `polygon: [[x, y], …]`."""

    circle: tuple[float, float, _Size] | None = None
    ellipse: tuple[float, float, _Size, _Size] | None = None
    rect: tuple[float, float, _Size, _Size] | None = None
    polygon: Annotated[list[Point], Field(min_length=3, max_length=40)] | None = None

    @model_validator(mode="after")
    def _one(self) -> Shape:
        if len(self.model_fields_set) != 1:
            raise ValueError("`shape` holds exactly one of circle, ellipse, rect, polygon")
        return self

    @property
    def _round(self) -> tuple[float, float, float, float] | None:
        return (*self.circle, self.circle[2]) if self.circle else self.ellipse

    @property
    def corners(self) -> list[Point]:
        """Corners of a rectangle or polygon, or of the box around something round."""
        if self.polygon:
            return self.polygon
        if self._round:
            x, y, rx, ry = self._round
            left, top, width, height = x - rx, y - ry, 2 * rx, 2 * ry
        else:
            left, top, width, height = self.rect or (0, 0, 0, 0)
        return [(left, top), (left + width, top), (left + width, top + height), (left, top + height)]

    @property
    def outline(self) -> str:
        """The shape as path data."""
        if self._round:
            x, y, rx, ry = self._round
            arc = f"a{rx:g} {ry:g} 0 1 0"
            return f"M{x - rx:g} {y:g}{arc} {2 * rx:g} 0{arc} {-2 * rx:g} 0Z"
        return f"M{'L'.join(f'{x:g} {y:g}' for x, y in self.corners)}Z"

    @property
    def centre(self) -> Point:
        """Middle of the shape: the centroid of its area."""
        corners = self.corners
        pairs = list(zip(corners, [*corners[1:], corners[0]], strict=True))
        crosses = [x * v - u * y for (x, y), (u, v) in pairs]
        area = 3 * sum(crosses)
        if area == 0:
            return corners[0]
        return (
            round(sum((x + u) * cross for ((x, _), (u, _)), cross in zip(pairs, crosses, strict=True)) / area, 2),
            round(sum((y + v) * cross for ((_, y), (_, v)), cross in zip(pairs, crosses, strict=True)) / area, 2),
        )

    @property
    def size(self) -> Point:
        """Width and height of the box around it."""
        across, down = zip(*self.corners, strict=True)
        return max(across) - min(across), max(down) - min(down)

    def holds(self, point: Point) -> bool:
        """Whether a point lies inside, by crossing numbers or the ellipse's equation."""
        px, py = point
        if self._round:
            x, y, rx, ry = self._round
            return ((px - x) / rx) ** 2 + ((py - y) / ry) ** 2 < 1
        corners = self.corners
        inside = False
        for (x, y), (u, v) in zip(corners, [*corners[1:], corners[0]], strict=True):
            if (y > py) != (v > py) and px < x + (py - y) / (v - y) * (u - x):
                inside = not inside
        return inside
