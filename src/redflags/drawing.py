"""Drawings: read an SVG file as markup that is safe inside a page, and measure it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from pathlib import Path

_SVG = "{http://www.w3.org/2000/svg}"
# What draws, and nothing that runs, styles the page around it, or moves; the player's twin is `picture/drawing.ts`.
_ALLOWED = frozenset(
    "svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan pattern marker clipPath"
    " mask linearGradient radialGradient stop".split()
)
_OUTSIDE = re.compile(r"url\(\s*[\"']?(?!#)", re.IGNORECASE)


def drawing(path: Path) -> str:
    """Read an SVG file as markup that is safe and themable inside a page.

    Raises
    ------
    ValueError
        The file isn't SVG, holds a script or an outside reference, or has no view box.
    """
    text = path.read_text(encoding="utf-8")
    if "<!" in re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL):
        raise ValueError("it holds a document type or entities: remove them")
    try:
        root = ET.fromstring(text)  # noqa: S314 (entities, its one danger, were refused above)
    except ET.ParseError as error:
        raise ValueError(f"it is not SVG: {error}") from error
    if root.tag != f"{_SVG}svg" or "viewBox" not in root.attrib:
        raise ValueError("its root must be <svg> with a viewBox")
    for element in root.iter():
        name = element.tag.removeprefix(_SVG)
        if name not in _ALLOWED or any(_reaches_out(key, value) for key, value in element.attrib.items()):
            raise ValueError(f"it holds <{name.split('}')[-1]}> or a link to outside: drawings are self-contained")
    return re.sub(r"^<\?xml[^>]*\?>\s*", "", re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)).strip()


def _reaches_out(name: str, value: str) -> bool:
    """Whether an attribute runs a script or names something beyond the drawing."""
    named = name.rsplit("}", maxsplit=1)[-1].lower()
    return (
        named.startswith("on")
        or named in {"style", "src"}
        or (named == "href" and not value.startswith("#"))
        or bool(_OUTSIDE.search(value))
    )


def view_box(markup: str) -> tuple[float, float, float, float]:
    """Return left, top, width and height of a drawing's own coordinates."""
    found = re.search(r'viewBox="([^"]*)"', markup)
    left, top, width, height = map(float, re.split(r"[\s,]+", found[1].strip())) if found else (0.0, 0.0, 1.0, 1.0)
    return left, top, width, height


def with_ids(markup: str, prefix: str) -> str:
    """Put a prefix before every id and every use of one, so that a drawing can stand twice on a page."""
    return re.sub(r"""(\sid=["']|url\(#|href=["']#)""", rf"\g<1>{prefix}", markup)
