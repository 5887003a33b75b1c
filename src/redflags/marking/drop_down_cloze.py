"""0/1 per drop-down, summed (NCSBN, NGN scoring: 0/1)."""

from __future__ import annotations

from typing import Any

from redflags.marking.result import Mark, Part, choices


def mark(item: dict[str, Any], response: Any) -> Mark:
    """Mark a mapping of blank name to option letter; a missing blank earns nothing."""
    blanks = item["blanks"]
    chosen = choices(response, {name: {o["id"] for o in blank["options"]} for name, blank in blanks.items()})
    parts = []
    for name, blank in blanks.items():
        key = next(option["id"] for option in blank["options"] if option["correct"])
        choice = chosen.get(name)
        parts.append(Part(name, int(choice == key), choice == key, choice))
    chance = sum(1 / len(blank["options"]) for blank in blanks.values()) / len(blanks)
    return Mark(sum(part.earned for part in parts), len(parts), parts, chance)
