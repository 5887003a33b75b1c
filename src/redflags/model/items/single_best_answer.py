"""Single best answer: three to five options, one key."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from redflags.model.items.base import ItemBase, Option, exactly_one_correct, letter, require_distinct
from redflags.model.strict import MisfitError


class SingleBestAnswer(ItemBase):
    """One question, one best answer among plausible others."""

    type: Literal["single-best-answer"]
    options: Annotated[list[Option], Field(min_length=3, max_length=5)]

    @model_validator(mode="after")
    def _one_key(self) -> SingleBestAnswer:
        letter(self.options)
        require_distinct(self.options)
        exactly_one_correct(self.options, "a single-best-answer item")
        for place, option in enumerate(self.options):
            if not option.correct and option.right_if is None:
                message = "a wrong option needs `right_if`: what would have to be different for it to be right"
                raise MisfitError(message, "options", place)
        return self
