"""Results with what the gradebook has added, and how a class did."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from redflags.grading.gradebook import Given
    from redflags.grading.key import Key
    from redflags.grading.result import Result

FEW = 10
"""Below so many submissions a class's figures are not given."""


def with_given(result: Result, given: Mapping[tuple[str, str], Given]) -> Result:
    """Return a result with marks and comments given by hand; the gradebook has the last word."""
    questions = []
    for question in result.questions:
        by_hand = given.get((result.student, question.id))
        if by_hand is not None:
            question = replace(question, earned=by_hand.score, comment=by_hand.comment)  # noqa: PLW2901
        questions.append(question)
    return replace(result, questions=questions)


@dataclass
class QuestionFigures:
    """How a class did on one question."""

    id: str
    max: float
    answered: int = 0
    marks: list[float] = field(default_factory=list)
    """Share of the points, one for each submission in which it has its marks."""
    rest: list[float] = field(default_factory=list)
    """Share of the points of all other questions that have theirs, in the same order."""

    @property
    def facility(self) -> float | None:
        """Mean share of the points."""
        return sum(self.marks) / len(self.marks) if len(self.marks) >= FEW else None

    @property
    def discrimination(self) -> float | None:
        """Correlation of the question with the rest of the exercise; None where one of both is the same for all."""
        return correlation(self.marks, self.rest) if len(self.marks) >= FEW else None


@dataclass
class ClassFigures:
    """How a class did; small beside the submissions, whatever their number."""

    rows: int = 0
    unmarked: int = 0
    """Rows that have no marks: nothing that could be read was handed in."""
    unread: int = 0
    """Submissions with texts that wait."""
    late: int = 0
    shares: list[float] = field(default_factory=list)
    """Share of all points, one for each whole submission."""
    questions: dict[str, QuestionFigures] = field(default_factory=dict)

    def add(self, result: Result) -> None:
        """Count a submission."""
        self.rows += 1
        self.late += result.late
        self.unmarked += bool(result.problem)
        self.unread += bool(result.unread)
        if result.problem:
            return
        if not result.unread and result.max > 0:
            self.shares.append(result.earned / result.max)
        marked = [(one, one.earned) for one in result.questions if one.earned is not None]
        earned, most = sum(points for _, points in marked), sum(one.max for one, _ in marked)
        for question in result.questions:
            figures = self.questions.setdefault(question.id, QuestionFigures(question.id, question.max))
            figures.answered += question.answered
            if question.earned is not None:
                others = most - question.max
                figures.marks.append(question.earned / question.max)
                figures.rest.append((earned - question.earned) / others if others else 0.0)

    @property
    def mean(self) -> float | None:
        """Mean share of all points."""
        return sum(self.shares) / len(self.shares) if self.shares else None

    @property
    def bins(self) -> list[int]:
        """How many submissions earned 0 to 9 %, 10 to 19 %, …, 90 to 100 %."""
        counts = [0] * 10
        for share in self.shares:
            counts[min(9, max(0, math.floor(share * 10 + 1e-9)))] += 1
        return counts


def class_of(key: Key) -> ClassFigures:
    """Return empty figures, with the key's questions in their order."""
    figures = ClassFigures()
    for question in key.questions:
        figures.questions[question["id"]] = QuestionFigures(question["id"], question["points"])
    return figures


def correlation(first: list[float], second: list[float]) -> float | None:
    """Return Pearson's correlation."""
    mean, other = sum(first) / len(first), sum(second) / len(second)
    spread = math.sqrt(sum((one - mean) ** 2 for one in first) * sum((one - other) ** 2 for one in second))
    # What adding up fractions leaves is no spread.
    if spread < 1e-9:  # noqa: PLR2004
        return None
    return sum((one - mean) * (two - other) for one, two in zip(first, second, strict=True)) / spread


def copies(results: Iterable[Result]) -> dict[str, list[str]]:
    """Return students whose records are the same as another's, to the millisecond of each answer.

    Equal answers say nothing. Equal times do: a file of answers was handed on.
    """
    owners: dict[str, list[str]] = defaultdict(list)
    for result in results:
        for stamp in result.stamps:
            owners[stamp].append(result.student)
    shared: dict[str, set[str]] = defaultdict(set)
    for students in owners.values():
        for student in students if len(students) > 1 else ():
            shared[student] |= set(students) - {student}
    return {student: sorted(others) for student, others in sorted(shared.items())}
