"""E11: nothing that could identify a real person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from redflags.rules.pages import blocks
from redflags.rules.parts import asked_items, passages, told_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from redflags.problem import Problem
    from redflags.reading import Content

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_DATE = rf"(?:\d{{1,2}}[ ./-](?:{_MONTH}|\d{{1,2}})[ ./-]\d{{2,4}}|\d{{4}}-\d\d-\d\d)"
_PATTERNS = (
    ("a date of birth", re.compile(rf"\b(?:born (?:on )?|DOB:? ?|date of birth:? ?){_DATE}", re.IGNORECASE)),
    ("an e-mail address", re.compile(r"\b[\w.+-]+@[\w-]+\.[\w.]+\b")),
    ("a telephone number", re.compile(
        r"(?<![\w.])(?:\+\d{1,3}[ -]?\(?\d{1,4}\)?(?:[ -]?\d{2,4}){2,4}|0\d{2,4}[ -]\d{3,4}[ -]?\d{3,4}"
        r"|\(\d{3}\) ?\d{3}-\d{4}|\d{3}-\d{3}-\d{4})\b")),
    ("a record number", re.compile(
        r"\b(?:MRN|hospital (?:number|no\.?)|patient (?:number|id)):? ?[A-Z]?\d{5,}\b", re.IGNORECASE)),
    ("a postcode", re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}\b")),
)  # fmt: skip
_NHS = re.compile(r"(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)")
_DIGITS = 10
_ELEVEN = 11


def check(content: Content) -> Iterator[Problem]:
    """Check every item and every page."""
    remedy = "remove it: an invented person needs none"
    for asked in asked_items(content):
        for passage in passages(asked.item):
            for _, what in identifiers(passage.text):
                yield asked.problem(passage.path, "E11", what, remedy)
    for told in told_texts(content):
        for _, what in identifiers(told.text):
            yield told.problem("E11", what, remedy)
    for block in blocks(content):
        for at, what in identifiers(block.text):
            yield block.problem(at, "E11", what, remedy)


def identifiers(text: str) -> Iterator[tuple[int, str]]:
    """Return place and kind of everything that looks like an identifier."""
    for kind, pattern in _PATTERNS:
        for found in pattern.finditer(text):
            yield found.start(), f"{kind}: {found[0]!r}"
    for found in _NHS.finditer(text):
        if is_nhs_number(re.sub(r"\D", "", found[0])):
            yield found.start(), f"an NHS number: {found[0]!r}"


def is_nhs_number(digits: str) -> bool:
    """Whether ten digits pass the NHS number's check digit (NHS Data Dictionary: modulus 11).

    >>> is_nhs_number("9434765919"), is_nhs_number("9434765918")
    (True, False)
    """
    total = sum(int(digit) * (_DIGITS - place) for place, digit in enumerate(digits[:-1]))
    return (_ELEVEN - total % _ELEVEN) % _ELEVEN == int(digits[-1])
