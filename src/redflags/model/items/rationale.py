"""Rationale: a sentence that joins a cause to one effect (dyad) or to two (triad), by drop-downs."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, computed_field, model_validator

from redflags.model.items.base import Blank, ItemBase
from redflags.model.items.places import BlankSegment, blanks_in, require_same
from redflags.model.strict import MisfitError
from redflags.model.text import Slug, Text


class Rationale(ItemBase):
    """One sentence; `{name}` in the text is where the blank of that name stands."""

    type: Literal["rationale"]
    text: Text
    cause: Slug
    """Name of the blank that the others follow from; without it they earn nothing."""
    blanks: Annotated[dict[Slug, Blank], Field(min_length=2, max_length=3)]

    @computed_field  # type: ignore[prop-decorator]  # mypy knows no decorated property
    @property
    def segments(self) -> list[str | BlankSegment]:
        """Split the text at its blanks."""
        return blanks_in(self.text)

    @model_validator(mode="after")
    def _cause_is_a_blank(self) -> Rationale:
        require_same([self.text], self.blanks, "the text has", "blanks")
        if self.cause not in self.blanks:
            raise MisfitError(f"{self.cause!r} is not a blank; blanks are {', '.join(self.blanks)}", "cause")
        return self
