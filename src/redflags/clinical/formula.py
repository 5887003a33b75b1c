"""Arithmetic that a score file writes down, computed over ranges: a measurement that is missing may be anything.

Numbers, names, + - * / and brackets; nothing else can be written, so nothing else can run. The twin is `formula.ts`.
A name that stands twice counts as if both could differ, so a range may come out too wide, never too narrow.
"""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

Span = tuple[float, float]
"""The least and the most that a number can be."""

_TOKEN = re.compile(r"\s*([0-9]+(?:\.[0-9]+)?|[a-z][a-z0-9_]*|[-+*/()])")


class FormulaError(ValueError):
    """A formula that can't be computed; the message is for its author."""


def compute(formula: str, values: Mapping[str, Span]) -> Span:
    """Return the range of a formula's result.

    >>> compute("calcium + 0.5 * (40 - albumin)", {"calcium": (2.5, 2.5), "albumin": (30, 40)})
    (2.5, 7.5)

    Raises
    ------
    FormulaError
        The formula is no formula, names what isn't there, or divides by what may be nothing.
    """
    return _Reader(formula, values).whole()


class _Reader:
    """Reads a formula from left to right, computing as it goes."""

    def __init__(self, formula: str, values: Mapping[str, Span]) -> None:
        self._tokens = _split(formula)
        self._values = values
        self._at = 0

    def whole(self) -> Span:
        result = self._sum()
        if self._next():
            raise FormulaError(f"`{self._next()}` stands where the formula should end")
        return result

    def _next(self) -> str:
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def _take(self) -> str:
        token = self._next()
        self._at += 1
        return token

    def _sum(self) -> Span:
        result = self._product()
        while self._next() in {"+", "-"}:
            sign = self._take()
            low, high = self._product()
            result = (result[0] + low, result[1] + high) if sign == "+" else (result[0] - high, result[1] - low)
        return result

    def _product(self) -> Span:
        result = self._factor()
        while self._next() in {"*", "/"}:
            sign = self._take()
            other = self._factor()
            if sign == "/":
                if other[0] <= 0 <= other[1]:
                    raise FormulaError("the formula may divide by nothing")
                corners = [left / right for left, right in product(result, other)]
            else:
                corners = [left * right for left, right in product(result, other)]
            result = (min(corners), max(corners))
        return result

    def _factor(self) -> Span:
        word = self._take()
        if word == "-":
            low, high = self._factor()
            return (-high, -low)
        if word == "(":
            inner = self._sum()
            if self._take() != ")":
                raise FormulaError("a bracket is not closed")
            return inner
        if word[:1].isdigit():
            return (float(word), float(word))
        if word in self._values:
            return self._values[word]
        raise FormulaError(f"`{word}` is not measured" if word else "the formula ends too soon")


def _split(formula: str) -> list[str]:
    tokens, at = [], 0
    while at < len(formula.rstrip()):
        match = _TOKEN.match(formula, at)
        if match is None:
            raise FormulaError(f"`{formula[at:].strip()[:1]}` can't stand in a formula")
        tokens.append(match[1])
        at = match.end()
    return tokens
