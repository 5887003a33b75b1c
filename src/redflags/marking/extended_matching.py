"""0/1 per case, summed: each case is a single best answer among the shared options (NBME item-writing guide)."""

from __future__ import annotations

from typing import Any

from redflags.marking.result import Mark, Part, choices


def mark(item: dict[str, Any], response: Any) -> Mark:
    """Mark a mapping of case id to option letter; a missing case earns nothing."""
    letters = {option["id"] for option in item["options"]}
    chosen = choices(response, {case["id"]: letters for case in item["cases"]})
    parts = []
    for case in item["cases"]:
        choice = chosen.get(case["id"])
        parts.append(Part(case["id"], int(choice == case["answer"]), choice == case["answer"], choice))
    return Mark(sum(part.earned for part in parts), len(parts), parts, 1 / len(letters))
