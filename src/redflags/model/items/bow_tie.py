"""Bow-tie: two actions, one condition, two parameters, each from a list of four or five."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from redflags.model.items.base import ItemBase, Option, letter, require_distinct
from redflags.model.strict import MisfitError

Five = Annotated[list[Option], Field(min_length=5, max_length=5)]


class BowTie(ItemBase):
    """What the person most likely has, what to do about it, what to watch."""

    RIGHT: ClassVar = {"actions": 2, "conditions": 1, "parameters": 2}

    type: Literal["bow-tie"]
    actions: Five
    """Actions to take; two are right."""
    conditions: Annotated[list[Option], Field(min_length=4, max_length=4)]
    """Conditions the person may have; one is right."""
    parameters: Five
    """Parameters to monitor; two are right."""

    @model_validator(mode="after")
    def _two_one_two(self) -> BowTie:
        for name, right in self.RIGHT.items():
            options = getattr(self, name)
            letter(options)
            require_distinct(options, name)
            count = sum(option.correct for option in options)
            if count != right:
                raise MisfitError(f"a bow-tie has {right} correct {name}; here are {count}", name)
        return self
