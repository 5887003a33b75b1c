"""Matrix multiple choice: four to ten rows, two or three columns, one column per row."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, PrivateAttr, computed_field, model_validator

from redflags.model.items.base import ItemBase
from redflags.model.strict import MisfitError, Strict
from redflags.model.text import RichText, Text


class MatrixRow(Strict):
    """One finding or action to sort into a column."""

    text: RichText
    key: Text
    """The heading of the right column, word for word."""
    why: RichText
    """Why that column, and why not the others."""
    misconception: Text
    """The mistaken idea that choosing another column shows."""
    _id: str = PrivateAttr(default="")

    @computed_field  # type: ignore[prop-decorator]  # mypy knows no decorated property
    @property
    def id(self) -> str:
        """Row name by position, from r1."""
        return self._id


class MatrixMultipleChoice(ItemBase):
    """A table with one choice per row; every row must be answered."""

    type: Literal["matrix-multiple-choice"]
    columns: Annotated[list[Text], Field(min_length=2, max_length=3)]
    rows: Annotated[list[MatrixRow], Field(min_length=4, max_length=10)]

    @model_validator(mode="after")
    def _keys_are_columns(self) -> MatrixMultipleChoice:
        if len(set(self.columns)) < len(self.columns):
            raise ValueError("two columns have the same heading")
        texts = [row.text.plain().casefold() for row in self.rows]
        for place, row in enumerate(self.rows):
            row._id = f"r{place + 1}"  # noqa: SLF001 (ours: the name comes from the list that holds the row)
            if row.key not in self.columns:
                message = f"{row.key!r} is not a column; columns are {', '.join(self.columns)}"
                raise MisfitError(message, "rows", place, "key")
            if texts.count(row.text.plain().casefold()) > 1:
                raise MisfitError(f"two rows say the same: {row.text.plain()!r}", "rows", place)
        return self
