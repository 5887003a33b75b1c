"""`{lab}`: an explorer in a page, as readable HTML that its own script turns into a live one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from docutils.parsers.rst import directives

from redflags.book.content import CourseDirective, depend
from redflags.book.evidence_role import TAIL, note_citation
from redflags.book.paper import on_paper
from redflags.compile import compile_lab
from redflags.labs import make
from redflags.static_lab import lab_html, reading

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

    from redflags.labs import Lab

HEADING = 3
_CITE = re.compile(r'<cite class="rf-lab-ev">([^<]+)</cite>')


class LabDirective(CourseDirective):
    """```` ```{lab} red-flags ````; option `mode`, one of the explorer's."""

    required_arguments = 1
    option_spec: ClassVar = {"mode": directives.unchanged_required}

    def run(self) -> list[nodes.Node]:
        """Return the explorer."""
        made = self.made()
        lab = compile_lab(self.content_model, made)
        depend(self.env, *made.uses)
        marked = dict.fromkeys(_CITE.findall(lab["html"]))
        cited = _CITE.sub(lambda match: f"{TAIL}{note_citation(self.env, match[1])}</span>", lab["html"])
        rest = "".join(note_citation(self.env, entry) for entry in lab["evidence"] if entry not in marked)
        sources = f'<p class="rf-figure-source">Sources: {rest}</p>' if rest else ""
        lab["html"] = f"{cited}{sources}"
        if on_paper(self.env):
            return [self.html(f'<section class="rf-lab">{reading(lab, HEADING)}</section>')]
        self.env.metadata[self.env.docname].setdefault("redflags_labs", []).append(made.name)
        known = "register" in self.env.found_docs
        uri = self.env.app.builder.get_relative_uri(self.env.docname, "register") if known else ""
        return [self.html(lab_html(lab, HEADING, uri, self.options.get("mode", made.modes[0])))]

    def made(self) -> Lab:
        """Return what stands here (that it exists was checked before the build)."""
        return make(self.content_model, self.arguments[0])


def setup(app: Sphinx) -> None:
    """Add the directive."""
    app.add_directive("lab", LabDirective)
