"""Ordered response: three to eight steps to put in order."""

from __future__ import annotations

import hashlib
from string import ascii_lowercase
from typing import Annotated, Literal

from pydantic import Field, computed_field, model_validator

from redflags.model.items.base import ItemBase, require_distinct
from redflags.model.items.tokens import Token


class OrderedResponse(ItemBase):
    """Steps, written in their right order; the learner sees them shuffled, the same way each time."""

    type: Literal["ordered-response"]
    steps: Annotated[list[Token], Field(min_length=3, max_length=8)]
    """In the right order; `why` says why a step comes where it does."""

    @computed_field  # type: ignore[prop-decorator]  # mypy knows no decorated property
    @property
    def key(self) -> list[str]:
        """The steps' letters in the right order; letters go by the order in which the learner sees them."""
        return [step.id for step in self.steps]

    @model_validator(mode="after")
    def _shuffled(self) -> OrderedResponse:
        require_distinct(self.steps, "steps")

        def chance(step: Token) -> str:
            return hashlib.sha256(f"{self.id} {step.text.plain()}".encode()).hexdigest()

        # Also where chance gives the right order: a shuffle that avoided it would say which order is wrong.
        for step, name in zip(sorted(self.steps, key=chance), ascii_lowercase, strict=False):
            step._id = name  # noqa: SLF001 (ours: the letter comes from the list that holds the step)
        return self
