"""E04: an item was held against its evidence after that was last looked up, and not too long ago."""

from __future__ import annotations

from typing import TYPE_CHECKING

from redflags.rules.parts import asked_items

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from redflags.problem import Problem
    from redflags.reading import Content

YEARS = 2
"""How long a review holds (this project's own number)."""


def check(content: Content, today: date | None = None) -> Iterator[Problem]:
    """Check every item's review date.

    Parameters
    ----------
    content
        The course.
    today
        Day to judge age by; without it, only the order of dates is checked, so that a build that was sound stays sound.
    """
    remedy = "hold it against its evidence again and set `reviewed`"
    for asked in asked_items(content):
        reviewed = asked.item.reviewed
        for number, name in enumerate(asked.item.evidence):
            entry = content.evidence.get(name)
            if entry and entry.rechecked and entry.rechecked > reviewed:
                yield asked.problem(
                    ("evidence", number),
                    "E04",
                    f"{name} was looked up again on {entry.rechecked}, after the item's review on {reviewed}",
                    remedy,
                )
        if today and (today - reviewed).days > YEARS * 365.25:
            yield asked.problem(("reviewed",), "E04", f"the review of {reviewed} is older than {YEARS} years", remedy)
