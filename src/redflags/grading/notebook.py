"""A submitted notebook as data: cells and outputs, whatever was handed in under that name."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from redflags.grading.limits import CELLS


class NotANotebookError(ValueError):
    """A file that is no notebook; says what it looks like."""


@dataclass(frozen=True)
class Cell:
    """One cell."""

    kind: str
    source: str
    outputs: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True)
class Notebook:
    """What of a notebook is read."""

    exercise: str
    """The exercise that it says it is; empty if it says nothing."""
    cells: tuple[Cell, ...]

    @property
    def code(self) -> list[str]:
        """The sources of its code cells."""
        return [cell.source for cell in self.cells if cell.kind == "code"]


_LOOKS = ((b"%PDF", "a PDF"), (b"PK\x03\x04", "a zip or an Office file"), (b"\x89PNG", "a picture"))


def read_notebook(content: bytes) -> Notebook:
    """Read a notebook, or say why it is none."""
    data = read_json(content)
    if not isinstance(data, dict) or not isinstance(data.get("cells"), list):
        raise NotANotebookError("JSON, but no notebook of the present format (4)")
    if len(data["cells"]) > CELLS:
        raise NotANotebookError(f"has more than {CELLS:,} cells")
    metadata = data.get("metadata")
    own = metadata.get("redflags") if isinstance(metadata, dict) else None
    name = own.get("exercise") if isinstance(own, dict) else ""
    return Notebook(name if isinstance(name, str) else "", tuple(_cells(data["cells"])))


def read_json(content: bytes) -> Any:
    """Read JSON from a stranger."""
    if not content.strip():
        raise NotANotebookError("empty")
    for start, name in _LOOKS:
        if content.startswith(start):
            raise NotANotebookError(f"{name} and no notebook")
    try:
        return json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise NotANotebookError("not text in UTF-8") from error
    except RecursionError as error:
        raise NotANotebookError("nested too deeply") from error
    except ValueError as error:
        cut = content.lstrip().startswith(b"{") and not content.rstrip().endswith(b"}")
        raise NotANotebookError("JSON that breaks off: an upload that was cut short?" if cut else "not JSON") from error


def _cells(cells: list[Any]) -> list[Cell]:
    return [
        Cell(_text(cell.get("cell_type")), _joined(cell.get("source")), _outputs(cell.get("outputs")))
        for cell in cells
        if isinstance(cell, dict)
    ]


def _outputs(outputs: Any) -> tuple[dict[str, Any], ...]:
    return tuple(one for one in outputs if isinstance(one, dict)) if isinstance(outputs, list) else ()


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _joined(source: Any) -> str:
    if isinstance(source, list):
        return "".join(line for line in source if isinstance(line, str))
    return _text(source)
