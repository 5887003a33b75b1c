"""`{svg-figure}`: a drawing set into the page itself, so that it follows the theme's colours and prints."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from redflags.book.content import CourseDirective
from redflags.drawing import drawing
from redflags.model.figure import Figure
from redflags.validate import validate
from redflags.yaml_text import read_yaml

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx


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
