"""Results on disk: one JSON file for each submission, so that grading can stop at any time and go on."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from redflags.grading.result import Result, from_data

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Results:
    """The results of one exercise.

    Parameters
    ----------
    folder
        Where they stand; it is made if it isn't there.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def path(self, student: str) -> Path:
        """Return a student's file."""
        return self.folder / f"{student}.json"

    def read(self, student: str) -> Result | None:
        """Return a student's result; None if there is none that can be used."""
        return _read(self.path(student))

    def write(self, result: Result) -> None:
        """Write a result whole or not at all."""
        text = json.dumps(result.as_data(), ensure_ascii=False, indent=1) + "\n"
        path = self.path(result.student)
        beside = path.with_name(f".{path.name}.{os.getpid()}.part")
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)

    def __iter__(self) -> Iterator[Result]:
        """Give all results, one at a time, in the order of their files' names."""
        for path in sorted(self.folder.glob("*.json")):
            result = _read(path)
            if result is not None:
                yield result


def _read(path: Path) -> Result | None:
    try:
        return from_data(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError, KeyError):
        return None
