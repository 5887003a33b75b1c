"""+/-: one mark for each right pick, one off for each wrong pick, never below zero (NCSBN, NGN scoring: +/-)."""

from __future__ import annotations

from math import comb
from typing import Any

from redflags.marking.result import Mark, Part, picks


def mark_options(options: list[dict[str, Any]], response: Any) -> Mark:
    """Mark a list of option ids."""
    chosen = picks(options, response)
    parts = [part(option["id"], option["correct"], option["id"] in chosen) for option in options]
    correct = sum(option["correct"] for option in options)
    earned = max(0, sum(each.earned for each in parts))
    return Mark(earned, correct, parts, expected(correct, len(parts) - correct) / correct)


def mark_columns(columns: dict[str, dict[str, bool]], chosen: dict[str, set[str]]) -> Mark:
    """Mark each column by itself, and add up: what is lost in one takes nothing from another.

    Parameters
    ----------
    columns
        Column to its rows, each with whether it belongs there.
    chosen
        Column to the rows that the learner chose in it.
    """
    parts: list[Part] = []
    earned, most, chance = 0.0, 0, 0.0
    for column, rows in columns.items():
        picked = chosen.get(column, set())
        cells = [part(f"{row}|{column}", correct, row in picked) for row, correct in rows.items()]
        right = sum(rows.values())
        parts += cells
        earned += max(0, sum(cell.earned for cell in cells))
        most += right
        chance += expected(right, len(rows) - right)
    return Mark(earned, most, parts, chance / most)


def part(name: str, correct: bool, chosen: bool) -> Part:
    """Return the part of one option or cell."""
    return Part(name, (1 if correct else -1) if chosen else 0, correct == chosen, chosen)


def expected(correct: int, wrong: int) -> float:
    """Return the marks to expect when each option is ticked with probability one half.

    Hits minus false picks, plus the number of wrong options, is binomial(n, 1/2).
    """
    n = correct + wrong
    ways: float = sum(gain * comb(n, gain + wrong) for gain in range(1, correct + 1)) / 2**n
    return ways
