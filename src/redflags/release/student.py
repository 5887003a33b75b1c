"""The student's cells, made from the author's: solutions removed, stubs put in their place."""

from __future__ import annotations

import ast
from dataclasses import replace
from typing import TYPE_CHECKING

from redflags.exercise_notebook import BEGIN, END, STUB, Cell
from redflags.model.exercise import ValueQuestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from redflags.exercise_source import ExerciseSource

YOURS = "# your code here"


def student_cells(source: ExerciseSource) -> list[Cell]:
    """Return the cells that students get."""
    wanted = {question.variable for question in source.exercise.questions if isinstance(question, ValueQuestion)}
    return [
        replace(cell, source=without_solution(cell.source, wanted)) if cell.solved else cell
        for cell in source.notebook.cells
        if not cell.hidden
    ]


def without_solution(code: str, wanted: set[str]) -> str:
    """Return a cell's code with each solution replaced by its stub.

    A stub is what the author wrote after `### STUB`; else a comment, and `name = None` for each wanted name that the
    solution sets, so that the notebook runs before it is solved.

    Parameters
    ----------
    code
        The cell's source.
    wanted
        Variables that questions ask for.
    """
    kept: list[str] = []
    for block in parts(code):
        if isinstance(block, str):
            kept.append(block)
            continue
        stubs = [
            line.replace(f"{STUB} ", "", 1).replace(STUB, "", 1) for line in block if line.strip().startswith(STUB)
        ]
        if not stubs:
            indent = block[0][: len(block[0]) - len(block[0].lstrip())]
            names = [name for name in bound("\n".join(block)) if name in wanted]
            stubs = [f"{indent}{line}" for line in (YOURS, *(f"{name} = None" for name in names))]
        kept += stubs
    return "\n".join(kept)


def parts(code: str) -> Iterator[str | list[str]]:
    """Split code into open lines and the lines of each solution (its marks among them)."""
    solution: list[str] | None = None
    for line in code.splitlines():
        word = line.strip()
        if word == BEGIN:
            solution = [line]
        elif solution is None:
            yield line
        else:
            solution.append(line)
            if word == END:
                yield solution
                solution = None


def solution_lines(source: ExerciseSource) -> list[str]:
    """Return every line of a solution, in code and in words."""
    found: list[str] = []
    for cell in source.notebook.cells:
        if cell.hidden:
            found += cell.source.splitlines()
        elif cell.solved:
            for part in parts(cell.source):
                if not isinstance(part, str):
                    found += [line for line in part[1:-1] if not line.strip().startswith(STUB)]
    return [line.strip() for line in found]


def bound(code: str) -> list[str]:
    """Return the names that code sets at its outermost level, in order."""
    try:
        tree = ast.parse("\n".join(line for line in _dedented(code).splitlines()))
    except SyntaxError:
        return []
    return list(dict.fromkeys(_bound(tree.body)))


def _bound(body: list[ast.stmt]) -> Iterator[str]:
    for statement in body:
        if isinstance(statement, ast.FunctionDef | ast.ClassDef):
            yield statement.name
        elif isinstance(statement, ast.Import | ast.ImportFrom):
            yield from (name.asname or name.name.split(".")[0] for name in statement.names)
        else:
            # Loops and conditions set names of their surroundings too.
            yield from (
                node.id
                for node in ast.walk(statement)
                if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
            )


def _dedented(code: str) -> str:
    lines = code.splitlines()
    indent = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    return "\n".join(line[indent:] for line in lines)
