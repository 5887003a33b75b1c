"""Writes a student's value as bounded JSON, inside the sandbox, next to code that may have changed anything.

Everything used is bound when this module is loaded, before the student's code runs, and by type rather than by method,
so a patched `json`, `builtins` or `__eq__` changes nothing here. None of this protects marks: whoever overwrites this
process garbles their own values, and the key isn't in it. It keeps honest values right and odd ones short.

On the wire a list is a list, a mapping `{"map": [[key, value], …]}`, and what JSON can't say `{"odd": "in words"}`.
"""

from __future__ import annotations

from _json import encode_basestring_ascii
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

DEPTH = 8
ELEMENTS = 20_000
TEXT = 20_000
BITS = 1024

_INFINITE = (float("inf"), float("-inf"))


def _encoder(  # noqa: C901 - one closure, so that nothing is looked up where others can write
    quoted: Callable[[str], str] = encode_basestring_ascii,
) -> Callable[[Any], str]:
    type_, issubclass_, len_, sorted_, dict_, list_, tuple_ = type, issubclass, len, sorted, dict, list, tuple
    str_, int_, float_, bool_, set_, frozenset_ = str, int, float, bool, set, frozenset
    bits, integer, number, cut, join = int.bit_length, int.__repr__, float.__repr__, str.__getitem__, str.join
    no_int, no_float, failure, infinite, slice_ = int.__add__, float.__add__, BaseException, _INFINITE, slice
    items, iterate, iterate_tuple, attribute = dict.items, list.__iter__, tuple.__iter__, getattr

    def odd(words: str) -> str:
        return '{"odd": ' + quoted(words) + "}"

    def text(value: str) -> str:
        return quoted(cut(value, slice_(0, TEXT)))

    def whole(value: int) -> str:
        return integer(no_int(value, 0)) if bits(value) <= BITS else odd("an integer of more than 300 digits")

    def real(value: float) -> str:
        plain = no_float(value, 0.0)
        if plain != plain or plain in infinite:  # noqa: PLR0124 - NaN
            return odd("not a finite number")
        return number(plain)

    def sequence(values: Any, depth: int, left: list[int]) -> str:
        return "[" + join(", ", [encode(one, depth + 1, left) for one in values]) + "]"

    def mapping(value: dict[Any, Any], depth: int, left: list[int]) -> str:
        pairs = [
            "[" + encode(name, depth + 1, left) + ", " + encode(inner, depth + 1, left) + "]"
            for name, inner in items(value)
        ]
        return '{"map": [' + join(", ", pairs) + "]}"

    def foreign(value: Any, kind: type, depth: int, left: list[int]) -> str:
        """Numbers and tables of numpy, pandas, fractions and decimal, known by where their type stands."""
        home = attribute(kind, "__module__", "")
        home = home if type_(home) is str_ else ""
        if home in ("fractions", "decimal"):
            return real(float_(value))
        if home.startswith("pandas.") and attribute(kind, "__name__", "") == "DataFrame":
            return encode(value.to_dict("records"), depth + 1, left)
        if home == "numpy" or home.startswith(("numpy.", "pandas.")):
            if attribute(value, "size", 1) > ELEMENTS:
                return odd("too large")
            return encode(value.tolist(), depth + 1, left)
        return odd("a " + cut(str_(attribute(kind, "__name__", "?")), slice_(0, 60)))

    def encode(value: Any, depth: int, left: list[int]) -> str:  # noqa: C901, PLR0911, PLR0912 - one branch for each type
        left[0] -= 1
        if left[0] < 0:
            return odd("too large")
        if depth > DEPTH:
            return odd("nested too deeply, or within itself")
        kind = type_(value)
        if value is None:
            return "null"
        if kind is bool_:
            return "true" if value else "false"
        if issubclass_(kind, str_):
            return text(value)
        if issubclass_(kind, int_):
            return whole(value)
        if issubclass_(kind, float_):
            return real(value)
        if issubclass_(kind, dict_):
            return mapping(value, depth, left) if dict_.__len__(value) <= ELEMENTS else odd("too large")
        if issubclass_(kind, list_):
            return sequence(iterate(value), depth, left) if list_.__len__(value) <= ELEMENTS else odd("too large")
        if issubclass_(kind, tuple_):
            return (
                sequence(iterate_tuple(value), depth, left) if tuple_.__len__(value) <= ELEMENTS else odd("too large")
            )
        if kind is set_ or kind is frozenset_:
            if len_(value) > ELEMENTS:
                return odd("too large")
            try:
                ordered = sorted_(value)
            except TypeError:
                ordered = list_(value)
            return sequence(ordered, depth, left)
        return foreign(value, kind, depth, left)

    def encoded(value: Any) -> str:
        try:
            return encode(value, 0, [ELEMENTS])
        except failure:
            return odd("a value that can't be read")

    return encoded


encoded = _encoder()
"""Return a value as JSON, whatever it is."""
