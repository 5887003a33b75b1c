"""What a release is, as a list: each step has one purpose, writes one thing or refuses, and says why."""

from __future__ import annotations

import shutil
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from redflags.compile import write_json
from redflags.exercises.variants import VARIANTS, variant
from redflags.model.exercise import ValueQuestion
from redflags.release.leaks import leaks, secrets
from redflags.release.notebooks import notebook_json
from redflags.release.questions import key_json, questions_json
from redflags.release.running import Job, run
from redflags.release.student import student_cells

if TYPE_CHECKING:
    from collections.abc import Callable

    from redflags.exercise_notebook import Cell
    from redflags.exercise_source import ExerciseSource
    from redflags.problem import Problem
    from redflags.reading import Content

STUDENT, INSTRUCTOR, LITE = "student", "instructor", "lite"


@dataclass
class Release:
    """An exercise on its way out, and what stops it."""

    content: Content
    source: ExerciseSource
    out: Path
    """Where everything goes: `_build/exercises`."""
    students: list[Cell] = field(default_factory=list)
    values: list[dict[str, Any]] = field(default_factory=list)
    """For each variant of the data: variable -> value of the solution."""
    problems: list[Problem] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The exercise's name."""
        return self.source.name

    def folder(self, kind: str) -> Path:
        """Return the exercise's folder of one kind."""
        return self.out / kind / self.name

    def refuse(self, line: int, message: str, remedy: str) -> None:
        """Note what stops the release, at a line of the notebook."""
        self.problems.append(self.source.notebook.problem(line, message, remedy))


def clear(release: Release) -> None:
    """Remove what an earlier release left: no file of it may be taken for one of this."""
    for kind in (STUDENT, INSTRUCTOR, LITE, "nbgrader/source", "nbgrader/release"):
        shutil.rmtree(release.folder(kind), ignore_errors=True)


def strip(release: Release) -> None:
    """Make the student's cells."""
    release.students = student_cells(release.source)


def ask(release: Release) -> None:
    """Write the student's notebook, and its questions without their key."""
    folder = release.folder(STUDENT)
    write_json(folder / f"{release.name}.questions.json", questions_json(release.content, release.source))
    _write(folder / f"{release.name}.ipynb", notebook_json(release.content, release.source, release.students))


def rehearse(release: Release) -> None:
    """Run the solution top to bottom for each variant of the data, and take its values; then what students get."""
    questions = [one for one in release.source.exercise.questions if isinstance(one, ValueQuestion)]
    wanted: dict[str, str] = {question.variable: question.type for question in questions}
    solution = [cell for cell in release.source.notebook.cells if cell.kind == "code"]
    students = [cell for cell in release.students if cell.kind == "code"]
    names = _one_of_each() if release.source.exercise.seeded else [None]
    jobs = [Job([cell.source for cell in solution], wanted, name) for name in names]
    jobs.append(Job([cell.source for cell in students]))
    with tempfile.TemporaryDirectory() as folder:
        questions_file = f"{release.name}.questions.json"
        shutil.copy(release.folder(STUDENT) / questions_file, Path(folder) / questions_file)
        found = run(jobs, Path(folder))
    for place, done in enumerate(found):
        of, code = ("the student's notebook", students) if place == len(names) else ("the solution", solution)
        if done.cell is not None:
            line = code[done.cell].line + done.line - 1
            release.refuse(line, f"{of} fails here: {done.error}", "a notebook runs top to bottom, solved or not")
            return
        if done.error:
            release.refuse(1, f"the solution leaves another value than asked: {done.error}", "see exercise.yaml")
            return
    release.values = [done.values for done in found[: len(names)]]


def _one_of_each() -> list[str | None]:
    """Return a student's name for each variant, in order."""
    found: dict[int, str] = {}
    number = 0
    while len(found) < VARIANTS:
        found.setdefault(variant(f"student-{number}"), f"student-{number}")
        number += 1
    return [found[place] for place in range(VARIANTS)]


def key(release: Release) -> None:
    """Write the solved notebook, the key and the notes for the instructor."""
    folder = release.folder(INSTRUCTOR)
    write_json(folder / "key.json", key_json(release.content, release.source, release.values))
    _write(folder / "notes.md", release.source.notes)
    _write(folder / f"{release.name}.ipynb", _solved(release))


def nbgrader(release: Release) -> None:
    """Write the course folder that nbgrader expects: `source` and `release`."""
    _write(release.folder("nbgrader/source") / f"{release.name}.ipynb", _solved(release))
    shutil.copytree(release.folder(STUDENT), release.folder("nbgrader/release"), dirs_exist_ok=True)


def lite(release: Release) -> None:
    """Copy what a browser's kernel is given: files, since links crash its build."""
    shutil.copytree(release.folder(STUDENT), release.folder(LITE), dirs_exist_ok=True)


def guard(release: Release) -> None:
    """Refuse a release in which a student can read a line of a solution, a reason or a line of a rubric."""
    hidden = secrets(release.source, questions_json(release.content, release.source))
    files = [
        path
        for kind in (STUDENT, LITE, "nbgrader/release")
        for path in sorted(release.folder(kind).rglob("*"))
        if path.is_file()
    ]
    for path, secret in leaks(hidden, files):
        where = path.relative_to(release.out).as_posix()
        release.refuse(
            1, f"a line of the solution stands in {where}: {secret[:80]!r}", "this is a fault of the release"
        )


STEPS: tuple[Callable[[Release], None], ...] = (clear, strip, ask, rehearse, key, nbgrader, lite, guard)
"""In this order; the first that refuses ends the release, and what it wrote is removed."""


def make(content: Content, source: ExerciseSource, out: Path) -> list[Problem]:
    """Release one exercise; returns what stopped it."""
    release = Release(content, source, out)
    for step in STEPS:
        step(release)
        if release.problems:
            clear(release)
            break
    return release.problems


def release_all(content: Content, names: list[str], out: Path) -> list[Problem]:
    """Release exercises by name; returns what stopped any."""
    problems: list[Problem] = []
    for name in names:
        found = make(content, content.exercises[name], out)
        problems += found
        exercise = content.exercises[name].exercise
        state = "refused" if found else f"{len(exercise.questions)} questions, {exercise.minutes} minutes"
        print(f"{name}: {state}", file=sys.stderr if found else sys.stdout)
    return problems


def _solved(release: Release) -> str:
    return notebook_json(release.content, release.source, release.source.notebook.cells)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
