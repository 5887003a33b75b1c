"""A person's electronic record: tabs of notes, or of values over time. Items and case studies show it."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import Field, model_validator

from redflags.model.strict import MisfitError, Strict
from redflags.model.text import RichText, Text


class RecordTable(Strict):
    """What was found at each time."""

    times: Annotated[list[Text], Field(min_length=1, max_length=6)]
    """Headings of the columns, in the order of time, such as "06:00" or "Day 2"."""
    rows: Annotated[list[list[Text]], Field(min_length=1, max_length=12)]
    """Cells, row by row; the first names what was measured, with its unit, then comes a value for each time."""

    @model_validator(mode="after")
    def _even(self) -> RecordTable:
        for place, row in enumerate(self.rows):
            if len(row) != 1 + len(self.times):
                message = f"the row has {len(row)} cells: a name and {len(self.times)} values are needed, as in `times`"
                raise MisfitError(message, "rows", place)
        return self


class RecordTab(Strict):
    """One tab, such as "Nurses' notes" or "Vital signs": text, or a table."""

    name: Text
    text: RichText | None = None
    """Paragraphs are parted by an empty line."""
    table: RecordTable | None = None

    @model_validator(mode="after")
    def _one_of_two(self) -> RecordTab:
        if (self.text is None) == (self.table is None):
            raise ValueError(f"the tab {self.name!r} needs either `text` or `table`")
        return self


Record: TypeAlias = Annotated[list[RecordTab], Field(min_length=1, max_length=8)]


def require_tabs(tabs: list[RecordTab]) -> None:
    """Refuse two tabs of one name: a reader could not tell them apart."""
    names = [tab.name.casefold() for tab in tabs]
    for place, name in enumerate(names):
        if name in names[:place]:
            raise MisfitError(f"two tabs are called {tabs[place].name!r}", "record", place, "name")
