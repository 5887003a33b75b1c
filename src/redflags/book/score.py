"""`{score}`: a score as a sheet to read and print, which its script turns into a form that adds up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from redflags.book.lab import LabDirective
from redflags.score_lab import score_lab

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from redflags.labs import Lab


class ScoreDirective(LabDirective):
    """```` ```{score} sins ````; option `mode`: `drawn` where the score has a drawing."""

    def made(self) -> Lab:
        """Return the score as an explorer (that it can be shown was checked before the build)."""
        return score_lab(self.content_model, self.arguments[0])


def setup(app: Sphinx) -> None:
    """Add the directive."""
    app.add_directive("score", ScoreDirective)
