"""How a class did, on one page: marks, each question's facility and discrimination, and rows that want a look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from redflags.grading.final import FEW
from redflags.grading.page_html import page, text
from redflags.grading.report_html import asked
from redflags.grading.sheets import number

if TYPE_CHECKING:
    from redflags.grading.final import ClassFigures
    from redflags.grading.key import Key

_EXPLAINED = (
    '<p class="quiet">Facility: the mean share of the points, so 1 is what everybody could do. Discrimination: the '
    "correlation of the question with the rest of the exercise; near 0 or below, strong students did no better on it "
    "than weak ones, so look at the question first. "
    f"With fewer than {FEW} marks neither says anything; texts count once they are read.</p>"
)
_MOST = 300
"""Rows that are listed; the sheet has them all."""


def summary(figures: ClassFigures, looks: list[tuple[str, str, str]], key: Key) -> str:
    """Return the page.

    Parameters
    ----------
    figures
        The class.
    looks
        Rows that want a look: student, name, why.
    key
        The exercise.
    """
    title = str(key.data.get("title") or key.name)
    body = [f"<h1>{text(title)}: the class</h1>", f'<p class="quiet">{text(key.name)}</p>']
    mean = "" if figures.mean is None else f" Mean of the {len(figures.shares)} that are complete: {figures.mean:.0%}."
    body.append(
        f"<p>{figures.rows} submissions: {figures.unmarked} without marks, {figures.unread} with texts to read, "
        f"{figures.late} late.{mean}</p>"
    )
    body += _distribution(figures) + _questions(figures, key) + _looks(looks)
    return page(f"{title}: the class", body)


def _distribution(figures: ClassFigures) -> list[str]:
    if not figures.shares:
        return []
    most = max(figures.bins)
    rows = []
    for place, count in enumerate(figures.bins):
        upper = 100 if place == 9 else 10 * place + 9  # noqa: PLR2004 - the last of ten
        bar = f'<span class="bar" style="width: {100 * count / most:.1f}%"></span>' if count else ""
        rows.append(
            f'<tr><th scope="row" class="n">{10 * place} to {upper} %</th>'
            f'<td class="n">{count}</td><td class="bars">{bar}</td></tr>'
        )
    head = '<tr><th scope="col" class="n">Points</th><th scope="col" class="n">Students</th><td></td></tr>'
    return ["<h2>Marks</h2>", "<table>", head, *rows, "</table>"]


def _questions(figures: ClassFigures, key: Key) -> list[str]:
    words = "".join(f'<th scope="col">{name}</th>' for name in ("Question", "Asks"))
    numbers = "".join(f'<th scope="col" class="n">{name}</th>' for name in ("Points", "Answered", "Facility"))
    head = f'{words}{numbers}<th scope="col" class="n">Discrimination</th>'
    rows = []
    for question in key.questions:
        one = figures.questions[question["id"]]
        facility = "few" if one.facility is None else f"{one.facility:.2f}"
        apart = "few" if len(one.marks) < FEW else "none" if one.discrimination is None else f"{one.discrimination:.2f}"
        cells = "".join(
            f'<td class="n">{text(value)}</td>' for value in (number(one.max), one.answered, facility, apart)
        )
        rows.append(f'<tr><th scope="row">{text(one.id)}</th><td>{text(asked(question)[:200])}</td>{cells}</tr>')
    return [
        "<h2>Questions</h2>",
        '<div class="wide" tabindex="0" role="region" aria-label="Questions">',
        f"<table><tr>{head}</tr>",
        *rows,
        "</table></div>",
        _EXPLAINED,
    ]


def _looks(looks: list[tuple[str, str, str]]) -> list[str]:
    if not looks:
        return []
    rows = [
        f'<tr><th scope="row">{text(name)}</th><td>{text(student)}</td><td>{text(why)}</td></tr>'
        for student, name, why in looks[:_MOST]
    ]
    more = [f"<p>{len(looks) - _MOST} more in grades.csv.</p>"] if len(looks) > _MOST else []
    head = "".join(f'<th scope="col">{name}</th>' for name in ("Name", "Row", "Why"))
    return [
        "<h2>Worth a look</h2>",
        '<div class="wide" tabindex="0" role="region" aria-label="Worth a look">',
        f"<table><tr>{head}</tr>",
        *rows,
        "</table></div>",
        *more,
    ]
