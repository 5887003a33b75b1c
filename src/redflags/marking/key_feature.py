"""0/1 per right pick under a cap; a killer among the picks takes every mark.

(P): key-feature marking is published in several forms; this cap and this killer are this project's choice.
"""

from __future__ import annotations

from math import comb
from typing import Any

from redflags.marking.result import Mark, Part, ResponseError, picks


def mark(item: dict[str, Any], response: Any) -> Mark:
    """Mark a list of at most `max_responses` option letters."""
    options, cap = item["options"], item["max_responses"]
    chosen = picks(options, response)
    if len(chosen) > cap:
        raise ResponseError(f"{len(chosen)} options picked where at most {cap} can be")
    killed = any(option["killer"] and option["id"] in chosen for option in options)
    parts = [
        Part(
            id=option["id"],
            earned=int(option["correct"] and option["id"] in chosen),
            right=option["correct"] == (option["id"] in chosen),
            chosen=option["id"] in chosen,
        )
        for option in options
    ]
    correct = sum(option["correct"] for option in options)
    earned = 0 if killed else sum(part.earned for part in parts)
    killers = sum(option["killer"] for option in options)
    return Mark(earned, correct, parts, _chance(len(options), killers, cap))


def _chance(n: int, killers: int, cap: int) -> float:
    """Return the expected fraction for `cap` picks at random.

    No killer is among them with probability C(n - killers, cap) / C(n, cap); then each right option is, with
    probability cap / (n - killers).
    """
    harmless = n - killers
    return comb(harmless, cap) / comb(n, cap) * cap / harmless
