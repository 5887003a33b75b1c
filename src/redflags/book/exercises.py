"""`{exercise-list}`: the exercises with their notebooks, which the build puts beside the pages; never a key."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from redflags.book.content import CourseDirective, content_of
from redflags.book.paper import BUILDERS, on_paper
from redflags.book.patient import FOR
from redflags.compile import write_json
from redflags.release.notebooks import notebook_json
from redflags.release.questions import points, questions_json
from redflags.release.student import student_cells

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

    from redflags.exercise_source import ExerciseSource

FOLDER = "exercises"
"""Where the students' notebooks stand among the built pages."""


class ExerciseList(CourseDirective):
    """```` ```{exercise-list} ````: every exercise with what it takes and asks, and the notebook to download."""

    def run(self) -> list[nodes.Node]:
        """Return the list; a new exercise can't be depended on, so the page is made anew in each build."""
        self.env.note_reread()
        rows = "".join(f"<li>{self._row(source)}</li>" for source in self.content_model.exercises.values())
        return [self.html(f'<ul class="rf-patients" role="list" aria-label="Exercises">{rows}</ul>')]

    def _row(self, source: ExerciseSource) -> str:
        exercise = source.exercise
        worth = sum(points(source, question) for question in exercise.questions)
        way = "with a little code" if exercise.code else "no code"
        about = f"{exercise.minutes} minutes · {way} · {worth} points{FOR[exercise.track]}"
        return (
            f"<p>{escape(exercise.title)}</p><p>{escape(exercise.says)}</p>"
            f"<p>{about}{'' if on_paper(self.env) else self._files(source.name)}</p>"
        )

    def _files(self, name: str) -> str:
        up = "../" * self.env.docname.count("/")
        links = [
            f'<a href="{up}{FOLDER}/{name}/{file}" download>{words}</a>'
            for file, words in ((f"{name}.ipynb", "Notebook"), (f"{name}.questions.json", "its questions"))
        ]
        return f" · {' and '.join(links)}"


def write_notebooks(app: Sphinx, error: Exception | None) -> None:
    """Put the students' notebooks beside the pages."""
    if error is not None or app.builder.name in BUILDERS or app.builder.format != "html":
        return
    content = content_of(app.env)
    for name, source in content.exercises.items():
        folder = Path(app.outdir) / FOLDER / name
        write_json(folder / f"{name}.questions.json", questions_json(content, source))
        text = notebook_json(content, source, student_cells(source))
        (folder / f"{name}.ipynb").write_text(text, encoding="utf-8")


def setup(app: Sphinx) -> None:
    """Add the directive, and write the notebooks when the pages are written."""
    app.add_directive("exercise-list", ExerciseList)
    app.connect("build-finished", write_notebooks)
