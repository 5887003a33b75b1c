"""Sheets of marks: all that is known, and what Canvas and Moodle take."""

from __future__ import annotations

import csv
from typing import IO, TYPE_CHECKING, Any

from redflags.mark_report import spreadsheet_safe

if TYPE_CHECKING:
    from redflags.grading.key import Key
    from redflags.grading.result import Result


def number(value: float) -> str:
    """Return points without needless digits."""
    return f"{round(value, 2):g}"


def _feedback(result: Result) -> str:
    """Return what Moodle shows beside the grade."""
    parts = [f"{one.id}: {number(one.earned or 0)} of {number(one.max)}" for one in result.questions]
    comments = [f"{one.id}: {one.comment}" for one in result.questions if one.comment]
    return "; ".join([*parts, *comments])


def _grade(result: Result) -> str:
    """Return the grade; nothing where nothing could be marked, or where a text waits: that is not the same as 0."""
    return "" if result.problem or result.unread else number(result.earned)


class Sheet:
    """A sheet that is written row by row."""

    def __init__(self, stream: IO[str], columns: list[str]) -> None:
        self._writer = csv.writer(stream, lineterminator="\n")
        self._writer.writerow([spreadsheet_safe(name) for name in columns])

    def row(self, values: list[Any]) -> None:
        """Write one row; no word of a stranger is a formula."""
        self._writer.writerow([spreadsheet_safe(value) for value in values])


class Canvas(Sheet):
    """For Canvas: Grades, Import. Canvas finds students by their ID and the assignment by its title.

    Parameters
    ----------
    stream
        Where it is written.
    title
        The assignment's column, as Canvas exports it: `Triage (1234)`; a title alone makes a new assignment.
    key
        For the points.
    """

    def __init__(self, stream: IO[str], title: str, key: Key) -> None:
        super().__init__(stream, ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", title])
        self.row(["    Points Possible", "", "", "", "", number(key.max)])

    def add(self, result: Result) -> None:
        """Write a student of Canvas; others are left out, since Canvas wouldn't know them."""
        if result.source == "canvas":
            self.row([result.name, result.number, "", "", "", _grade(result)])


class Moodle(Sheet):
    """For Moodle: Assignment, Upload grading worksheet. Moodle finds students by `Participant` and number."""

    def __init__(self, stream: IO[str], key: Key) -> None:
        super().__init__(stream, ["Identifier", "Full name", "Grade", "Maximum grade", "Feedback comments"])
        self._max = number(key.max)

    def add(self, result: Result) -> None:
        """Write a student of Moodle."""
        if result.source == "moodle":
            self.row([f"Participant {result.number}", result.name, _grade(result), self._max, _feedback(result)])


class Everything(Sheet):
    """All that is known, one row for each submission."""

    def __init__(self, stream: IO[str], key: Key) -> None:
        questions = [question["id"] for question in key.questions]
        super().__init__(stream, ["student", "name", "late", "earned", "max", "unread", *questions, "problem", "notes"])

    def add(self, result: Result) -> None:
        """Write a row."""
        marks = ["" if one.earned is None or result.problem else number(one.earned) for one in result.questions]
        earned = "" if result.problem else number(result.earned)
        self.row(
            [
                result.student,
                result.name,
                "late" if result.late else "",
                earned,
                number(result.max),
                result.unread or "",
                *marks,
                result.problem,
                "; ".join(result.notes),
            ]
        )
