"""`{quiz}`: questions in a page, as readable HTML that the page's script turns into a player."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils.parsers.rst import directives

from redflags.book.content import CourseDirective, depend
from redflags.book.paper import on_paper, questions
from redflags.book.progress import note_asked
from redflags.compile import compile_quiz
from redflags.model.items import ImageHotspot
from redflags.static_html import MODES, Sitting, quiz_html

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

CHECK = 3
"""A part of a quiz with at most this many items is a check within the text, and is called so."""


class QuizDirective(CourseDirective):
    """```` ```{quiz} red-flags ````; options: `items` to show, in order; `title`; `mode` and `minutes`."""

    required_arguments = 1
    option_spec: ClassVar = {
        "items": directives.unchanged_required,
        "title": directives.unchanged_required,
        "mode": lambda argument: directives.choice(argument, MODES),
        "minutes": directives.positive_int,
    }

    def run(self) -> list[nodes.Node]:
        """Return the questions (that they exist was checked before the build)."""
        name = self.arguments[0]
        items = self.options["items"].split() if "items" in self.options else None
        compiled = compile_quiz(self.content_model, name, items)
        if "title" in self.options:
            compiled["title"] = self.options["title"]
        elif items and len(items) <= CHECK and "mode" not in self.options:
            compiled["title"] = "Check yourself"
        # A marked quiz doesn't say which entries its words come from.
        cited = self.content_model.evidence if compiled["marked"] else compiled["evidence"]
        depend(self.env, ("quiz", name), *(("evidence", entry) for entry in cited))
        items_here = self.content_model.quizzes[name].all_items()
        for figure in [item.figure for item in items_here if isinstance(item, ImageHotspot)]:
            for kind in ("svg", "yaml"):
                self.env.note_dependency(f"{self.env.srcdir}/figures/{figure}.{kind}")
        self.env.metadata[self.env.docname].setdefault("redflags_cited", {}).update(dict.fromkeys(compiled["evidence"]))
        if on_paper(self.env):
            return [self.html(questions(self.env, compiled))]
        register = "register"
        known = register in self.env.found_docs
        uri = self.env.app.builder.get_relative_uri(self.env.docname, register) if known else ""
        mode = self.options.get("mode", "exam" if compiled["marked"] else "practice")
        part = " ".join(sorted(items)) if items and mode == "exam" else ""
        home = self.content_model.quizzes[name].chapter if mode == "practice" else self.env.docname
        note_asked(self.env, compiled, home, mode, part)
        return [self.html(quiz_html(compiled, 3, uri, Sitting(mode, self.options.get("minutes"), part)))]


def setup(app: Sphinx) -> None:
    """Add the directive."""
    app.add_directive("quiz", QuizDirective)
