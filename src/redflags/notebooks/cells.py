"""Cells of a notebook, and Python as a person would write it into one."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Cell:
    """One cell."""

    kind: str
    """markdown or code"""
    source: str

    def as_json(self, number: int) -> dict[str, Any]:
        """Return the cell as a notebook holds it; its id is its place, so that the same page gives the same bytes."""
        cell = {
            "cell_type": self.kind,
            "id": f"cell-{number:03}",
            "metadata": {},
            "source": self.source.splitlines(keepends=True),
        }
        return cell | {"execution_count": None, "outputs": []} if self.kind == "code" else cell


def markdown(text: str) -> Cell:
    """Return a cell of words."""
    return Cell("markdown", text.strip())


def code(text: str) -> Cell:
    """Return a cell of Python."""
    return Cell("code", text.strip())


def call(name: str, *arguments: Any, **named: Any) -> str:
    """Return a call as Python; an argument that is None is left out.

    >>> call("Quiz", "red-flags", items=["rf-one"], mode=None)
    'Quiz("red-flags", items=["rf-one"])'
    """
    given = [python(value) for value in arguments]
    given += [f"{key}={python(value)}" for key, value in named.items() if value is not None]
    line = f"{name}({', '.join(given)})"
    return line if len(line) <= LONG else f"{name}(\n    " + ",\n    ".join(given) + ",\n)"


LONG = 100
"""A call with more characters stands on several lines."""


def python(value: Any) -> str:
    """Return a value as Python, with double quotes."""
    if isinstance(value, bool) or value is None:
        return repr(value)
    return json.dumps(value, ensure_ascii=False)


def quoted(text: str) -> str:
    """Return Markdown as a quotation: what a box of the page is in any notebook."""
    return "\n".join(f"> {line}".rstrip() for line in text.strip().splitlines())
