"""What is asked: E12, W01, W14."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from redflags.rules.parts import asked_items

if TYPE_CHECKING:
    from collections.abc import Iterator

    from redflags.problem import Problem
    from redflags.reading import Content

# An order is as good as a question ("Complete the sentence", "Rank the steps").
ASKS = re.compile(
    r"\?|^(complete|choose|select|pick|sort|match|rank|order|place|put|mark|highlight|fill|find|give|work out|calculate"
    r"|estimate|say|name|drag|click|point|assign|write|explain|describe)\b",
    re.IGNORECASE,
)
UNFOCUSED = re.compile(
    r"\bwhich\b[^?]*\b(?:of the following|of these|statements?|options?)\b[^?]*\b(?:true|false|correct|incorrect)\b"
    r"|\b(?:true|correct) (?:about|regarding|concerning)\b|^(?:regarding|concerning)\b[^?]*$",
    re.IGNORECASE,
)
# "At least" sets a bound and negates nothing.
NEGATIVE = re.compile(
    r"\b(not|except|cannot|incorrect|false|(?<!at )least|excluding)\b|n['\N{RIGHT SINGLE QUOTATION MARK}]t\b",
    re.IGNORECASE,
)
DOUBLE = re.compile(r"\?.*\?|\band (what|which|how|why|when|where|who)\b|\band/or\b", re.IGNORECASE | re.DOTALL)


def check(content: Content) -> Iterator[Problem]:
    """Check every lead-in."""
    for asked in asked_items(content):
        text, at = asked.item.lead_in.plain(), ("lead_in",)
        if not ASKS.search(text):
            yield asked.problem(at, "E12", "the lead-in asks nothing", "end with a question, or begin with an order")
        elif found := UNFOCUSED.search(text):
            yield asked.problem(
                at, "E12", f"{found[0]!r} can't be answered with the options covered", "ask for the thing itself"
            )
        if found := NEGATIVE.search(text):
            yield asked.problem(at, "W01", f"the lead-in is negative: {found[0]!r}", "ask for what is right")
        if found := DOUBLE.search(text):
            yield asked.problem(at, "W14", "the lead-in asks two things", "ask one of them")
