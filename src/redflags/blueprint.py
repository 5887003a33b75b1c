"""Draws an exam from the bank by its blueprint: the same bank gives the same exam."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

from redflags.model.objective import RECALL, Track

if TYPE_CHECKING:
    from collections.abc import Collection

    from redflags.model.exam import Exam
    from redflags.model.items import Item
    from redflags.reading import Content

Unit = tuple[str, str]
"""A quiz and the id of one of its items or cases."""


class DrawError(ValueError):
    """The bank can't fill a blueprint; the path leads to the row that it can't."""

    def __init__(self, message: str, *path: str | int) -> None:
        super().__init__(message)
        self.path = path


def draw(content: Content, name: str, chapters: Collection[str] | None = None) -> list[Unit]:
    """Return the units of an exam in the order in which it asks them.

    Each pick takes the objective, then the chapter, then the type that has been asked least so far; ties fall by a
    hash of the exam's and the item's name, which no author can see coming.

    Parameters
    ----------
    content
        The course.
    name
        The exam.
    chapters
        Chapters that the book holds; all if None.

    Raises
    ------
    DrawError
        There are too few questions for a row.
    """
    exam = content.exams[name]
    quizzes = {
        quiz_name: quiz
        for quiz_name, quiz in content.quizzes.items()
        if not quiz.marked and (chapters is None or quiz.chapter in chapters)
    }
    used: Counter[str] = Counter()
    drawn: list[Unit] = []
    for row, cell in enumerate(exam.blueprint):
        pool = [
            (quiz_name, item)
            for quiz_name, quiz in quizzes.items()
            if quiz.chapter.startswith(f"{cell.part}/")
            for item in quiz.items
            if item.track in (Track.BOTH, exam.track) and item.in_exams
        ]
        allowed = int(cell.items * (1 - exam.above_recall))
        for number in range(cell.items):
            open_pool = [pair for pair in pool if allowed > 0 or pair[1].level not in RECALL]
            if not open_pool:
                raise DrawError(
                    f"the bank has only {number} questions of {cell.part} for {exam.track}, the blueprint asks for "
                    f"{cell.items} (at least {exam.above_recall:.0%} above recall)",
                    "blueprint",
                    row,
                )
            chosen = min(open_pool, key=lambda pair: _rank(used, name, *pair))
            pool.remove(chosen)
            quiz_name, item = chosen
            used.update([f"objective {item.objective}", f"quiz {quiz_name}", f"type {item.type}"])
            allowed -= item.level in RECALL
            drawn.append((quiz_name, item.id))
    mixed = sorted(drawn, key=lambda unit: _lot(name, unit[1]))
    cases = [
        (quiz_name, case.id)
        for quiz_name, quiz in quizzes.items()
        for case in quiz.case_studies
        if all(step.item.track in (Track.BOTH, exam.track) for step in case.steps)
    ]
    return [*mixed, *_cases(exam, name, cases)]


def _cases(exam: Exam, name: str, cases: list[Unit]) -> list[Unit]:
    if len(cases) < exam.case_studies:
        raise DrawError(
            f"the bank has only {len(cases)} case studies, the exam asks for {exam.case_studies}", "case_studies"
        )
    return sorted(cases, key=lambda unit: _lot(name, unit[1]))[: exam.case_studies]


def _rank(used: Counter[str], exam: str, quiz: str, item: Item) -> tuple[int, int, int, str]:
    return (
        used[f"objective {item.objective}"],
        used[f"quiz {quiz}"],
        used[f"type {item.type}"],
        _lot(exam, item.id),
    )


def _lot(exam: str, item: str) -> str:
    return hashlib.sha256(f"{exam}|{item}".encode()).hexdigest()
