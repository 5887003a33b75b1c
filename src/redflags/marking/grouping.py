"""+/- per group, floor 0 in each, summed (NCSBN, NGN scoring: +/-; that the floor is per group is this project's)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from redflags.marking.plus_minus import mark_columns
from redflags.marking.result import several

if TYPE_CHECKING:
    from redflags.marking.result import Mark


def mark(item: dict[str, Any], response: Any) -> Mark:
    """Mark a mapping of group heading to a list of option letters; a missing group is empty."""
    letters = {option["id"] for option in item["options"]}
    chosen = several(response, dict.fromkeys(item["groups"], letters))
    columns = {
        group: {option["id"]: group in option["groups"] for option in item["options"]} for group in item["groups"]
    }
    return mark_columns(columns, chosen)
