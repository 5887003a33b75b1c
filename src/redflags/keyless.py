"""What a marked quiz may show of its items: the question, and nothing that says or betrays the answer.

A whitelist: what is not named here never leaves the instructor's machine, and an item type that is not named here
can't stand in a marked quiz. Pure Python over dumped items, since the build and `redflags mark` both need it.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

Shape: TypeAlias = "bool | dict[str, Shape] | list[Shape]"
"""`True`: all of it. A mapping: these keys (`*` for any name). A list of one: each element so."""

_COMMON: dict[str, Shape] = {
    "id": True,
    "type": True,
    "track": True,
    "stem": True,
    "lead_in": True,
    "record": [{"name": True, "text": True, "table": True}],
}
_WORDS: dict[str, Shape] = {"id": True, "text": True}
_OPTIONS: dict[str, Shape] = {"options": [_WORDS]}
_BLANKS: dict[str, Shape] = {"blanks": {"*": {"label": True, "options": [_WORDS]}}}
_ROWS: dict[str, Shape] = {"columns": True, "rows": [_WORDS]}
_SPANS: dict[str, Shape] = {"spans": {"*": _WORDS}}

ASKED: dict[str, dict[str, Shape]] = {
    "single-best-answer": _OPTIONS,
    "select-all": _OPTIONS,
    "select-n": {"n": True, **_OPTIONS},
    "key-feature": {"max_responses": True, **_OPTIONS},
    "matrix-multiple-choice": _ROWS,
    "matrix-multiple-response": _ROWS,
    "drop-down-cloze": {"segments": True, **_BLANKS},
    "drop-down-table": {"columns": True, "cells": True, **_BLANKS},
    "rationale": {"segments": True, **_BLANKS},
    "grouping": {"groups": True, **_OPTIONS},
    "highlight-text": {"paragraphs": True, **_SPANS},
    "highlight-table": {"columns": True, "cells": True, **_SPANS},
    "bow-tie": {"actions": [_WORDS], "conditions": [_WORDS], "parameters": [_WORDS]},
    "drag-and-drop-cloze": {"segments": True, "targets": True, "tokens": [_WORDS]},
    "ordered-response": {"steps": [_WORDS]},
    "extended-matching": {"theme": True, "options": [_WORDS], "cases": [_WORDS]},
    "numeric": {"label": True, "unit": True},
    # Not the drawing's name, which may be what it shows.
    "image-hotspot": {"svg": True, "alt": True, "regions": [{**_WORDS, "outline": True, "at": True}]},
    "script-concordance": {"hypothesis": True, "finding": True},
    "free-text": {"limit": True},
}
"""By item type: what is asked, beside `_COMMON`."""

_SHUFFLED = {"ordered-response": "steps"}
"""Lists that stand in the order of the key, and are shown by their letters."""


class NoShapeError(KeyError):
    """An item type of which nobody said what may be shown."""

    def __init__(self, kind: str) -> None:
        super().__init__(f"{kind}: say in redflags/keyless.py what a marked quiz may show of this type")


def keyless(item: dict[str, Any], seen: str = "") -> dict[str, Any]:
    """Return a dumped item without its key, its reasons and its evidence, and with a hash over what is left.

    A hash over the key could be tried against the few keys that there are.

    Parameters
    ----------
    item
        The item, with its key.
    seen
        In a case: `ItemBase.seen`.
    """
    if item["type"] not in ASKED:
        raise NoShapeError(item["type"])
    shown: dict[str, Any] = _picked(renamed(item), {**_COMMON, **ASKED[item["type"]]})
    if name := _SHUFFLED.get(item["type"]):
        shown[name] = sorted(shown[name], key=lambda one: one["id"])
    # The drawing stands in another file, which whoever marks need not have.
    worded = {key: value for key, value in shown.items() if key not in {"svg", "alt"}}
    return {**shown, "hash": digest([unsourced(worded), seen])}


def digest(value: Any) -> str:
    """Return twelve hex digits over JSON."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def unsourced(value: Any) -> Any:
    """Put the words of `{ev}` roles in their place: a source can betray an answer."""
    if isinstance(value, dict):
        if "ev" in value:
            return value.get("text", value.get("show", ""))
        return {key: unsourced(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [unsourced(inner) for inner in value]
    return value


def _picked(value: Any, shape: Shape) -> Any:
    if isinstance(shape, list):
        return [_picked(inner, shape[0]) for inner in value]
    if isinstance(shape, dict):
        if "*" in shape:
            return {name: _picked(inner, shape["*"]) for name, inner in value.items()}
        return {key: _picked(value[key], inner) for key, inner in shape.items() if key in value}
    return value


# --- names of blanks, spans and targets ---


def renamed(item: dict[str, Any]) -> dict[str, Any]:
    """Return a dumped item whose blanks, spans and targets are named by their order in the text: p1, p2, ….

    An author's names and their order may say what is right (`first: the cause`), and both would be shipped.
    Marking reads the renamed item too, so that an answer means the same to both.
    """
    found = list(_places(item.get("segments") or item.get("paragraphs") or item.get("cells") or []))
    names = {name: f"p{number}" for number, name in enumerate(found, start=1)}
    return {key: _renamed(key, value, names) for key, value in item.items()} if names else item


def _places(value: Any) -> Iterator[str]:
    """Find the names of places in the order of reading."""
    if isinstance(value, list):
        for inner in value:
            yield from _places(inner)
    elif isinstance(value, dict):
        yield next(iter(value.values()))


def _renamed(key: str, value: Any, names: dict[str, str]) -> Any:
    if key in {"blanks", "targets", "spans"}:
        described = {new: value[old] for old, new in names.items()}
        return {new: {**span, "id": new} for new, span in described.items()} if key == "spans" else described
    if key in {"segments", "paragraphs", "cells"}:
        return _relabelled(value, names)
    if key == "cause":
        return names[value]
    if key == "tokens":
        return [{**token, "target": names[token["target"]]} if token.get("target") else token for token in value]
    return value


def _relabelled(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, list):
        return [_relabelled(inner, names) for inner in value]
    if isinstance(value, dict):
        return {kind: names[name] for kind, name in value.items()}
    return value
