"""`{svg-figure}`: a drawing set into the page itself, so that it follows the theme's colours and prints."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from redflags.book.content import CourseDirective
from redflags.model.figure import Figure
from redflags.validate import validate
from redflags.yaml_text import read_yaml

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

SVG = "{http://www.w3.org/2000/svg}"
_FORBIDDEN = {f"{SVG}script", f"{SVG}foreignObject", f"{SVG}image", f"{SVG}a"}


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
    if root.tag != f"{SVG}svg" or "viewBox" not in root.attrib:
        raise ValueError("its root must be <svg> with a viewBox")
    for element in root.iter():
        handlers = [name for name in element.attrib if name.startswith("on") or "href" in name.lower()]
        if element.tag in _FORBIDDEN or any(not element.attrib[name].startswith("#") for name in handlers):
            raise ValueError(
                f"it holds <{element.tag.split('}')[-1]}> or a link to outside: drawings are self-contained"
            )
    return re.sub(r"^<\?xml[^>]*\?>\s*", "", re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)).strip()


class SvgFigure(CourseDirective):
    """```` ```{svg-figure} name ```` with the caption as its body."""

    required_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the figure; what stands beside the drawing gives its title, alternative, source and licence."""
        folder = Path(self.env.srcdir) / "figures"
        path, beside = folder / f"{self.arguments[0]}.svg", folder / f"{self.arguments[0]}.yaml"
        for needed in (path, beside):
            if not needed.is_file():
                raise self.error(f"no file book/figures/{needed.name}")
            self.env.note_dependency(str(needed))
        document = read_yaml(beside, f"book/figures/{beside.name}")
        about = validate(document, Figure)
        if about is None:
            raise self.error("\n".join(map(str, document.problems)))
        try:
            markup = drawing(path)
        except ValueError as error:
            raise self.error(f"book/figures/{path.name}: {error}") from error
        name = f"fig-{self.arguments[0]}"
        svg = markup.replace("<svg", f'<svg role="img" aria-labelledby="{name}-title" aria-describedby="{name}-alt"', 1)
        start = (
            f'<figure class="rf-figure-wrap" id="{name}">'
            f'<p class="rf-figure-title" id="{name}-title">{escape(about.title)}</p>{svg}<figcaption>'
        )
        end = (
            f'<p class="rf-figure-source">{escape(about.source)}. {escape(about.licence)}.</p>'
            '<details class="rf-figure-alt"><summary>The figure in words</summary>'
            f'<p id="{name}-alt">{escape(about.alt)}</p></details></figcaption></figure>'
        )
        return [self.html(start), *self.caption(), self.html(end)]


def setup(app: Sphinx) -> None:
    """Add the directive."""
    app.add_directive("svg-figure", SvgFigure)
