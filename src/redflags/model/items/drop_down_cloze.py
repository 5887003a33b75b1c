"""Drop-down cloze: one to five sentences with drop-downs in them."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import Field, computed_field, model_validator

from redflags.model.items.base import Blank, ItemBase
from redflags.model.strict import Strict
from redflags.model.text import Slug, Text


class BlankSegment(Strict):
    """A place in the text where a drop-down stands."""

    blank: str


class DropDownCloze(ItemBase):
    """Sentences to complete; `{name}` in the text is where the blank of that name stands."""

    type: Literal["drop-down-cloze"]
    text: Text
    blanks: Annotated[dict[Slug, Blank], Field(min_length=1, max_length=6)]

    @computed_field  # type: ignore[prop-decorator]  # mypy knows no decorated property
    @property
    def segments(self) -> list[str | BlankSegment]:
        """Split the text at its blanks."""
        parts = re.split(r"\{([^{}]*)\}", " ".join(self.text.split()))
        return [BlankSegment(blank=part) if place % 2 else part for place, part in enumerate(parts) if part]

    @model_validator(mode="after")
    def _blanks_match_text(self) -> DropDownCloze:
        named = re.findall(r"\{([^{}]*)\}", self.text)
        if sorted(named) != sorted(self.blanks):
            raise ValueError(
                f"the text has the blanks {named or 'none'}, but `blanks` describes {list(self.blanks)}: "
                "each must stand in both exactly once"
            )
        return self
