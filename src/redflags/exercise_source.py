"""An exercise as its author left it in `exercises/<name>/`: read whole, with the place of every problem."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from redflags.exercise_notebook import Notebook, read_notebook
from redflags.model.exercise import ExerciseFile, ItemsFile
from redflags.problem import Problem
from redflags.validate import validate
from redflags.yaml_text import read_yaml

if TYPE_CHECKING:
    from pathlib import Path

    from redflags.model.items import Item
    from redflags.yaml_text import Document

NOTES = ("What it is for", "Time", "What students get wrong", "Discussion", "Using the rubric", "Variants")
"""Headings of an instructor's notes."""


@dataclass
class ExerciseSource:
    """All files of one exercise."""

    name: str
    folder: Path
    exercise: ExerciseFile
    described: Document
    """`exercise.yaml`, for places."""
    listed: Document | None
    """`items.yaml`, where there is one."""
    notebook: Notebook
    items: dict[str, Item] = field(default_factory=dict)
    broken: bool = False
    """Whether `items.yaml` can't be read, so that what seems to be missing may be there."""
    notes: str = ""

    def at(self, file: str) -> str:
        """Return the path of one of its files from the course's root."""
        return f"exercises/{self.name}/{file}"


def read_exercise(folder: Path) -> tuple[ExerciseSource | None, list[Problem]]:
    """Return an exercise and what is wrong with it; None if its description can't be read."""
    at = f"exercises/{folder.name}"
    described = read_yaml(folder / "exercise.yaml", f"{at}/exercise.yaml")
    exercise = validate(described, ExerciseFile)
    problems = [*described.problems]
    notebook = read_notebook(folder / "exercise.md", f"{at}/exercise.md")
    problems += notebook.problems
    notes, wrong = _read_notes(folder / "notes.md", f"{at}/notes.md")
    problems += wrong
    listed, items, broken = None, {}, False
    if (folder / "items.yaml").is_file():
        listed = read_yaml(folder / "items.yaml", f"{at}/items.yaml")
        found = validate(listed, ItemsFile)
        problems += listed.problems
        items = {item.id: item for item in found.items} if found else {}
        broken = found is None
    if exercise is None:
        return None, problems
    return ExerciseSource(folder.name, folder, exercise, described, listed, notebook, items, broken, notes), problems


def _read_notes(path: Path, name: str) -> tuple[str, list[Problem]]:
    """Return the instructor's notes; each of the headings has to be there."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return "", [Problem(name, 1, "there are no notes for the instructor", remedy=f"write {name}")]
    found = [line[3:].strip() for line in text.splitlines() if line.startswith("## ")]
    missing = [heading for heading in NOTES if heading not in found]
    if not missing:
        return text, []
    remedy = f"an instructor looks for: {', '.join(NOTES)}"
    return text, [Problem(name, 1, f"no `## {missing[0]}` in the notes", remedy=remedy)]
