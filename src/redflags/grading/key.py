"""The key of an exercise: what its release wrote for the instructor alone."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = "redflags-key/1"
_KINDS = {"item", "value", "text"}


class KeyFileError(ValueError):
    """A file that is no key; the message says what to name instead."""


@dataclass(frozen=True)
class Key:
    """A key with what lies beside a notebook when it runs."""

    data: dict[str, Any]
    digest: str
    files: dict[str, str]

    @property
    def name(self) -> str:
        """The exercise."""
        return str(self.data["name"])

    @property
    def questions(self) -> list[dict[str, Any]]:
        """The questions, in order."""
        return list(self.data["questions"])

    @property
    def variables(self) -> list[str]:
        """Names of the values that are asked."""
        return [question["variable"] for question in self.questions if question["kind"] == "value"]

    @property
    def max(self) -> float:
        """All points."""
        return float(sum(question["points"] for question in self.questions))


def read_key(path: Path) -> Key:
    """Read a key.

    Parameters
    ----------
    path
        The file, or the folder that holds it.

    Raises
    ------
    KeyFileError
        It is none.
    """
    file = path / "key.json" if path.is_dir() else path
    remedy = "Name the file that `redflags release` wrote: _build/exercises/instructor/NAME/key.json"
    try:
        content = file.read_bytes()
        data = json.loads(content)
    except OSError as error:
        raise KeyFileError(f"{file}: {error.strerror or error}. {remedy}") from error
    except ValueError as error:
        raise KeyFileError(f"{file}: not JSON. {remedy}") from error
    if not isinstance(data, dict) or data.get("format") != FORMAT or not isinstance(data.get("questions"), list):
        raise KeyFileError(f"{file}: not a key (no `format: {FORMAT}`). {remedy}")
    strange = {question.get("kind") for question in data["questions"]} - _KINDS
    if strange:
        raise KeyFileError(
            f"{file}: questions of kind {', '.join(map(str, strange))}; this version knows item, value, text"
        )
    return Key(data, hashlib.sha256(content).hexdigest(), _beside(file, str(data["name"])))


def _beside(file: Path, name: str) -> dict[str, str]:
    """Return the questions as the student's notebook reads them, if they were released together with the key."""
    wanted = f"{name}.questions.json"
    for folder in (file.parent, file.parent / ".." / ".." / "student" / name):
        if (folder / wanted).is_file():
            return {wanted: (folder / wanted).read_text(encoding="utf-8")}
    return {}
