"""0/1: one mark for a number inside the stated range; this project's own rule for a number that can't be guessed."""

from __future__ import annotations

import re
from typing import Any

from redflags.marking.result import Mark, Part, ResponseError

_NUMBER = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)\s*%?")


def parse(text: str) -> float:
    """Read a number as typed: digits with a point for decimals, an optional sign, an optional percent sign.

    Commas are refused: 1,500 is one and a half thousand to some readers and one and a half to others.
    """
    stripped = text.strip()
    if not _NUMBER.fullmatch(stripped):
        raise ResponseError("Write the number with a point for decimals and no other signs, such as 12.5")
    return float(stripped.rstrip("%"))


def mark(item: dict[str, Any], response: Any) -> Mark:
    """Mark a number as typed (a string)."""
    if response is not None and not isinstance(response, str):
        raise ResponseError(f"expected a number as typed, got {response!r}")
    if response is None or not response.strip():
        return Mark(0, 1, [Part("number", 0, right=False, chosen=None)], 0.0)
    right = item["low"] <= parse(response) <= item["high"]
    return Mark(int(right), 1, [Part("number", int(right), right, response.strip())], 0.0)
