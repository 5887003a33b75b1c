"""Published conversions between two scales, which need not agree: Karnofsky to ECOG."""

from typing import Annotated, Literal

from pydantic import Field

from redflags.model.score.base import Example, Score
from redflags.model.strict import Strict
from redflags.model.text import Slug, Text


class Mapping(Strict):
    """One published conversion."""

    id: Text
    """Key of its work in `references.bib`, or `common` for one without a single work."""
    label: Text
    """How a reader tells it from the others: author, year, people."""
    seen: Text
    """What was read of it."""
    pairs: dict[int, int]
    """Grade of the first scale -> grade of the second."""


class ConversionExample(Example):
    """A grade, what each mapping makes of it, and whether they agree."""

    grade: int
    results: dict[Text, int]
    agree: bool


class Conversion(Score):
    """Conversions between two scales: a page shows which one it used."""

    type: Literal["conversion"]
    from_scale: Slug
    to_scale: Slug
    from_name: Text
    to_name: Text
    """As readers call them."""
    mappings: Annotated[list[Mapping], Field(min_length=1)]
    examples: list[ConversionExample]
