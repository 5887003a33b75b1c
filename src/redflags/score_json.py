"""A score as the engines read it: questions, outcomes, and one way to get from these to those.

`clinical/scores.py` says what the four ways are; every kind of file is one of them.
"""

from __future__ import annotations

from functools import singledispatch
from itertools import pairwise
from typing import Any

from redflags.model.score import (
    AnyScore,
    Conversion,
    Formula,
    Grades,
    Lookup,
    Pathway,
    Steps,
    Table,
    Total,
)
from redflags.model.score.grades import NOT_GRADED

Json = dict[str, Any]
YES_OR_NO = [{"id": "yes", "label": "Yes"}, {"id": "no", "label": "No"}]


class NoEngineError(TypeError):
    """A score that nobody can compute: a list of names, or rules of marking."""

    def __init__(self, score: AnyScore) -> None:
        super().__init__(f"a score of the kind `{score.type}` has nothing to compute")


def score_json(name: str, score: AnyScore) -> Json:
    """Return a score for the engines, whole: also what nobody has read.

    Raises
    ------
    NoEngineError
        It is of a kind that computes nothing.
    """
    return {"name": name, **_parts(score), "examples": [_example(score, example) for example in _examples(score)]}


def published(score: Json) -> Json:
    """Return a score without the words of outcomes whose source nobody has read."""
    outcomes = [
        {**outcome, "label": None} if outcome.get("checked") == "unread" else outcome for outcome in score["outcomes"]
    ]
    return {**score, "outcomes": outcomes}


def _dump(model: Any) -> Json:
    dumped: Json = model.model_dump(mode="json", exclude_none=True)
    return dumped


def _examples(score: AnyScore) -> list[Any]:
    return list(getattr(score, "examples", ()))


@singledispatch
def _parts(score: AnyScore) -> Json:
    raise NoEngineError(score)


@singledispatch
def _solved(score: AnyScore, _example: Any) -> tuple[Json, Json]:
    """Return an example's answers, and what the engine has to say of them."""
    raise NoEngineError(score)


def _example(score: AnyScore, example: Any) -> Json:
    answers, expect = _solved(score, example)
    words = example.note or getattr(example, "description", None) or getattr(example, "task", None)
    return {"id": example.id, "note": words, "answers": answers, "expect": expect}


@_parts.register
def _(score: Total) -> Json:
    return {
        "questions": [
            {
                "id": component.id,
                "label": component.label,
                **({"note": component.note} if component.note else {}),
                "choices": [
                    *({"id": level.id, "label": level.label, "points": [level.points]} for level in component.levels),
                    *(
                        {
                            "id": between.id,
                            "label": between.label,
                            "points": sorted(level.points for level in component.levels if level.id in between.may_be),
                            "dispute": _dump(between.dispute),
                        }
                        for between in component.between
                    ),
                ],
            }
            for component in score.components
        ],
        "outcomes": [_dump(band) for band in score.bands],
    }


@_solved.register
def _(_score: Total, example: Any) -> tuple[Json, Json]:
    return dict(example.inputs), {
        "total": [example.total] * 2,
        "parts": {name: [points] * 2 for name, points in example.parts.items()},
        "outcomes": [example.band],
    }


@_parts.register
def _(score: Grades) -> Json:
    outcomes = [_dump(grade) for grade in score.grades]
    more = {"outcome_word": "Grade", **({"feeds": _dump(score.feeds)} if score.feeds else {})}
    if not score.rules:
        return {**_choose("grade", "Grade", [(grade.id, grade.label) for grade in score.grades], outcomes), **more}
    if any(rule.grade == NOT_GRADED for rule in score.rules):
        outcomes.append({"id": NOT_GRADED, "label": "Not graded"})
    return {
        "questions": [
            *({"id": finding.id, "label": finding.label, "choices": YES_OR_NO} for finding in score.findings),
            *(_dump(number) for number in score.numbers),
        ],
        "rules": [
            {
                "say": rule.say,
                "when": {name: _yes_or_no(wanted) for name, wanted in rule.when.items()},
                "at_least": rule.at_least,
                "below": rule.below,
                "outcome": rule.grade,
            }
            for rule in score.rules
        ],
        "outcomes": outcomes,
        **more,
    }


@_solved.register
def _(score: Grades, example: Any) -> tuple[Json, Json]:
    expect = {
        "outcomes": [example.grade],
        **({"groups": [example.group]} if example.group else {}),
        **({"feeds": next(iter(example.feeds.values()))} if example.feeds else {}),
    }
    if not score.rules:
        return {"grade": example.grade}, expect
    return {**{name: _yes_or_no(found) for name, found in example.findings.items()}, **example.measures}, expect


def _yes_or_no(found: bool) -> str:
    return "yes" if found else "no"


def _choose(question: str, label: str, choices: list[tuple[str, str]], outcomes: list[Json]) -> Json:
    """Return a score that says more of what is chosen."""
    return {
        "questions": [
            {"id": question, "label": label, "choices": [{"id": name, "label": words} for name, words in choices]}
        ],
        "rules": [{"when": {question: name}, "outcome": name} for name, _ in choices],
        "outcomes": outcomes,
    }


@_parts.register
def _(score: Table) -> Json:
    outcomes = [{"id": row.name, "label": row.says, "checked": row.checked} for row in score.rows]
    return _choose("name", score.asks, [(row.name, row.name) for row in score.rows], outcomes)


@_solved.register
def _(_score: Table, example: Any) -> tuple[Json, Json]:
    return {"name": example.name}, {"labels": [example.says], "checked": [example.row_checked]}


@_parts.register
def _(score: Steps) -> Json:
    outcomes = [{"id": step.id, "label": f"{step.ask} {step.in_this_course}"} for step in score.steps]
    return _choose("step", "Step", [(step.id, step.name) for step in score.steps], outcomes)


@_solved.register
def _(_score: Steps, example: Any) -> tuple[Json, Json]:
    return {"step": example.step}, {"outcomes": [example.step]}


@_parts.register
def _(score: Pathway) -> Json:
    return {
        "questions": [_dump(assessment) for assessment in score.assessments],
        "rules": [{"when": row.when, "outcome": f"row-{number}"} for number, row in enumerate(score.rows, start=1)],
        "outcomes": [
            {"id": f"row-{number}", "label": row.plan, "checked": row.checked}
            for number, row in enumerate(score.rows, start=1)
        ],
    }


@_solved.register
def _(_score: Pathway, example: Any) -> tuple[Json, Json]:
    return dict(example.inputs), {"labels": [example.plan], "checked": [example.row_checked]}


@_parts.register
def _(score: Formula) -> Json:
    return {
        "questions": [{"id": name, **_dump(measured)} for name, measured in score.measurements.items()],
        "formula": score.compute,
        "decimals": score.decimals,
        "unit": score.unit,
        "outcomes": [_dump(band) for band in score.bands],
    }


@_solved.register
def _(_score: Formula, example: Any) -> tuple[Json, Json]:
    return dict(example.inputs), {"total": [example.result] * 2, "outcomes": [example.band]}


@_parts.register
def _(score: Lookup) -> Json:
    low, high = score.range
    return {
        "questions": [{"id": "total", "label": "Total", "min": low, "max": high, "step": 1, "whole": True}],
        "series": [
            {
                "id": series.source,
                "label": series.label,
                "bands": [[band.min, band.max, band.percent] for band in series.bands],
            }
            for series in score.series
        ],
        "unit": "%",
        "outcomes": [
            {"id": band.id, "label": f"{band.min} to {band.max}", "min": band.min, "max": band.max}
            for band in score.series[0].bands
        ],
    }


@_solved.register
def _(_score: Lookup, example: Any) -> tuple[Json, Json]:
    return {"total": example.total}, {
        "outcomes": [example.band],
        "series": {source: [percent] * 2 for source, percent in example.percent.items()},
    }


@_parts.register
def _(score: Conversion) -> Json:
    grades = sorted(score.mappings[0].pairs)
    steps = {after - before for before, after in pairwise(grades)}
    return {
        "questions": [
            {
                "id": "grade",
                "label": f"{score.from_name} grade",
                "min": grades[0],
                "max": grades[-1],
                "step": min(steps),
                "whole": True,
            }
        ],
        "series": [
            {
                "id": mapping.id,
                "label": mapping.label,
                "bands": [[grade, grade, other] for grade, other in sorted(mapping.pairs.items())],
            }
            for mapping in score.mappings
        ],
        "outcomes": [],
    }


@_solved.register
def _(_score: Conversion, example: Any) -> tuple[Json, Json]:
    return {"grade": example.grade}, {
        "series": {name: [grade] * 2 for name, grade in example.results.items()},
        "agree": example.agree,
    }
