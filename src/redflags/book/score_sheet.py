"""`{score-sheet}`: a score as a table to fill in by hand, on paper or in the head."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from redflags.book.content import CourseDirective, depend
from redflags.book.evidence_role import CHECKED, note_citation
from redflags.model.score import Grades, Total

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

    from redflags.model.score import AnyScore
    from redflags.model.score.total import Component


class ScoreSheet(CourseDirective):
    """```` ```{score-sheet} sins ````; for scores of points and scales of grades."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the sheet: what to score, what the total means, what to beware of, where it comes from."""
        name = self.arguments[0]
        score = self.content_model.scores.get(name)
        if score is None:
            raise self.error(f"no score `{name}` in book/scores")
        depend(self.env, ("score", name))
        if isinstance(score, Total):
            body = _total(score)
        elif isinstance(score, Grades):
            body = _grades(score)
        else:
            raise self.error(f"`{name}` is a score of the kind `{score.type}`: only `total` and `grades` have a sheet")
        marks = "".join(note_citation(self.env, entry) for entry in score.evidence)
        source = self.content_model.references[score.source].text
        foot = (
            f"<p>{_sentence(score.measures)} {_sentence(score.direction or '')} {marks}</p>"
            f"{_list('Reading it', score.interpretation)}{_list('Beware', score.caveats)}"
            f'<p class="rf-figure-source">{escape(source)} {CHECKED[score.checked]}</p>'
        )
        return [
            self.html(
                f'<section class="rf-sheet" id="score-{escape(name)}" aria-label="{escape(score.name)}">'
                f'<p class="rf-figure-title">{escape(score.name)}</p>{body}{foot}</section>'
            )
        ]


def _sentence(words: str) -> str:
    """Return words as a sentence; what is large after its first letter stays so: "A worst, E best"."""
    return escape(f"{words[:1].upper()}{words[1:]}.") if words else ""


def _total(score: Total) -> str:
    rows = "".join(
        _row(component.label, [(str(level.points), level.label) for level in component.levels], _notes(component))
        for component in score.components
    )
    low, high = score.range
    bands = [(f"{band.min} to {band.max}", band.label) for band in score.bands]
    return rows + _row(f"Total, {low} to {high}", bands)


def _notes(component: Component) -> str:
    """Return what there is to know of a question, and where its table leaves something open."""
    return " ".join([component.note or "", *(f"{one.label}: {one.dispute.say}" for one in component.between)]).strip()


def _grades(score: Grades) -> str:
    return _row("Grade", [(grade.id, grade.label) for grade in score.grades]) + _list(
        "In order, ask", [rule.say for rule in score.rules]
    )


def _row(label: str, answers: list[tuple[str, str]], note: str = "") -> str:
    """Return one question of the sheet: its label, a box, and the answers with what each scores."""
    lines = "".join(f"<li><b>{escape(points)}</b> <span>{escape(words)}</span></li>" for points, words in answers)
    small = f"<p><small>{escape(note)}</small></p>" if note else ""
    asked = f'<p><b>{escape(label)}</b> <span class="rf-box"></span></p>'
    return f'<div class="rf-sheet-row">{asked}{small}<ul>{lines}</ul></div>'


def _list(title: str, lines: list[str]) -> str:
    if not lines:
        return ""
    return f"<p><b>{title}</b></p><ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"


def sheets(scores: dict[str, AnyScore]) -> list[str]:
    """Return the names of the scores that have a sheet."""
    return [name for name, score in scores.items() if isinstance(score, (Total, Grades))]


def setup(app: Sphinx) -> None:
    """Add the directive."""
    app.add_directive("score-sheet", ScoreSheet)
