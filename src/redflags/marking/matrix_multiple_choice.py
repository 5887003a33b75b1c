"""0/1 per row, summed (NCSBN, NGN scoring: 0/1)."""

from __future__ import annotations

from typing import Any

from redflags.marking.result import Mark, Part, choices


def mark(item: dict[str, Any], response: Any) -> Mark:
    """Mark a mapping of row id to column heading; a missing row earns nothing."""
    columns = set(item["columns"])
    chosen = choices(response, {row["id"]: columns for row in item["rows"]})
    parts = []
    for row in item["rows"]:
        choice = chosen.get(row["id"])
        parts.append(Part(row["id"], int(choice == row["key"]), choice == row["key"], choice))
    return Mark(sum(part.earned for part in parts), len(parts), parts, 1 / len(columns))
