"""Scales of ordered grades: ESCC, ECOG, Karnofsky, Frankel, ASIA impairment scale."""

from typing import Annotated, Literal

from pydantic import Field

from redflags.model.score.base import Dispute, Example, Score
from redflags.model.strict import Strict
from redflags.model.text import Slug, Text


class Grade(Strict):
    """One grade; the file lists them in the scale's own order."""

    id: Text
    """As it is printed: "1b", "C", "70"."""
    label: Text
    group: Slug | None = None
    """Grades that are treated alike, for example `low` and `high`."""
    dispute: Dispute | None = None


class Finding(Strict):
    """A question that is answered with yes or no."""

    id: Text
    label: Text


class Number(Strict):
    """A question that is answered with a number."""

    id: Text
    label: Text
    unit: Text | None = None
    min: float
    max: float
    step: float


class Rule(Strict):
    """What leads to a grade: all that it names must hold. The first rule that holds decides."""

    say: Text
    when: dict[Text, bool] = {}
    """Finding -> the answer."""
    at_least: dict[Text, float] = {}
    """Question -> the number that it reaches."""
    below: dict[Text, float] = {}
    """Question -> the number that it stays under."""
    grade: Text
    """One of the grades, or "not graded"."""


NOT_GRADED = "not graded"


class Feed(Strict):
    """How the scale answers a component of another score."""

    score: Slug
    component: Slug
    levels: dict[Text, Slug]
    """Grade -> level of that component; a grade that is left out answers nothing."""


class GradeExample(Example):
    """A patient, in words or as findings, and the grade."""

    description: Text | None = None
    findings: dict[Text, bool] = {}
    measures: dict[Text, float] = {}
    grade: Text
    """One of the grades, or "not graded"."""
    group: Slug | None = None
    feeds: dict[Slug, Slug] = {}
    """Component of the other score -> the level that this grade stands for."""


class Grades(Score):
    """A scale of ordered grades."""

    type: Literal["grades"]
    read_on: Text | None = None
    """The picture or examination that it is read on."""
    grades: Annotated[list[Grade], Field(min_length=2)]
    findings: list[Finding] = []
    numbers: list[Number] = []
    rules: list[Rule] = []
    """How findings and numbers lead to a grade, in the order in which they are asked; without them one is chosen."""
    feeds: Feed | None = None
    examples: list[GradeExample]
