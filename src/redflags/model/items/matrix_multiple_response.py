"""Matrix multiple response: four to eight rows, two to five columns, any number of columns per row."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, PrivateAttr, computed_field, model_validator

from redflags.model.items.base import ItemBase
from redflags.model.items.groups import require_groups
from redflags.model.strict import Strict
from redflags.model.text import RichText, Text


class MultiRow(Strict):
    """One finding or action that belongs in some of the columns."""

    text: RichText
    key: list[Text]
    """The headings of its right columns, word for word; `[]` where none is right."""
    why: RichText
    """Why those columns, and why not the others."""
    misconception: Text
    """The mistaken idea that another choice shows."""
    _id: str = PrivateAttr(default="")

    @computed_field  # type: ignore[prop-decorator]  # mypy knows no decorated property
    @property
    def id(self) -> str:
        """Row name by position, from r1."""
        return self._id


class MatrixMultipleResponse(ItemBase):
    """A table of checkboxes; each column has at least one right row."""

    type: Literal["matrix-multiple-response"]
    columns: Annotated[list[Text], Field(min_length=2, max_length=5)]
    rows: Annotated[list[MultiRow], Field(min_length=4, max_length=8)]

    @model_validator(mode="after")
    def _keys_are_columns(self) -> MatrixMultipleResponse:
        for place, row in enumerate(self.rows):
            row._id = f"r{place + 1}"  # noqa: SLF001 (ours: the name comes from the list that holds the row)
        require_groups(self.columns, [(row.text.plain(), row.key) for row in self.rows], ("column", "rows", "key"))
        return self
