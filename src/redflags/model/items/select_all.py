"""Select all that apply: five to ten options, marked +1 / -1 with a floor of zero."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from redflags.model.items.base import ItemBase, Option, letter, require_distinct


class SelectAll(ItemBase):
    """Some options are right; the learner is not told how many."""

    type: Literal["select-all"]
    options: Annotated[list[Option], Field(min_length=5, max_length=10)]

    @model_validator(mode="after")
    def _some_right_some_wrong(self) -> SelectAll:
        letter(self.options)
        require_distinct(self.options)
        count = sum(option.correct for option in self.options)
        if count in {0, len(self.options)}:
            raise ValueError("a select-all item needs at least one correct and one wrong option")
        return self
