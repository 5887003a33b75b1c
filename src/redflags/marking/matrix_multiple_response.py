"""+/- per column, floor 0 in each, summed (NCSBN, NGN scoring: +/-; the floor per column: docs/marking.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from redflags.marking.plus_minus import mark_columns
from redflags.marking.result import several

if TYPE_CHECKING:
    from redflags.marking.result import Mark


def mark(item: dict[str, Any], response: Any) -> Mark:
    """Mark a mapping of row id to a list of column headings; a missing row has none ticked."""
    ticked = several(response, {row["id"]: set(item["columns"]) for row in item["rows"]})
    return mark_columns(
        {column: {row["id"]: column in row["key"] for row in item["rows"]} for column in item["columns"]},
        {column: {row for row, columns in ticked.items() if column in columns} for column in item["columns"]},
    )
