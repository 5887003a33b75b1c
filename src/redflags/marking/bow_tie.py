"""0/1 for each of five places; the order inside a pair is irrelevant (NCSBN, NGN scoring: 0/1)."""

from __future__ import annotations

from typing import Any

from redflags.marking.result import Mark, Part, placed

PLACES = {
    "action-1": "actions",
    "action-2": "actions",
    "condition": "conditions",
    "parameter-1": "parameters",
    "parameter-2": "parameters",
}
"""Place to the list of options that it is filled from."""


def mark(item: dict[str, Any], response: Any) -> Mark:
    """Mark a mapping of place to option letter; a missing place earns nothing."""
    chosen = placed(
        response,
        {place: {option["id"] for option in item[options]} for place, options in PLACES.items()},
        [("action-1", "action-2"), ("parameter-1", "parameter-2")],
    )
    parts = []
    for place, options in PLACES.items():
        choice = chosen.get(place)
        right = any(option["correct"] and option["id"] == choice for option in item[options])
        parts.append(Part(place, int(right), right, choice))
    shares = [sum(option["correct"] for option in item[options]) / len(item[options]) for options in PLACES.values()]
    return Mark(sum(part.earned for part in parts), len(parts), parts, sum(shares) / len(parts))
