"""Scores of which only the result by total is known: the Rades ambulatory score."""

from typing import Annotated, Literal

from pydantic import Field

from redflags.model.score.base import Example, Range, Score
from redflags.model.strict import Strict
from redflags.model.text import Slug, Text


class OutcomeBand(Strict):
    """How many per cent of the people in a band of totals had the outcome."""

    id: Slug
    min: int
    max: int
    percent: float


class Series(Strict):
    """One published series of patients."""

    source: Text
    """Key of the work in `references.bib`."""
    label: Text
    """How a reader tells it from the others: author, year, people."""
    bands: Annotated[list[OutcomeBand], Field(min_length=1)]


class LookupExample(Example):
    """A total, and what each series says of it (key of the work -> per cent)."""

    total: int
    band: Slug
    """Band of the first series."""
    percent: dict[Text, float]


class Lookup(Score):
    """A score whose components could not be read: the learner gives the total."""

    type: Literal["lookup"]
    range: Range
    outcome: Text
    """What the percentages count."""
    why_no_calculator: Text
    series: Annotated[list[Series], Field(min_length=1)]
    examples: list[LookupExample]
    out_of_range: list[int] = []
    """Totals that must be refused."""
