"""Scores that add the points of their components: SINS, revised Tokuhashi, Tomita."""

from typing import Annotated, Literal

from pydantic import Field

from redflags.model.score.base import Band, Dispute, Example, Range, Score
from redflags.model.strict import Strict
from redflags.model.text import Slug, Text


class Level(Strict):
    """One answer to a component, with its points."""

    id: Slug
    label: Text
    points: int


class Between(Strict):
    """An answer for which the published table has no points of its own: it may count as any of these levels."""

    id: Slug
    label: Text
    may_be: Annotated[list[Slug], Field(min_length=2)]
    dispute: Dispute


class Component(Strict):
    """One of the questions of a score; exactly one of its levels holds."""

    id: Slug
    label: Text
    levels: Annotated[list[Level], Field(min_length=2)]
    between: list[Between] = []
    note: Text | None = None


class TotalExample(Example):
    """A patient: component -> level, the points of each, their sum and its band."""

    inputs: dict[Slug, Slug]
    parts: dict[Slug, int]
    total: int
    band: Slug


class Total(Score):
    """A score whose total is the sum of its components' points."""

    type: Literal["total"]
    range: Range
    components: Annotated[list[Component], Field(min_length=1)]
    bands: Annotated[list[Band], Field(min_length=1)]
    """They cover the range without gap or overlap."""
    picture: Literal["instability"] | None = None
    """The drawing that follows the answers; `instability` knows SINS's components and levels."""
    examples: list[TotalExample]
