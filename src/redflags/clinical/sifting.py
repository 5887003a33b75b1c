"""Choosing rows of a table in which much is unknown: what fits, what the table can't say, what is usual elsewhere.

A row that says nothing about what was asked is never dropped as if it said no. Signs are special: a row that doesn't
name one has not denied it, so it can't be ruled out by it. The twin is `sifting.ts`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FITS, UNSAID, ELSEWHERE = "fits", "unsaid", "elsewhere"
_NEVER_DENIED = "signs"


def sift(rows: Sequence[Mapping[str, Any]], wanted: Mapping[str, str]) -> list[str]:
    """Return for each row whether it fits what is wanted, can't say, or is usual elsewhere.

    Parameters
    ----------
    rows
        Rows with `marks`: kind -> values; a kind that is empty or missing is unsaid.
    wanted
        Kind -> value; an empty value asks for nothing.
    """
    return [_one(row["marks"], wanted) for row in rows]


def _one(marks: Mapping[str, Sequence[str]], wanted: Mapping[str, str]) -> str:
    found = {_by(kind, marks.get(kind, ()), value) for kind, value in wanted.items() if value}
    return ELSEWHERE if ELSEWHERE in found else UNSAID if UNSAID in found else FITS


def _by(kind: str, values: Sequence[str], value: str) -> str:
    if value in values:
        return FITS
    return UNSAID if not values or kind == _NEVER_DENIED else ELSEWHERE


def parts(one: Sequence[str], other: Sequence[str]) -> str:
    """Return how two rows stand to each other in one kind of marks: "same", "overlap", "differ" or "unsaid"."""
    if not one or not other:
        return UNSAID
    if set(one) == set(other):
        return "same"
    return "overlap" if set(one) & set(other) else "differ"
