"""Values that a student's code leaves behind, as plain JSON values, and what can be said of their form alone."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

MOST = 10_000
"""Entries of a list or table: more is a slip, such as a whole data set in place of its mean."""

NAMES = {
    "number": "a number",
    "integer": "a whole number",
    "text": "a text in quotes",
    "list": "a list",
    "table": "a table: a list of rows, each a mapping of column to value",
    "mapping": "a mapping, such as {'yes': 4, 'no': 39}",
}
"""By type: what a student is told to make."""


class ValueFormError(ValueError):
    """A value of another form than the question asks; the message is for whoever wrote it."""


def plain(value: Any, kind: str) -> Any:
    """Return a value as plain JSON values.

    Parameters
    ----------
    value
        What the code left; arrays, series and frames count as lists and tables.
    kind
        A type of `NAMES`.

    Raises
    ------
    ValueFormError
        The value is of another form.
    """
    return {"number": _number, "integer": _integer, "text": _text, "list": _list, "table": _table, "mapping": _mapping}[
        kind
    ](_bare(value))


def _bare(value: Any) -> Any:
    """Return what a library's own object holds."""
    if isinstance(value, str | bool | int | float | list | tuple | set | frozenset | dict) or value is None:
        return value
    for method, arguments in (("to_dict", ("records",)), ("tolist", ()), ("item", ())):
        way = getattr(value, method, None)
        if callable(way):
            try:
                return way(*arguments)
            except (TypeError, ValueError):
                continue
    return value


def _wanted(value: Any, kind: str) -> ValueFormError:
    return ValueFormError(f"expected {NAMES[kind]}, got {_called(value)}")


def _called(value: Any) -> str:
    """Name a value's type as students meet it."""
    names = {"NoneType": "nothing (None)", "str": "a text", "float": "a number", "int": "a whole number"}
    names |= {"bool": "True or False", "function": "a function (is a pair of brackets missing?)", "ellipsis": "..."}
    name = type(value).__name__
    return names.get(name, f"a {name}")


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _wanted(value, "number")
    if not math.isfinite(value):
        raise ValueFormError("the number is infinite or not a number: is something divided by nothing?")
    return value


def _integer(value: Any) -> int:
    if isinstance(value, float) and value.is_integer():
        raise ValueFormError("expected a whole number, got one with a decimal point: put int(…) around it")
    if isinstance(value, bool) or not isinstance(value, int):
        raise _wanted(value, "integer")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise _wanted(value, "text")
    return value


def _scalar(value: Any) -> Any:
    value = _bare(value)
    if value is None or isinstance(value, str | bool):
        return value
    return _number(value)


def _list(value: Any) -> list[Any]:
    if isinstance(value, set | frozenset):
        value = sorted(value, key=str)
    if not isinstance(value, list | tuple):
        raise _wanted(value, "list")
    _short(value)
    return [_scalar(entry) for entry in value]


def _mapping(value: Any) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        raise _wanted(value, "mapping")
    _short(value)
    return {str(key): _scalar(entry) for key, entry in value.items()}


def _table(value: Any) -> list[dict[str, Any]]:
    if not isinstance(value, list | tuple):
        raise _wanted(value, "table")
    _short(value)
    rows = [_mapping(row) for row in value]
    if len({tuple(row) for row in rows}) > 1:
        raise ValueFormError("the table's rows have different columns")
    return rows


def _short(value: Any) -> None:
    if len(value) > MOST:
        raise ValueFormError(f"more than {MOST:,} entries")


def form_problem(question: dict[str, Any], value: Any) -> str:
    """Say what is wrong with a value's form; an empty text if nothing is. Never whether it is right.

    Parameters
    ----------
    question
        A question of kind `value`, as in the file of questions.
    value
        What the code left.
    """
    try:
        shown = plain(value, question["type"])
    except ValueFormError as error:
        return str(error)
    empty = _empty(shown)
    if empty:
        return f"not answered yet: {empty} of its values {'is' if empty == 1 else 'are'} None"
    limits = question.get("plausible")
    if limits and not limits[0] <= shown <= limits[1]:
        unit = f" {question['unit']}" if question.get("unit") else ""
        return f"{shown:g} can't be meant: the {question['says']} lies between {limits[0]:g} and {limits[1]:g}{unit}"
    return ""


def _empty(value: Any) -> int:
    """Return how many values of a list, mapping or table are None, as in a stub."""
    if isinstance(value, list):
        return sum(_empty(entry) for entry in value)
    if isinstance(value, dict):
        return sum(_empty(entry) for entry in value.values())
    return int(value is None)
