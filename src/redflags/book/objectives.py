"""`{objectives}`: what a learner can do after this chapter, as its quiz file declares it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from redflags.book.content import CourseDirective, depend

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

TRACKS = {"medicine": "medicine", "nursing": "nursing"}


class Objectives(CourseDirective):
    """A titled list; takes no argument."""

    def run(self) -> list[nodes.Node]:
        """Return the list, or an error if no quiz names this page as its chapter."""
        quizzes = {name: quiz for name, quiz in self.content_model.quizzes.items() if quiz.chapter == self.env.docname}
        if not quizzes:
            raise self.error(f"no quiz in book/quizzes has `chapter: {self.env.docname}`")
        depend(self.env, *(("quiz", name) for name in quizzes))
        rows = "".join(
            f"<li>{escape(objective.text)}{self._track(objective.track)}</li>"
            for quiz in quizzes.values()
            for objective in quiz.objectives
        )
        lead = '<p class="rf-objectives-lead" id="rf-objectives-lead">After this chapter you can</p>'
        return [
            self.html(
                f'<section class="rf-objectives" aria-labelledby="rf-objectives-lead">{lead}<ul>{rows}</ul></section>'
            )
        ]

    def _track(self, track: str) -> str:
        return f' <span class="rf-track">{TRACKS[track]}</span>' if track in TRACKS else ""


def setup(app: Sphinx) -> None:
    """Add the directive."""
    app.add_directive("objectives", Objectives)
