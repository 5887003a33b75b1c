"""Numeric: a number in a given unit, right within a stated range."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from redflags.model.items.base import ItemBase
from redflags.model.strict import MisfitError, Strict
from redflags.model.text import RichText, Text


class WrongNumber(Strict):
    """A range of answers that shows a known mistake."""

    low: float
    high: float
    why: RichText
    misconception: Text

    @model_validator(mode="after")
    def _ordered(self) -> WrongNumber:
        if self.low > self.high:
            raise ValueError(f"`low: {self.low:g}` is above `high: {self.high:g}`")
        return self


class Numeric(ItemBase):
    """A calculation or an estimate; the answer is a number in `unit`."""

    type: Literal["numeric"]
    label: Text
    """What the number is, such as "probability of cancer"."""
    unit: Text
    value: float
    """The answer as the feedback states it."""
    low: float
    """Lowest number that counts as right."""
    high: float
    """Highest number that counts as right."""
    why: RichText
    """How the answer is worked out."""
    wrong: Annotated[list[WrongNumber], Field(min_length=1)]
    """Known mistakes, first match wins."""
    otherwise: RichText
    """Feedback for any other number."""

    @model_validator(mode="after")
    def _ranges(self) -> Numeric:
        if not self.low <= self.value <= self.high:
            raise ValueError(f"`value: {self.value:g}` must lie between `low: {self.low:g}` and `high: {self.high:g}`")
        for place, mistake in enumerate(self.wrong):
            if mistake.low <= self.high and mistake.high >= self.low:
                message = f"{mistake.low:g} to {mistake.high:g} overlaps the right range"
                raise MisfitError(message, "wrong", place)
        return self
