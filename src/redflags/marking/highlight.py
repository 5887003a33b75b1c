"""+/- over the spans of a highlight text or table (NCSBN, NGN scoring: +/-)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from redflags.marking.plus_minus import mark_options

if TYPE_CHECKING:
    from redflags.marking.result import Mark


def mark(item: dict[str, Any], response: Any) -> Mark:
    """Mark a list of span names."""
    return mark_options(list(item["spans"].values()), response)
