"""Holds a value from the sandbox against the key's: plain JSON on both sides, nothing of the student's is called."""

from __future__ import annotations

import math
from typing import Any

from redflags.grading.plain_text import shown

_NAMES = {
    "number": "a number",
    "integer": "a whole number",
    "text": "a text",
    "list": "a list",
    "mapping": "a mapping",
    "table": "a table (a list of rows)",
}


class Odd(str):
    """What JSON can't say, in words: NaN, an endless list, a function."""

    __slots__ = ()


def decoded(wire: Any) -> Any:
    """Return a value from the wire (`redflags.grading.encoder`): lists, mappings with names, numbers, words, `Odd`."""
    if isinstance(wire, list):
        return [decoded(one) for one in wire]
    if isinstance(wire, dict):
        pairs = wire.get("map")
        if isinstance(pairs, list) and all(isinstance(pair, list) and len(pair) == 2 for pair in pairs):  # noqa: PLR2004
            return {_named(decoded(name)): decoded(value) for name, value in pairs}
        return Odd(wire.get("odd", "a value that can't be read"))
    if isinstance(wire, float) and not math.isfinite(wire):
        return Odd("not a finite number")
    return wire


def _named(name: Any) -> str:
    """Return a mapping's key as JSON has it: a text."""
    if isinstance(name, bool) or name is None:
        return {True: "true", False: "false", None: "null"}[name]
    return name if isinstance(name, str) else f"{name}"


def problem(question: dict[str, Any], expected: Any, got: Any) -> str:
    """Return why a value earns nothing; empty if it is right.

    Parameters
    ----------
    question
        A value question of the key.
    expected
        The solution's value.
    got
        The student's, decoded.
    """
    kind = question["type"]
    if isinstance(got, Odd):
        return f"{got}; {_NAMES[kind]} was asked"
    if not _is(kind, got):
        return f"{_called(got)}; {_NAMES[kind]} was asked"
    if question.get("any_order") and isinstance(got, list):
        return "" if _unordered(question, expected, got) else "not the value"
    if isinstance(expected, list) and len(expected) != len(got):
        return (
            f"{len(got)} entries; {len(expected)} was asked"
            if kind == "list"
            else f"{len(got)} rows, not {len(expected)}"
        )
    return "" if _same(question, expected, got) else "not the value"


def _is(kind: str, value: Any) -> bool:
    if kind == "number":
        return isinstance(value, int | float) and not isinstance(value, bool)
    if kind == "integer":
        return isinstance(value, int | float) and not isinstance(value, bool) and value == int(value)
    if kind == "text":
        return isinstance(value, str)
    if kind == "mapping":
        return isinstance(value, dict)
    return isinstance(value, list) and (kind == "list" or all(isinstance(row, dict) for row in value))


def _called(value: Any) -> str:
    names = {"NoneType": "nothing", "str": "a text", "bool": "True or False", "dict": "a mapping", "list": "a list"}
    return names.get(type(value).__name__, shown(value))


def _same(question: dict[str, Any], expected: Any, got: Any) -> bool:
    if isinstance(got, Odd):
        return False
    if isinstance(expected, bool) or expected is None or isinstance(got, bool):
        return expected is got
    if isinstance(expected, int | float):
        return isinstance(got, int | float) and _near(question, expected, got)
    if isinstance(expected, str):
        return isinstance(got, str) and expected.strip().casefold() == got.strip().casefold()
    if isinstance(expected, list):
        return (
            isinstance(got, list)
            and len(expected) == len(got)
            and all(_same(question, one, other) for one, other in zip(expected, got, strict=True))
        )
    return (
        isinstance(got, dict)
        and expected.keys() == got.keys()
        and all(_same(question, value, got[name]) for name, value in expected.items())
    )


def _near(question: dict[str, Any], expected: float, got: float) -> bool:
    tolerance = question["tolerance"] * (abs(expected) if question["relative"] else 1)
    try:
        # What a machine's fractions lose is not the student's fault: 0.1 + 0.2 is 0.3 here.
        return abs(got - expected) <= tolerance or math.isclose(got, expected, rel_tol=1e-9, abs_tol=1e-12)
    except OverflowError:
        return False


def _unordered(question: dict[str, Any], expected: list[Any], got: list[Any]) -> bool:
    left = list(expected)
    if len(left) != len(got):
        return False
    for one in got:
        place = next((place for place, other in enumerate(left) if _same(question, other, one)), None)
        if place is None:
            return False
        del left[place]
    return True
