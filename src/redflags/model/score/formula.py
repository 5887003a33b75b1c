"""Values computed by a formula: albumin-corrected calcium."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from redflags.model.score.base import Example, Score
from redflags.model.strict import Strict
from redflags.model.text import Slug, Text

Name = Annotated[str, StringConstraints(pattern="^[a-z][a-z0-9_]*$")]
"""What a formula can name."""


class Measurement(Strict):
    """What is put in."""

    label: Text
    unit: Text
    min: float
    max: float
    """The least and the most that can be typed: no reference range."""
    step: float


class Class(Strict):
    """A named part of the results; they stand from low to high, and the last has no end."""

    id: Slug
    label: Text
    below: float | None = None
    """Results under this number."""
    up_to: float | None = None
    """Results under this number, and the number itself."""


class FormulaExample(Example):
    """Measurements, the result and its class."""

    inputs: dict[Name, float]
    result: float
    band: Slug


class Formula(Score):
    """A formula over measurements."""

    type: Literal["formula"]
    formula: Text
    """For the reader."""
    compute: Text
    """For the engine: names of measurements, numbers, + - * / and brackets."""
    unit: Text
    """Of the result."""
    decimals: Annotated[int, Field(ge=0, le=6)]
    """The result is rounded half up to these before it is classed."""
    measurements: Annotated[dict[Name, Measurement], Field(min_length=1)]
    bands: Annotated[list[Class], Field(min_length=1)]
    rounding: Text
    examples: list[FormulaExample]
