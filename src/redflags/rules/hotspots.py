"""Image hotspots: the drawing exists, and its regions lie on it, apart from each other, large enough to be touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from redflags.drawing import view_box
from redflags.model.items import ImageHotspot
from redflags.rules.parts import asked_items
from redflags.rules.suggest import suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from redflags.problem import Problem
    from redflags.reading import Content
    from redflags.rules.parts import Asked

TARGET = 44
"""Pixels that a finger needs (WCAG 2.2, 2.5.5)."""
NARROWEST = 256
"""Pixels that a drawing is wide on a screen of 320, after the margins of page and card."""


def check(content: Content) -> Iterator[Problem]:
    """Check every image hotspot."""
    for asked in asked_items(content):
        item = asked.item
        if not isinstance(item, ImageHotspot):
            continue
        if item.figure not in content.drawings:
            yield asked.place.under("figure").problem(
                f"no figure `book/figures/{item.figure}.svg`", suggestion(item.figure, content.drawings)
            )
        elif item.svg:
            yield from _regions(asked, item)


def _regions(asked: Asked, item: ImageHotspot) -> Iterator[Problem]:
    left, top, width, height = view_box(item.svg)
    for number, region in enumerate(item.regions):
        at = asked.place.under("regions", number, "shape")
        if not all(left <= x <= left + width and top <= y <= top + height for x, y in region.shape.corners):
            yield at.problem(
                f"the region lies outside the drawing, whose view box is {left:g} {top:g} {width:g} {height:g}",
                "move it, or make it smaller",
            )
        small = min(region.shape.size) * NARROWEST / width
        if small < TARGET:
            yield at.problem(
                f"the region is {small:.0f} pixels small on a phone, and a finger needs {TARGET}",
                f"make it at least {TARGET * width / NARROWEST:.0f} units wide and high, or draw a closer figure",
            )
        for other in item.regions:
            if other is not region and other.shape.holds(region.shape.centre):
                yield at.problem(
                    f"its middle lies in the region {other.id.upper()} ({other.text.plain()})", "draw them apart"
                )
