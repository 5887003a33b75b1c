"""`{exam}`: a mock exam drawn from the bank, with its blueprint as a table."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from redflags.blueprint import DrawError
from redflags.book.bank_report import table
from redflags.book.content import CourseDirective, depend
from redflags.book.paper import on_paper
from redflags.book.progress import note_asked
from redflags.compile import compile_exam
from redflags.static_html import Sitting, quiz_html

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx


class ExamDirective(CourseDirective):
    """```` ```{exam} medicine ````."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return blueprint and player; on paper the blueprint alone, since its questions stand in their chapters."""
        name = self.arguments[0]
        exam = self.content_model.exams[name]
        # Any changed quiz may change the draw.
        self.env.note_reread()
        depend(self.env, ("exam", name))
        try:
            compiled = compile_exam(self.content_model, name, self.env.found_docs)
        except DrawError as error:
            raise self.error(f"the exam `{name}` can't be drawn: {error}") from error
        rows = [[escape(cell.part.partition("-")[2].capitalize()), str(cell.items)] for cell in exam.blueprint]
        if exam.case_studies:
            rows.append(["Unfolding case studies", f"{exam.case_studies} of 6 questions"])
        blueprint = table(f"Blueprint: {exam.title}", ["Part of the course", "Questions"], rows)
        if on_paper(self.env):
            return [self.html(blueprint)]
        note_asked(self.env, compiled, self.env.docname, "exam")
        known = "register" in self.env.found_docs
        uri = self.env.app.builder.get_relative_uri(self.env.docname, "register") if known else ""
        return [self.html(blueprint + quiz_html(compiled, 2, uri, Sitting("exam", exam.minutes)))]


def setup(app: Sphinx) -> None:
    """Add the directive."""
    app.add_directive("exam", ExamDirective)
