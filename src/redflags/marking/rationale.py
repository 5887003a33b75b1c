"""Rationale: without the right cause nothing; with it, one mark for each right effect (NCSBN, NGN scoring: rationale).

A dyad has one effect, so that it earns 1 only if both are right; a triad has two. The triad's 0/1/2 is known from
secondary pages only (verify).
"""

from __future__ import annotations

from typing import Any

from redflags.marking.result import Mark, Part, choices


def mark(item: dict[str, Any], response: Any) -> Mark:
    """Mark a mapping of blank name to option letter; a missing blank earns nothing."""
    blanks = item["blanks"]
    chosen = choices(response, {name: {o["id"] for o in blank["options"]} for name, blank in blanks.items()})
    right = {
        name: any(option["correct"] and option["id"] == chosen.get(name) for option in blank["options"])
        for name, blank in blanks.items()
    }
    cause = item["cause"]
    parts = [
        Part(name, int(name != cause and right[name] and right[cause]), right[name], chosen.get(name))
        for name in blanks
    ]
    most = len(blanks) - 1
    effects = sum(1 / len(blank["options"]) for name, blank in blanks.items() if name != cause)
    chance = effects / len(blanks[cause]["options"]) / most
    return Mark(sum(part.earned for part in parts), most, parts, chance)
