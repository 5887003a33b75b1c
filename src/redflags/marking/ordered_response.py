"""0/1 for the whole order: one mark if every step is in its place (P).

(P): this project's choice, all or nothing as in the older examination. Parts say for each position whether its step
is right, though no position earns a mark by itself.
"""

from __future__ import annotations

from math import factorial
from typing import Any

from redflags.marking.result import Mark, Part, placed


def mark(item: dict[str, Any], response: Any) -> Mark:
    """Mark a mapping of position ("1", "2", ...) to step letter; a missing position is wrong."""
    key = item["key"]
    positions = [str(place + 1) for place in range(len(key))]
    letters = set(key)
    chosen = placed(response, dict.fromkeys(positions, letters), [positions])
    parts = [
        Part(position, 0, chosen.get(position) == step, chosen.get(position))
        for position, step in zip(positions, key, strict=True)
    ]
    return Mark(int(all(part.right for part in parts)), 1, parts, 1 / factorial(len(key)))
