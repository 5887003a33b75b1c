"""Drop-down table: a cloze whose drop-downs stand in the cells of a table."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, computed_field, model_validator

from redflags.model.items.base import Blank, ItemBase
from redflags.model.items.places import BlankSegment, blanks_in, require_same
from redflags.model.items.table import Columns, Rows, require_even
from redflags.model.text import Slug


class DropDownTable(ItemBase):
    """A table to complete; `{name}` in a cell is where the blank of that name stands."""

    type: Literal["drop-down-table"]
    columns: Columns
    rows: Rows
    """Cells, row by row; the first of each row names it."""
    blanks: Annotated[dict[Slug, Blank], Field(min_length=1, max_length=6)]

    @computed_field  # type: ignore[prop-decorator]  # mypy knows no decorated property
    @property
    def cells(self) -> list[list[list[str | BlankSegment]]]:
        """Split each cell at its blanks."""
        return [[blanks_in(cell) for cell in row] for row in self.rows]

    @model_validator(mode="after")
    def _blanks_match_cells(self) -> DropDownTable:
        require_even(self.columns, self.rows)
        require_same((cell for row in self.rows for cell in row), self.blanks, "the cells have", "blanks")
        return self
