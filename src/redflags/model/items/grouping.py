"""Grouping: options to place in two to four categories, each in exactly its right ones, or in none."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from redflags.model.items.base import ItemBase, letter
from redflags.model.items.groups import require_groups
from redflags.model.items.tokens import Token
from redflags.model.text import Text


class GroupingOption(Token):
    """Something to sort."""

    groups: list[Text]
    """The headings of its right categories, word for word; `[]` where it belongs in none."""
    misconception: Text
    """The mistaken idea that placing it elsewhere shows."""


class Grouping(ItemBase):
    """Options sorted into categories; each category has at least one right option."""

    type: Literal["grouping"]
    groups: Annotated[list[Text], Field(min_length=2, max_length=4)]
    options: Annotated[list[GroupingOption], Field(min_length=4, max_length=10)]

    @model_validator(mode="after")
    def _keys_are_groups(self) -> Grouping:
        letter(self.options)
        require_groups(
            self.groups,
            [(option.text.plain(), option.groups) for option in self.options],
            ("group", "options", "groups"),
        )
        return self
