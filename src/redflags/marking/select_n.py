"""0/1 per option: one mark for each right pick, nothing off (NCSBN, NGN scoring: 0/1); more than n can't be picked."""

from __future__ import annotations

from typing import Any

from redflags.marking.result import Mark, Part, ResponseError, picks


def mark(item: dict[str, Any], response: Any) -> Mark:
    """Mark a list of at most `n` option letters."""
    chosen = picks(item["options"], response)
    if len(chosen) > item["n"]:
        raise ResponseError(f"{len(chosen)} options picked where {item['n']} are asked for")
    parts = [
        Part(
            id=option["id"],
            earned=int(option["correct"] and option["id"] in chosen),
            right=option["correct"] == (option["id"] in chosen),
            chosen=option["id"] in chosen,
        )
        for option in item["options"]
    ]
    return Mark(sum(part.earned for part in parts), item["n"], parts, item["n"] / len(parts))
