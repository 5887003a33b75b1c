"""Free text: an answer in the learner's own words, which they hold against a model answer themselves."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from redflags.model.items.base import ItemBase
from redflags.model.strict import MisfitError, Strict
from redflags.model.text import RichText, Slug


class Point(Strict):
    """Something that a good answer says."""

    id: Slug
    text: RichText
    why: RichText
    """Why it belongs in the answer."""


class FreeText(ItemBase):
    """A prompt, a model answer, and a checklist that the learner ticks."""

    in_exams = False

    type: Literal["free-text"]
    model_answer: RichText
    checklist: Annotated[list[Point], Field(min_length=2, max_length=8)]
    limit: Annotated[int, Field(ge=50, le=5000)] | None = None
    """Most characters that an answer may have; none if left out."""

    @model_validator(mode="after")
    def _points_differ(self) -> FreeText:
        ids = [point.id for point in self.checklist]
        for place, name in enumerate(ids):
            if name in ids[:place]:
                raise MisfitError(f"two points are called `{name}`", "checklist", place, "id")
        return self
