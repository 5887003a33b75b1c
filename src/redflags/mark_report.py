"""What files of answers earned, as a table, JSON or CSV."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from redflags.handed_in import MarkedFile

COLUMNS = ("file", "quiz", "earned", "max", "answered", "items", "mean_certainty_mark", "submitted", "notes")


def row(file: MarkedFile) -> dict[str, Any]:
    """Return one record per file; a file that could not be read has no marks, which is not the same as none earned."""
    marks = {} if file.problem else {"earned": file.earned, "max": file.max, "answered": file.answered}
    mean = file.mean_certainty_mark
    return {
        "file": _printable(file.file),
        "quiz": file.quiz,
        "earned": None,
        "max": None,
        "answered": None,
        **marks,
        "items": sum(item.max > 0 for item in file.items) or None,
        "mean_certainty_mark": None if mean is None else round(mean, 2),
        "submitted": file.submitted,
        "notes": file.notes,
    }


def as_table(files: list[MarkedFile]) -> str:
    """One line per file, in columns."""
    rows = [{name: "" if value is None else str(value) for name, value in row(file).items()} for file in files]
    heads = {name: name.replace("_", " ") for name in COLUMNS}
    widths = {name: max(len(each[name]) for each in [heads, *rows]) for name in COLUMNS}
    return "\n".join("  ".join(each[name].ljust(widths[name]) for name in COLUMNS).rstrip() for each in [heads, *rows])


def as_json(files: list[MarkedFile]) -> str:
    """All that is known, item by item."""
    return json.dumps(
        [{**row(file), "items": [asdict(item) for item in file.items]} for file in files], indent=1, ensure_ascii=True
    )


def as_csv(files: list[MarkedFile]) -> str:
    """One line per file, for a spreadsheet."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: spreadsheet_safe(value) for name, value in row(file).items()} for file in files)
    return out.getvalue().rstrip("\n")


FORMATTERS: dict[str, Callable[[list[MarkedFile]], str]] = {"table": as_table, "json": as_json, "csv": as_csv}


def _printable(text: str) -> str:
    return "".join(sign if sign.isprintable() else "?" for sign in text)


def spreadsheet_safe(value: Any) -> Any:
    """Keep a spreadsheet from running a stranger's words as a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")) else value
