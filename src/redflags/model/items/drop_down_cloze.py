"""Drop-down cloze: one to five sentences with drop-downs in them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, computed_field, model_validator

from redflags.model.items.base import Blank, ItemBase
from redflags.model.items.places import BlankSegment, blanks_in, require_same
from redflags.model.text import Slug, Text


class DropDownCloze(ItemBase):
    """Sentences to complete; `{name}` in the text is where the blank of that name stands."""

    type: Literal["drop-down-cloze"]
    text: Text
    blanks: Annotated[dict[Slug, Blank], Field(min_length=1, max_length=6)]

    @computed_field  # type: ignore[prop-decorator]  # mypy knows no decorated property
    @property
    def segments(self) -> list[str | BlankSegment]:
        """Split the text at its blanks."""
        return blanks_in(self.text)

    @model_validator(mode="after")
    def _blanks_match_text(self) -> DropDownCloze:
        require_same([self.text], self.blanks, "the text has", "blanks")
        return self
