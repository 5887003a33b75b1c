"""0/1: one mark for the key, nothing off for a distractor (NCSBN, NGN scoring: 0/1)."""

from __future__ import annotations

from typing import Any

from redflags.marking.result import Mark, Part, ResponseError, picks


def mark(item: dict[str, Any], response: Any) -> Mark:
    """Mark one option letter, or None."""
    return mark_one(item["options"], response)


def mark_one(options: list[dict[str, Any]], response: Any) -> Mark:
    """Mark the letter of one of some options, or None."""
    if response is not None and not isinstance(response, str):
        raise ResponseError(f"expected one option letter, got {response!r}")
    chosen = picks(options, None if response is None else [response])
    parts = [
        Part(
            id=option["id"],
            earned=int(option["correct"] and option["id"] in chosen),
            right=option["correct"] == (option["id"] in chosen),
            chosen=option["id"] in chosen,
        )
        for option in options
    ]
    return Mark(sum(part.earned for part in parts), 1, parts, 1 / len(parts))
