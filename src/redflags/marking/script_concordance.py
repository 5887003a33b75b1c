"""Aggregate credit: n(answer) / n(most frequent answer) of a panel; without a panel no mark at all, of 0.

Aggregate scoring: Norman 1985; Charlin 2000. Its known weakness is that answering 0, or never an extreme, earns marks
without reasoning (Lineberry 2013), so a player shows these marks beside the learner's.
"""

from __future__ import annotations

from typing import Any

from redflags.marking.result import Mark, Part, ResponseError

ANSWERS = ("-2", "-1", "0", "1", "2")
DIRECTIONS = {"-2": "less", "-1": "less", "0": "same", "1": "more", "2": "more"}


def mark(item: dict[str, Any], response: Any) -> Mark:
    """Mark one of the five answers, or None."""
    if response is not None and (not isinstance(response, str) or response not in ANSWERS):
        raise ResponseError(f"expected one of {', '.join(ANSWERS)}, got {response!r}")
    panel = item.get("panel")
    if panel is None:
        right = response is not None and DIRECTIONS[response] == item["direction"]
        return Mark(0, 0, [Part("answer", 0, right, response)], 0.0)
    most = max(panel["counts"])
    shares = [count / most for count in panel["counts"]]
    credit = 0.0 if response is None else shares[ANSWERS.index(response)]
    return Mark(credit, 1, [Part("answer", credit, credit == 1, response)], sum(shares) / len(shares))
