"""Scores that the course names and does not compute."""

from typing import Annotated, Literal

from pydantic import Field

from redflags.model.score.base import Score
from redflags.model.strict import Strict
from redflags.model.text import Text


class NamedScore(Strict):
    """A score to know of."""

    name: Text
    source: Text
    """Key of the work in `references.bib`."""
    known: Text
    """What was read of it."""
    why_not: Text
    """Why the course doesn't compute it."""
    c_statistic: float | None = None
    c_statistic_source: Text | None = None


class Names(Score):
    """A list of scores to name only."""

    type: Literal["names"]
    items: Annotated[list[NamedScore], Field(min_length=1)]
