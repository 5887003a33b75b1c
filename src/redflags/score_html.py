"""A score as a sheet in plain HTML: what to ask, what the answers mean; to read, to print and to fill in by hand."""

from __future__ import annotations

from functools import singledispatch
from html import escape
from typing import TYPE_CHECKING

from redflags.cite import CHECKED
from redflags.labs.lab import cite, table
from redflags.model.score import AnyScore, Conversion, Formula, Grades, Lookup, Pathway, Steps, Table, Total

if TYPE_CHECKING:
    from collections.abc import Sequence

    from redflags.model.score import Dispute
    from redflags.model.score.total import Component

UNREAD = "Unknown: we have read no source for this row."


def sheet(score: AnyScore, work: str) -> str:
    """Return a score's sheet.

    Parameters
    ----------
    score
        A score that can be computed.
    work
        The citation of the work that it comes from.
    """
    return (
        f'<div class="rf-sheet">{_body(score)}'
        f"{_list('Reading it', score.interpretation)}{_list('Beware', score.caveats)}"
        f'<p class="rf-figure-source">{escape(work)} {CHECKED[score.checked]} {cite(*score.evidence)}</p></div>'
    )


@singledispatch
def _body(score: AnyScore) -> str:
    raise TypeError(score.type)


@_body.register
def _(score: Total) -> str:
    rows = "".join(
        _row(component.label, [(str(level.points), level.label) for level in component.levels], _notes(component))
        for component in score.components
    )
    low, high = score.range
    return rows + _row(f"Total, {low} to {high}", [(f"{band.min} to {band.max}", band.label) for band in score.bands])


def _notes(component: Component) -> str:
    """Return what there is to know of a question, and where its table leaves something open."""
    note = escape(component.note or "")
    return " ".join([note, *(f"{escape(one.label)}: {_open(one.dispute)}" for one in component.between)]).strip()


@_body.register
def _(score: Grades) -> str:
    disputes = " ".join(_open(grade.dispute) for grade in score.grades if grade.dispute)
    grades = _row("Grade", [(grade.id, grade.label) for grade in score.grades], disputes)
    return grades + _list("In order, ask", [rule.say for rule in score.rules])


@_body.register
def _(score: Lookup) -> str:
    tables = "".join(
        table(
            f"{series.label}: {score.outcome}",
            ["Total", "Of 100"],
            [[f"{band.min} to {band.max}", f"{band.percent:g}"] for band in series.bands],
        )
        for series in score.series
    )
    return f"<p>{escape(score.why_no_calculator)}</p>{tables}"


@_body.register
def _(score: Formula) -> str:
    asked = "".join(_row(f"{one.label}, {one.unit}", []) for one in score.measurements.values())
    return f"{asked}<p>{escape(score.formula)}</p>" + _row(
        f"Result, {score.unit}", [("", band.label) for band in score.bands]
    )


@_body.register
def _(score: Table) -> str:
    rows = [[escape(row.name), UNREAD if row.checked == "unread" else escape(row.says)] for row in score.rows]
    return table(f"{score.asks} and class", [escape(score.asks), "Class"], rows)


@_body.register
def _(score: Pathway) -> str:
    labels = {assessment.id: assessment.label.split(",")[0].split(":")[0] for assessment in score.assessments}
    asked = "".join(
        _row(
            one.label,
            [("", choice.label) for choice in one.choices],
            " ".join(f"{escape(choice.label)}: {_open(choice.dispute)}" for choice in one.choices if choice.dispute),
        )
        for one in score.assessments
    )
    rows = [
        [
            *(escape(row.when.get(name, "any")) for name in labels),
            UNREAD if row.checked == "unread" else escape(row.plan),
        ]
        for row in score.rows
    ]
    return asked + table(f"{score.name}: the rows", [*(escape(label) for label in labels.values()), "Plan"], rows)


@_body.register
def _(score: Conversion) -> str:
    grades = sorted(score.mappings[0].pairs, reverse=True)
    rows = [
        [
            f"{grade}{'' if len({each.pairs[grade] for each in score.mappings}) == 1 else ': they differ'}",
            *(str(mapping.pairs[grade]) for mapping in score.mappings),
        ]
        for grade in grades
    ]
    head = [escape(score.from_name), *(escape(f"{score.to_name}, {each.label}") for each in score.mappings)]
    return table(f"{score.from_name} grades and what each table makes of them", head, rows)


@_body.register
def _(score: Steps) -> str:
    lines = (
        f"<li><b>{escape(step.name)}</b>: {escape(step.ask)} {escape(step.in_this_course)}</li>" for step in score.steps
    )
    return f"<ol>{''.join(lines)}</ol>"


def _open(dispute: Dispute) -> str:
    return f"{escape(dispute.say)} {cite(*dispute.evidence)}"


def _row(label: str, answers: Sequence[tuple[str, str]], note: str = "") -> str:
    """Return one question of the sheet: its label, a box, and the answers with what each scores."""
    lines = "".join(f"<li><b>{escape(points)}</b> <span>{escape(words)}</span></li>" for points, words in answers)
    small = f"<p><small>{note}</small></p>" if note else ""
    asked = f'<p><b>{escape(label)}</b> <span class="rf-box"></span></p>'
    return f'<div class="rf-sheet-row">{asked}{small}{f"<ul>{lines}</ul>" if lines else ""}</div>'


def _list(title: str, lines: Sequence[str]) -> str:
    if not lines:
        return ""
    return f"<p><b>{title}</b></p><ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"
