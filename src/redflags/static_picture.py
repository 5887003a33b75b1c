"""The drawing of an image hotspot as plain HTML, its regions outlined and lettered."""

from __future__ import annotations

from html import escape
from typing import Any

from redflags.drawing import view_box, with_ids

LETTER = 24
"""Letters are a 24th of the drawing's width high: readable on a phone, small at a desk."""


def picture(item: dict[str, Any]) -> str:
    """Return the drawing with its overlay; the drawing's words are its name for screen readers."""
    size = view_box(item["svg"])[2] / LETTER
    regions = "".join(
        f'<path class="rf-halo" d="{region["outline"]}"/><path class="rf-region" d="{region["outline"]}"/>'
        f"{_letter(region, size)}"
        for region in item["regions"]
    )
    drawn = with_ids(item["svg"], f"{item['id']}-")
    drawn = drawn.replace("<svg", f'<svg role="img" aria-label="{escape(item["alt"])}"', 1)
    return f"{drawn[: drawn.rindex('</svg>')]}{regions}</svg>"


def _letter(region: dict[str, Any], size: float) -> str:
    x, y = region["at"]
    return (
        f'<circle class="rf-badge" cx="{x:g}" cy="{y:g}" r="{size * 0.8:g}"/>'
        f'<text class="rf-badge-letter" x="{x:g}" y="{y + size * 0.36:g}" font-size="{size:g}" text-anchor="middle">'
        f"{region['id'].upper()}</text>"
    )
