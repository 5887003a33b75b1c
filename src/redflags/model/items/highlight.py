"""Highlight text and highlight table: press the words that matter, among spans that the author defined."""

from __future__ import annotations

import re
from typing import Annotated, Literal, TypeAlias

from pydantic import Field, computed_field, model_validator

from redflags.model.items.base import ItemBase, Option, require_distinct
from redflags.model.items.places import SpanSegment, require_same, spans_in
from redflags.model.items.table import Columns, Rows, require_even
from redflags.model.text import Slug, Text

Spans: TypeAlias = Annotated[dict[Slug, Option], Field(min_length=4, max_length=12)]


class HighlightText(ItemBase):
    """A note to read; `{name}` in the text is where the span of that name stands."""

    type: Literal["highlight-text"]
    text: Text
    """Paragraphs are parted by an empty line."""
    spans: Spans

    @computed_field  # type: ignore[prop-decorator]  # mypy knows no decorated property
    @property
    def paragraphs(self) -> list[list[str | SpanSegment]]:
        """Split each paragraph at its spans."""
        return [spans_in(part) for part in re.split(r"\n\s*\n", self.text)]

    @model_validator(mode="after")
    def _spans_match_text(self) -> HighlightText:
        require_same([self.text], self.spans, "the text has", "spans")
        _name(self.spans)
        return self


class HighlightTable(ItemBase):
    """A record to read; `{name}` in a cell is where the span of that name stands."""

    type: Literal["highlight-table"]
    columns: Columns
    rows: Rows
    """Cells, row by row; the first of each row names it."""
    spans: Spans

    @computed_field  # type: ignore[prop-decorator]  # mypy knows no decorated property
    @property
    def cells(self) -> list[list[list[str | SpanSegment]]]:
        """Split each cell at its spans."""
        return [[spans_in(cell) for cell in row] for row in self.rows]

    @model_validator(mode="after")
    def _spans_match_cells(self) -> HighlightTable:
        require_even(self.columns, self.rows)
        require_same((cell for row in self.rows for cell in row), self.spans, "the cells have", "spans")
        _name(self.spans)
        return self


def _name(spans: dict[str, Option]) -> None:
    """Give each span its name as its id; some are right and some are wrong."""
    for name, span in spans.items():
        span._id = name  # noqa: SLF001 (ours: the name comes from the mapping that holds the span)
    require_distinct(list(spans.values()), "spans", list(spans))
    count = sum(span.correct for span in spans.values())
    if count in {0, len(spans)}:
        raise ValueError("a highlight item needs at least one correct and one wrong span")
