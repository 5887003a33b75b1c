"""Values computed by a formula: albumin-corrected calcium."""

from typing import Annotated, Literal

from pydantic import Field

from redflags.model.score.base import Example, Score
from redflags.model.strict import Strict
from redflags.model.text import Slug, Text


class Class(Strict):
    """A named part of the results, in words."""

    id: Slug
    label: Text


class FormulaExample(Example):
    """Measurements, the result and its class."""

    inputs: dict[Slug, float]
    result: float
    band: Slug


class Formula(Score):
    """A formula over measurements; the engine knows it by the name of its file."""

    type: Literal["formula"]
    formula: Text
    """For the reader; the engine's own code computes it."""
    units: dict[Slug, Text]
    """Measurement -> its unit."""
    normal: Annotated[list[float], Field(min_length=2, max_length=2)]
    bands: Annotated[list[Class], Field(min_length=1)]
    rounding: Text
    examples: list[FormulaExample]
