"""+/-: one mark for each right pick, one off for each wrong pick, never below zero (NCSBN, NGN scoring: +/-)."""

from __future__ import annotations

from math import comb
from typing import Any

from redflags.marking.result import Mark, Part, picks


def mark(item: dict[str, Any], response: Any) -> Mark:
    """Mark a list of option letters."""
    chosen = picks(item, response)
    parts = [
        Part(
            id=option["id"],
            earned=(1 if option["correct"] else -1) if option["id"] in chosen else 0,
            right=option["correct"] == (option["id"] in chosen),
            chosen=option["id"] in chosen,
        )
        for option in item["options"]
    ]
    correct = sum(option["correct"] for option in item["options"])
    earned = max(0, sum(part.earned for part in parts))
    return Mark(earned, correct, parts, _chance(correct, len(parts) - correct))


def _chance(correct: int, wrong: int) -> float:
    """Return the expected fraction when each option is ticked with probability one half.

    Hits minus false picks, plus the number of wrong options, is binomial(n, 1/2).
    """
    n = correct + wrong
    expected: float = sum(gain * comb(n, gain + wrong) for gain in range(1, correct + 1)) / 2**n
    return expected / correct
