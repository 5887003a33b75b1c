"""Key feature: the few decisions that matter in a case; a dangerous choice takes every mark."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from redflags.model.items.base import ItemBase, Option, letter, require_distinct
from redflags.model.strict import MisfitError


class KeyFeatureOption(Option):
    """One decision."""

    killer: bool = False
    """On a wrong option: choosing it would harm, so that the whole answer earns nothing."""

    @model_validator(mode="after")
    def _killers_are_wrong(self) -> KeyFeatureOption:
        if self.correct and self.killer:
            raise ValueError("a correct option can't be a `killer`")
        return self


class KeyFeature(ItemBase):
    """Several options are right; at most `max_responses` can be picked."""

    type: Literal["key-feature"]
    max_responses: Annotated[int, Field(ge=1)]
    options: Annotated[list[KeyFeatureOption], Field(min_length=5, max_length=20)]

    @model_validator(mode="after")
    def _cap_leaves_a_choice(self) -> KeyFeature:
        letter(self.options)
        require_distinct(self.options)
        count = sum(option.correct for option in self.options)
        if not 1 <= count <= self.max_responses:
            raise MisfitError(f"{count} correct options, where 1 to `max_responses` can be picked", "max_responses")
        if self.max_responses >= len(self.options):
            raise MisfitError("`max_responses` must be less than the number of options", "max_responses")
        return self
