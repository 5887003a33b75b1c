"""Scales of ordered grades: ESCC, ECOG, Karnofsky, Frankel, ASIA impairment scale."""

from typing import Annotated, Literal

from pydantic import Field

from redflags.model.score.base import Example, Score
from redflags.model.strict import Strict
from redflags.model.text import Slug, Text


class Grade(Strict):
    """One grade; the file lists them in the scale's own order."""

    id: Text
    """As it is printed: "1b", "C", "70"."""
    label: Text
    group: Slug | None = None
    """Grades that are treated alike, for example `low` and `high`."""


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
    rules: list[Text] = []
    """How findings lead to a grade, in the order in which they are asked."""
    feeds: Feed | None = None
    examples: list[GradeExample]
