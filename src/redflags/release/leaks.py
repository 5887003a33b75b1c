"""The gate against solutions in what students can read: each line of a solution, looked for in each file."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import TYPE_CHECKING, Any

from redflags.model.exercise import TextQuestion
from redflags.release.student import solution_lines, student_cells
from redflags.rules.parts import passages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from redflags.exercise_source import ExerciseSource

SHORTEST = 12
"""Signs of a line that is looked for: shorter ones (`total = 0`) stand anywhere by chance."""
_OPENING = re.compile(r"(?:from|import) .*|[\w.]+\(")
"""Lines that say nothing: what is imported, and the beginning of a call."""


def secrets(source: ExerciseSource, asked: dict[str, Any]) -> list[str]:
    """Return what no student may read: lines of solutions, reasons of items, lines of rubrics.

    Parameters
    ----------
    source
        The exercise.
    asked
        Its questions as students get them: what stands there is no secret.
    """
    # The words of an item's options are asked and are its key too.
    openly = _flat("\n".join([*(cell.source for cell in student_cells(source)), *_texts(asked)]))
    found = [*solution_lines(source), *_reasons(source)]
    lines = {line for line in map(_flat, found) if len(line) >= SHORTEST and not _OPENING.fullmatch(line)}
    return sorted(line for line in lines if line not in openly)


def _reasons(source: ExerciseSource) -> Iterator[str]:
    for item in source.items.values():
        yield from (passage.text for passage in passages(item))
    for question in source.exercise.questions:
        if isinstance(question, TextQuestion):
            yield from (line.text for line in question.rubric)


def leaks(hidden: list[str], files: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    """Return each file that holds a secret, with the secret; files of no text are read as bytes all the same."""
    # A file that lacks a secret's longest word needs no search, and nearly all do; the outer words may touch markup.
    rarest = {secret: max(secret.split()[1:-1], key=len, default="") for secret in hidden}
    for path in files:
        parts = _read(path.read_bytes().decode("utf-8", errors="replace")).split()
        words, text = {"", *parts}, " ".join(parts)
        yield from ((path, secret) for secret in hidden if rarest[secret] in words and secret in text)


def _read(text: str) -> str:
    """Return the texts of a JSON file or a page as they read."""
    try:
        return "\n".join(_texts(json.loads(text)))
    except ValueError:
        return unescape(text)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        # Rich text is cut at each emphasis; read together it is a sentence again.
        yield "".join(part for inner in value for part in _texts(inner))
        for inner in value:
            if not isinstance(inner, str):
                yield from _texts(inner)


def _flat(text: str) -> str:
    return " ".join(text.split())
