"""Select N: the learner is told how many to pick, and can't pick more."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from redflags.model.items.base import ItemBase, Option, letter, require_distinct


class SelectN(ItemBase):
    """Pick exactly `n` of the options."""

    type: Literal["select-n"]
    n: Annotated[int, Field(ge=2)]
    options: Annotated[list[Option], Field(min_length=5, max_length=10)]

    @model_validator(mode="after")
    def _n_right(self) -> SelectN:
        letter(self.options)
        require_distinct(self.options)
        count = sum(option.correct for option in self.options)
        if count != self.n:
            raise ValueError(f"`n: {self.n}` asks for {self.n} correct options; here are {count}")
        if self.n >= len(self.options):
            raise ValueError("a select-n item needs at least one wrong option")
        return self
