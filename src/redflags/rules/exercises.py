"""Exercises: every question stands once in the notebook, has points, an objective and evidence, and a stub that fits.

Items and prose of an exercise are held to the rules that items and chapters of the course are held to.
"""

from __future__ import annotations

import ast
from dataclasses import replace
from typing import TYPE_CHECKING

from redflags.exercise_notebook import calls
from redflags.model.exercise import ItemQuestion, ValueQuestion
from redflags.model.items import FreeText, ScriptConcordance
from redflags.model.quiz import Quiz
from redflags.reading import Mention, Place, mentions_in
from redflags.release.student import bound, student_cells
from redflags.rules import (
    abbreviations,
    citations,
    concordance,
    cues,
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
from redflags.rules.citations import wrong_citation
from redflags.rules.suggest import suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from redflags.exercise_notebook import Cell
    from redflags.exercise_source import ExerciseSource
    from redflags.model.exercise import ExerciseQuestion
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
        yield from _description(content, source, objectives)
        yield from _items(content, source, items)
        # A cell that is no Python was named when it was read.
        if not source.notebook.problems:
            yield from _notebook(source)
        yield from _as_chapter(content, source, objectives)


def _description(content: Content, source: ExerciseSource, objectives: dict[str, Objective]) -> Iterator[Problem]:
    """Check what `exercise.yaml` names: chapters, objectives, evidence."""
    exercise, at = source.exercise, Place(source.described, ())
    for number, chapter in enumerate(exercise.chapters):
        if chapter not in content.chapters:
            yield at.under("chapters", number).problem(
                f"no chapter `book/{chapter}.md`", suggestion(chapter, content.chapters)
            )
    used = {_objective(source, question) for question in exercise.questions}
    for number, name in enumerate(exercise.objectives):
        if name not in objectives:
            yield at.under("objectives", number).problem(
                f"no quiz of the course defines the objective `{name}`", suggestion(name, objectives)
            )
        elif name not in used:
            yield at.under("objectives", number).problem(
                f"no question asks for the objective `{name}`", "add a question or drop the objective"
            )
    for entry, names in exercise.data.items():
        where = at.under("data", entry)
        message, remedy = wrong_citation(content, entry, "")
        if message:
            yield where.problem(message, remedy)
            continue
        for number, name in enumerate(names):
            known = content.evidence[entry].values
            if name not in known:
                yield where.under(number).problem(f"{entry} has no value `{name}`", f"its values: {', '.join(known)}")
    for number, question in enumerate(exercise.questions):
        where = at.under("questions", number)
        if isinstance(question, ItemQuestion):
            continue
        if question.objective not in exercise.objectives:
            yield where.under("objective").problem(
                f"`{question.objective}` is no objective of this exercise",
                suggestion(question.objective, exercise.objectives) or "add it to `objectives`",
            )
        for order, entry in enumerate(question.evidence):
            message, remedy = wrong_citation(content, entry, "")
            if message:
                yield where.under("evidence", order).problem(message, remedy)
        if not isinstance(question, ValueQuestion):
            for entry, template in question.asks.citations():
                message, remedy = wrong_citation(content, entry, template)
                if message:
                    yield where.under("asks").problem(message, remedy)


def _objective(source: ExerciseSource, question: ExerciseQuestion) -> str:
    if not isinstance(question, ItemQuestion):
        return question.objective
    return source.items[question.item].objective if question.item in source.items else ""


def _items(content: Content, source: ExerciseSource, seen: dict[str, str]) -> Iterator[Problem]:
    """Check that each item stands in one question, can be marked, and has an id of its own."""
    exercise, described = source.exercise, Place(source.described, ())
    asked: set[str] = set()
    for number, question in enumerate(exercise.questions):
        if not isinstance(question, ItemQuestion):
            continue
        where = described.under("questions", number, "item")
        if question.item not in source.items:
            yield where.problem(f"no item `{question.item}` in items.yaml", suggestion(question.item, source.items))
        elif question.item in asked:
            yield where.problem(f"the item `{question.item}` is asked twice", "each item stands in one question")
        asked.add(question.item)
    if source.listed is None:
        return
    for number, item in enumerate(source.items.values()):
        at = Place(source.listed, ("items", number))
        if item.id not in asked:
            yield at.problem(f"no question asks the item `{item.id}`", "add it to `questions` in exercise.yaml")
        if item.id in seen or ("item", item.id) in content.places:
            yield at.under("id").problem(
                f"the item id `{item.id}` stands twice", f"in {seen.get(item.id, 'the course')}, too: choose another"
            )
        seen[item.id] = source.name
        if item.objective not in exercise.objectives:
            yield at.under("objective").problem(
                f"`{item.objective}` is no objective of this exercise",
                suggestion(item.objective, exercise.objectives) or "add it to `objectives` in exercise.yaml",
            )
        if isinstance(item, FreeText):
            yield at.under("type").problem(
                "a learner marks a free text, so that it is worth nothing here",
                "ask it in exercise.yaml as `kind: text`, with a rubric",
            )
        elif isinstance(item, ScriptConcordance) and item.panel is None:
            yield at.under("type").problem("nobody can mark this item without its panel", "give it a `panel`")


def _notebook(source: ExerciseSource) -> Iterator[Problem]:
    """Check that the notebook asks every question once, and that its stubs fit."""
    notebook = source.notebook
    students = student_cells(source)
    code = [cell for cell in students if cell.kind == "code"]
    if not code:
        yield notebook.problem(1, "the notebook has no code cell", "see docs/writing-an-exercise.md")
        return
    first = f'exercise = Exercise("{source.name}"{", me=" if source.exercise.seeded else ")"}'
    if not any(line.startswith(first) for line in code[0].source.splitlines()):
        yield notebook.problem(code[0].line, "the first code cell does not begin this exercise", f"write {first}…")
    if not any(way == "summary" for way, _, _ in calls(code[-1].source)):
        yield notebook.problem(code[-1].line, "the notebook does not end with a summary", "write exercise.summary()")
    yield from _asked(source, code)
    yield from _stubs(source, students)
    for question in source.exercise.questions:
        if isinstance(question, ValueQuestion) and not any(
            cell.solved and question.variable in bound(cell.source) for cell in notebook.cells
        ):
            yield notebook.problem(
                1, f"no solution sets `{question.variable}`", "a `### BEGIN SOLUTION` block of some cell has to"
            )


def _asked(source: ExerciseSource, code: list[Cell]) -> Iterator[Problem]:
    questions = {question.id: question for question in source.exercise.questions}
    variables = {one.variable: one.id for one in questions.values() if isinstance(one, ValueQuestion)}
    seen: dict[str, int] = {}
    for cell in code:
        for way, name, line in calls(cell.source):
            at = cell.line + line - 1
            name_of = variables.get(name, name) if way == "check" else name
            if way not in {"ask", "check"}:
                continue
            question = questions.get(name_of)
            if question is None or (way == "check") is not isinstance(question, ValueQuestion):
                known = [one for one in questions if (one in variables.values()) is (way == "check")]
                yield source.notebook.problem(
                    at, f"`exercise.{way}` has no question `{name}`", f"there are {', '.join(known) or 'none'}"
                )
            elif name_of in seen:
                yield source.notebook.problem(at, f"`{name}` stands twice", f"it stands first at line {seen[name_of]}")
            elif len(cell.source.strip().splitlines()) > 1:
                yield source.notebook.problem(
                    at, f"`exercise.{way}` shares its cell", "give it a cell of its own: students edit the others"
                )
            seen.setdefault(name_of, at)
    for name in questions:
        if name not in seen:
            way = "check" if name in variables.values() else "ask"
            yield source.notebook.problem(1, f"the notebook has no question `{name}`", f'write exercise.{way}("{name}"')


def _stubs(source: ExerciseSource, students: list[Cell]) -> Iterator[Problem]:
    """Check that a stub sets every name of its solution that cells below use."""
    shown = [cell for cell in source.notebook.cells if not cell.hidden]
    for number, (whole, stub) in enumerate(zip(shown, students, strict=True)):
        if not whole.solved:
            continue
        try:
            ast.parse(stub.source)
        except SyntaxError as error:
            yield source.notebook.problem(
                whole.line, f"the stub is not Python: {error.msg}", "mend its `### STUB` lines"
            )
            continue
        used = {name for cell in students[number + 1 :] if cell.kind == "code" for name in _used(cell.source)}
        for name in bound(whole.source):
            if name in used and name not in bound(stub.source):
                yield source.notebook.problem(
                    whole.line,
                    f"the stub does not match the solution: it sets no `{name}`, which a later cell uses",
                    f"write `### STUB {name} = None` into the solution",
                )


def _used(code: str) -> set[str]:
    return {
        node.id for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    }


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
