"""Self-marked: one mark for each point of the checklist that the learner finds in their own text (P).

Nobody else reads the text, so these marks are never added to marks that a key gave.
"""

from __future__ import annotations

from typing import Any

from redflags.marking.result import Mark, Part, ResponseError, picks


def mark(item: dict[str, Any], response: Any) -> Mark:
    """Mark `{"text": what was written, "met": ids of the points ticked}`, or None."""
    points = item["checklist"]
    met: set[str] = set()
    if response is not None:
        if not isinstance(response, dict) or set(response) != {"text", "met"} or not isinstance(response["text"], str):
            raise ResponseError(f"expected a text and the points that it meets, got {response!r}")
        met = picks(points, response["met"])
        if met and not response["text"]:
            raise ResponseError("an empty text meets no point")
    parts = [Part(point["id"], int(point["id"] in met), point["id"] in met, point["id"] in met) for point in points]
    return Mark(len(met), len(points), parts, 0.0)
