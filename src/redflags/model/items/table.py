"""Tables that an author writes cell by cell: each row as long as the head, the first cell its name."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import Field

from redflags.model.strict import MisfitError
from redflags.model.text import Text

Columns: TypeAlias = Annotated[list[Text], Field(min_length=2, max_length=4)]
Rows: TypeAlias = Annotated[list[list[Text]], Field(min_length=2, max_length=8)]


def require_even(columns: list[str], rows: list[list[str]]) -> None:
    """Refuse a row that is shorter or longer than the head, or whose name holds a place to fill."""
    for place, row in enumerate(rows):
        if len(row) != len(columns):
            raise MisfitError(f"the row has {len(row)} cells, the head {len(columns)}", "rows", place)
        if "{" in row[0]:
            raise MisfitError("the first cell names its row and holds no place to fill", "rows", place, 0)
