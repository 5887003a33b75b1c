"""An exercise's notebook asks every question once, in a cell of its own, and its stubs fit its solutions."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from redflags.exercise_notebook import calls
from redflags.model.exercise import ValueQuestion
from redflags.release.student import bound, student_cells

if TYPE_CHECKING:
    from collections.abc import Iterator

    from redflags.exercise_notebook import Cell
    from redflags.exercise_source import ExerciseSource
    from redflags.problem import Problem


def notebook(source: ExerciseSource) -> Iterator[Problem]:
    """Check that the notebook asks every question once, and that its stubs fit."""
    written = source.notebook
    students = student_cells(source)
    code = [cell for cell in students if cell.kind == "code"]
    if not code:
        yield written.problem(1, "the notebook has no code cell", "see docs/writing-an-exercise.md")
        return
    first = f'exercise = Exercise("{source.name}"{", me=" if source.exercise.seeded else ")"}'
    if not any(line.startswith(first) for line in code[0].source.splitlines()):
        yield written.problem(code[0].line, "the first code cell does not begin this exercise", f"write {first}…")
    if not any(way == "summary" for way, _, _ in calls(code[-1].source)):
        yield written.problem(code[-1].line, "the notebook does not end with a summary", "write exercise.summary()")
    yield from _asked(source, code)
    yield from _stubs(source, students)
    for question in source.exercise.questions:
        if isinstance(question, ValueQuestion) and not any(
            cell.solved and question.variable in bound(cell.source) for cell in written.cells
        ):
            yield written.problem(
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
