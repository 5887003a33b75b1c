"""Results in nbgrader's gradebook, so that its formgrader shows texts to read, and marks given there come back.

Nothing of a student's notebook goes there: each answer is written anew, as words that no browser reads as markup. The
original stays outside of the course's folder, so that formgrader's own "autograde" finds nothing that it would run.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from redflags.grading.plain_text import inert

if TYPE_CHECKING:
    from collections.abc import Iterable

    from redflags.grading.key import Key
    from redflags.grading.result import QuestionResult, Result

MISSING = "No gradebook was made, so texts can't be read in formgrader: pip install 'redflags[grade]'"
_CONFIG = """# Written by `redflags grade`. Start Jupyter in this folder, and open Formgrader.
# Don't press "Autograde" there: it would run students' code with your rights.
from pathlib import Path

c = get_config()
c.CourseDirectory.root = str(Path(__file__).resolve().parent)
c.CourseDirectory.db_url = {url}
"""
_BATCH = 500


class GradebookMissingError(RuntimeError):
    """nbgrader isn't installed."""


@dataclass(frozen=True)
class Given:
    """What stands in the gradebook for one question of one student."""

    score: float | None
    """None: not read yet."""
    comment: str


class Course:
    """A folder that nbgrader reads as a course, with its gradebook.

    Parameters
    ----------
    folder
        The folder.
    url
        The gradebook's address, if it isn't `gradebook.db` in that folder.

    Raises
    ------
    GradebookMissingError
        nbgrader isn't installed.
    """

    def __init__(self, folder: Path, url: str = "") -> None:
        try:
            from nbgrader.api import Gradebook
        except ImportError as error:
            raise GradebookMissingError(MISSING) from error
        _find_alembic()
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.url = url or f"sqlite:///{(folder / 'gradebook.db').resolve()}"
        self._open = Gradebook
        # An address may hold a password: it stays where the instructor keeps it.
        shown = (
            "__import__('os').environ['REDFLAGS_GRADEBOOK']"
            if url
            else 'f"sqlite:///{c.CourseDirectory.root}/gradebook.db"'
        )
        (folder / "nbgrader_config.py").write_text(_CONFIG.format(url=shown), encoding="utf-8")

    def ingest(self, results: Iterable[Result], key: Key) -> int:
        """Write results that are new or have changed; marks given by hand stay where the answer is the same.

        Returns how many were written.
        """
        state = _State(self.folder / "results" / f".{key.name}.ingested.json")
        written = 0
        self._blank(key)
        with self._open(self.url, "default_course") as book:
            cells = _assignment(book, key)
            part: list[Result] = []
            for result in results:
                if state.has(result):
                    continue
                part.append(result)
                if len(part) == _BATCH:
                    written += self._write(book, part, key, cells, state)
                    part = []
            written += self._write(book, part, key, cells, state)
        state.save()
        return written

    def given(self, key: Key) -> dict[tuple[str, str], Given]:
        """Return what the gradebook holds, by student and question, with one question to the database."""
        from nbgrader.api import Assignment, BaseCell, Comment, Grade, SubmittedAssignment, SubmittedNotebook
        from sqlalchemy import and_, select

        grade, cell, notebook = Grade.__table__, BaseCell.__table__, SubmittedNotebook.__table__
        submitted, assignment, comment = SubmittedAssignment.__table__, Assignment.__table__, Comment.__table__
        other = cell.alias()
        notes = (
            select(comment.c.notebook_id, other.c.name, comment.c.manual_comment)
            .join(other, other.c.id == comment.c.cell_id)
            .where(comment.c.manual_comment.is_not(None))
            .subquery()
        )
        wanted = (
            select(
                submitted.c.student_id,
                cell.c.name,
                grade.c.auto_score,
                grade.c.manual_score,
                grade.c.extra_credit,
                grade.c.needs_manual_grade,
                notes.c.manual_comment,
            )
            .join(cell, cell.c.id == grade.c.cell_id)
            .join(notebook, notebook.c.id == grade.c.notebook_id)
            .join(submitted, submitted.c.id == notebook.c.assignment_id)
            .join(assignment, assignment.c.id == submitted.c.assignment_id)
            .outerjoin(notes, and_(notes.c.notebook_id == notebook.c.id, notes.c.name == cell.c.name))
            .where(assignment.c.name == key.name)
        )
        found = {}
        with self._open(self.url, "default_course") as book:
            for student, question, auto, manual, extra, waits, said in book.db.execute(wanted):
                score = (
                    None if waits and manual is None else (auto or 0.0 if manual is None else manual) + (extra or 0.0)
                )
                found[student, question] = Given(score, said or "")
        return found

    # --- writing ---

    def _write(self, book: Any, results: list[Result], key: Key, cells: dict[Any, str], state: _State) -> int:
        from nbgrader.api import Comment, Grade, Student, SubmittedAssignment, SubmittedNotebook, new_uuid
        from sqlalchemy import insert, select

        if not results:
            return 0
        names = [result.student for result in results]
        kept = _kept(book, key, results, state)
        _forget(book, cells["assignment"], names)
        known = set(book.db.scalars(select(Student.id).where(Student.id.in_(names))))
        rows: dict[Any, list[dict[str, Any]]] = {
            Student: [
                {"id": result.student, "first_name": "", "last_name": result.name[:128]}
                for result in results
                if result.student not in known
            ],
            SubmittedAssignment: [],
            SubmittedNotebook: [],
            Grade: [],
            Comment: [],
        }
        for result in results:
            submitted, notebook = new_uuid(), new_uuid()
            rows[SubmittedAssignment].append(
                {"id": submitted, "assignment_id": cells["assignment"], "student_id": result.student}
            )
            rows[SubmittedNotebook].append(
                {"id": notebook, "assignment_id": submitted, "notebook_id": cells["notebook"], "flagged": False}
            )
            for question in result.questions:
                before = kept.get((result.student, question.id), {})
                manual = before.get("manual_score")
                rows[Grade].append(
                    {
                        "id": new_uuid(),
                        "cell_id": cells["grade", question.id],
                        "notebook_id": notebook,
                        "auto_score": question.earned,
                        "manual_score": manual,
                        "extra_credit": before.get("extra_credit"),
                        "needs_manual_grade": question.earned is None and manual is None,
                    }
                )
                rows[Comment].append(
                    {
                        "id": new_uuid(),
                        "cell_id": cells["solution", question.id],
                        "notebook_id": notebook,
                        "auto_comment": None,
                        "manual_comment": before.get("manual_comment"),
                    }
                )
            self._sheet(result, key)
            state.note(result)
        for table, made in rows.items():
            if made:
                book.db.execute(insert(table.__table__), made)
        book.db.commit()
        return len(results)

    def _blank(self, key: Key) -> None:
        """Write the empty sheet; formgrader lists what has one."""
        cells = [cell for question in key.questions for cell in _cells(question, None)]
        _save(self.folder / "source" / key.name / f"{key.name}.ipynb", cells)

    def _sheet(self, result: Result, key: Key) -> None:
        """Write a student's answers as formgrader shows them."""
        made = {question.id: question for question in result.questions}
        notes = "; ".join([*([result.problem] if result.problem else []), *result.notes])
        cells = [_prose("notes", f"<p><em>{inert(notes)}</em></p>")] if notes else []
        cells += [cell for question in key.questions for cell in _cells(question, made.get(question["id"]))]
        _save(self.folder / "autograded" / result.student / key.name / f"{key.name}.ipynb", cells)


class _State:
    """What of each result the gradebook has seen."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self.seen: dict[str, dict[str, str]] = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            self.seen = {}

    def has(self, result: Result) -> bool:
        return self.seen.get(result.student, {}).get("") == _row(result)

    def same(self, result: Result, question: QuestionResult) -> bool:
        return self.seen.get(result.student, {}).get(question.id) == _digest(question.answer)

    def note(self, result: Result) -> None:
        self.seen[result.student] = {"": _row(result)} | {one.id: _digest(one.answer) for one in result.questions}

    def save(self) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(json.dumps(self.seen), encoding="utf-8")


def _find_alembic() -> None:
    """Let nbgrader find the program `alembic`, which it starts by name: an environment need not be activated."""
    if shutil.which("alembic") is None:
        os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:12]


def _row(result: Result) -> str:
    return _digest(json.dumps(result.as_data(), sort_keys=True))


def _assignment(book: Any, key: Key) -> dict[Any, str]:
    """Make the assignment and its cells as the key has them; return their ids."""
    book.update_or_create_assignment(key.name)
    notebook = book.update_or_create_notebook(key.name, key.name)
    cells: dict[Any, str] = {"assignment": notebook.assignment.id, "notebook": notebook.id}
    for question in key.questions:
        kind = "markdown" if question["kind"] == "text" else "code"
        grade = book.update_or_create_grade_cell(
            question["id"], key.name, key.name, max_score=question["points"], cell_type=kind
        )
        solution = book.update_or_create_solution_cell(question["id"], key.name, key.name)
        cells["grade", question["id"]] = grade.id
        cells["solution", question["id"]] = solution.id
    return cells


def _kept(book: Any, key: Key, results: list[Result], state: _State) -> dict[tuple[str, str], dict[str, Any]]:
    """Return marks and comments given by hand to answers that are still the same."""
    from nbgrader.api import Assignment, BaseCell, Comment, Grade, SubmittedAssignment, SubmittedNotebook
    from sqlalchemy import select

    same = {
        (result.student, question.id)
        for result in results
        for question in result.questions
        if state.same(result, question)
    }
    kept: dict[tuple[str, str], dict[str, Any]] = {}
    for table, columns in ((Grade, ("manual_score", "extra_credit")), (Comment, ("manual_comment",))):
        wanted = (
            select(SubmittedAssignment.student_id, BaseCell.name, *(getattr(table, name) for name in columns))
            .join(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
            .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
            .join(table, table.notebook_id == SubmittedNotebook.id)
            .join(BaseCell, BaseCell.id == table.cell_id)
            .where(Assignment.name == key.name)
            .where(SubmittedAssignment.student_id.in_([result.student for result in results]))
        )
        for student, question, *values in book.db.execute(wanted):
            if (student, question) in same:
                kept.setdefault((student, question), {}).update(zip(columns, values, strict=True))
    return kept


def _forget(book: Any, assignment: str, students: list[str]) -> None:
    """Take out what stood there for these students."""
    from nbgrader.api import Comment, Grade, SubmittedAssignment, SubmittedNotebook
    from sqlalchemy import delete, select

    submitted = list(
        book.db.scalars(
            select(SubmittedAssignment.id)
            .where(SubmittedAssignment.assignment_id == assignment)
            .where(SubmittedAssignment.student_id.in_(students))
        )
    )
    notebooks = list(
        book.db.scalars(select(SubmittedNotebook.id).where(SubmittedNotebook.assignment_id.in_(submitted)))
    )
    # Core statements on the tables: the ORM would load each row to delete it.
    for table, column, gone in (
        (Grade, "notebook_id", notebooks),
        (Comment, "notebook_id", notebooks),
        (SubmittedNotebook, "id", notebooks),
        (SubmittedAssignment, "id", submitted),
    ):
        if gone:
            book.db.execute(delete(table.__table__).where(table.__table__.c[column].in_(gone)))


# --- notebooks that formgrader shows ---


def _cells(question: dict[str, Any], made: QuestionResult | None) -> list[dict[str, Any]]:
    """Return what is shown of one question: what it asks, and the answer in a cell that has marks."""
    name, points = question["id"], question["points"]
    asks = question.get("asks") or question.get("says") or question.get("item", {}).get("type", "")
    head = f"<h3>{inert(name)}: {points:g} points</h3><p>{inert(str(asks))}</p>"
    if question["kind"] == "text":
        lines = "".join(f"<li>{inert(line['text'])} ({line['points']:g})</li>" for line in question["rubric"])
        head += f"<p>Rubric</p><ul>{lines}</ul>"
    answer = made.answer if made else ""
    if question["kind"] == "text":
        count = len(answer.split())
        counted = f"<p>{count} words of about {question['words']}</p>"
        body = f"<pre style='white-space: pre-wrap'>{inert(answer) or '(no answer)'}</pre>{counted}"
        kind = "markdown"
    else:
        said = [answer or "(no answer)", *([made.note] if made and made.note else [])]
        body = "\n".join(f"# {line}" for line in said)
        kind = "code"
    cell = {"cell_type": kind, "id": name, "metadata": {"nbgrader": _meta(name, kind, points)}, "source": body}
    if kind == "code":
        cell |= {"outputs": [], "execution_count": None}
    return [_prose(f"{name}-asks", head), cell]


def _meta(name: str, kind: str, points: float) -> dict[str, Any]:
    return {
        "schema_version": 3,
        "grade": True,
        "solution": True,
        "locked": False,
        "task": False,
        "grade_id": name,
        "points": points,
        "cell_type": kind,
    }


def _prose(name: str, html: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "id": name, "metadata": {}, "source": html}


def _save(path: Path, cells: list[dict[str, Any]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    notebook = {"cells": cells, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}
    path.write_text(json.dumps(notebook, ensure_ascii=False), encoding="utf-8")
