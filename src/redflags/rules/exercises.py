"""Exercises: their own rules, and for their items and prose the rules of a chapter with a quiz."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from redflags.model.quiz import Quiz
from redflags.reading import Mention, Place, mentions_in
from redflags.rules import (
    abbreviations,
    citations,
    concordance,
    cues,
    exercise_cells,
    exercise_questions,
    hotspots,
    identifiers,
    images,
    language,
    lead_in,
    leaks,
    option_length,
    option_numbers,
    options,
    quantities,
    readability,
    stems,
    waivers,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from redflags.exercise_source import ExerciseSource
    from redflags.model.objective import Objective
    from redflags.problem import Problem
    from redflags.reading import Content

AS_CHAPTER = (
    *(citations, images, hotspots, quantities, identifiers, language, leaks, lead_in, stems),
    *(options, option_length, option_numbers, cues, abbreviations, readability, concordance),
)


def check(content: Content) -> Iterator[Problem]:
    """Check every exercise."""
    objectives = {objective.id: objective for quiz in content.quizzes.values() for objective in quiz.objectives}
    items: dict[str, str] = {}
    for source in content.exercises.values():
        if source.broken:
            continue
        yield from exercise_questions.described(content, source, objectives)
        yield from exercise_questions.items(content, source, items)
        # A cell that is no Python was named when it was read.
        if not source.notebook.problems:
            yield from exercise_cells.notebook(source)
        yield from _as_chapter(content, source, objectives)


def _as_chapter(content: Content, source: ExerciseSource, objectives: dict[str, Objective]) -> Iterator[Problem]:
    """Hold items and prose to the rules of a chapter with a quiz."""
    page, name = source.notebook.file, source.name
    # A break between cells is no prose; its line stays, so that numbers of lines do.
    lines = ["" if line.startswith("+++") else line for line in source.notebook.lines]
    chapters = [f"book/{chapter}.md" for chapter in source.exercise.chapters]
    asked = replace(
        content,
        quizzes={},
        cases={},
        actions={},
        scores={},
        exercises={},
        exams={},
        claims={},
        figures={},
        drawings={},
        problems=[],
        # What the chapters to be read explain needs no explaining.
        pages={page: lines, **{chapter: content.pages[chapter] for chapter in chapters if chapter in content.pages}},
        mentions=[one for one in mentions_in(page, lines) if one.kind == "ev"],
        places={**content.places},
    )
    known = [objectives[one] for one in source.exercise.objectives if one in objectives]
    if source.listed is not None and source.items and known:
        quiz = Quiz(
            title=source.exercise.title,
            chapter=source.exercise.chapters[0],
            objectives=known,
            marked=True,
            items=list(source.items.values()),
        )
        asked.quizzes = {name: quiz}
        asked.mentions.append(Mention(page, 1, "quiz", name, {}))
        asked.places["quiz", name] = Place(source.listed, ())
        for path, item in quiz.placed_items():
            asked.places["item", item.id] = Place(source.listed, path)
    found = [problem for subject in AS_CHAPTER for problem in subject.check(asked)]
    own = [problem for problem in found if problem.file.startswith(f"exercises/{name}/")]
    yield from waivers.apply(asked, own)
