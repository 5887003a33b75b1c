"""0/1: one mark for the right region, nothing off for another, as in a single best answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from redflags.marking.single_best_answer import mark_one

if TYPE_CHECKING:
    from redflags.marking.result import Mark


def mark(item: dict[str, Any], response: Any) -> Mark:
    """Mark one region letter, or None."""
    return mark_one(item["regions"], response)
