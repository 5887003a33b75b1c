"""A notebook as Markdown (MyST, as jupytext writes it): cells with their lines, and what is wrong with them."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from redflags.problem import Problem

if TYPE_CHECKING:
    from pathlib import Path

BEGIN, END, STUB = "### BEGIN SOLUTION", "### END SOLUTION", "### STUB"
SOLUTION = "solution"
"""Tag of a cell that students don't get."""
_BREAK = re.compile(r'^\+\+\+\s*(?:\{"tags":\s*\[(?P<tags>[^\]]*)\]\})?\s*$')
_FENCE = re.compile(r"^(`{3,})\{code-cell\}\s*\S*\s*$")
_TAGS = re.compile(r"^:tags:\s*\[([^\]]*)\]\s*$")
_DIRECTIVE = re.compile(r"^\s*(?:`{3,}|:{3,})\{")


@dataclass(frozen=True)
class Cell:
    """One cell as its author wrote it."""

    kind: Literal["code", "markdown"]
    source: str
    line: int
    """Line of its first line of source in the file, from 1."""
    tags: tuple[str, ...] = ()

    @property
    def solved(self) -> bool:
        """Whether some of it is a solution."""
        return self.kind == "code" and any(line.strip() == BEGIN for line in self.source.splitlines())

    @property
    def hidden(self) -> bool:
        """Whether students don't get it at all."""
        return SOLUTION in self.tags


@dataclass
class Notebook:
    """Cells in order."""

    file: str
    cells: list[Cell] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def problem(self, line: int, message: str, remedy: str = "") -> Problem:
        """Make a problem at a line, quoting it."""
        text = self.lines[line - 1].strip()[:100] if 0 < line <= len(self.lines) else ""
        return Problem(self.file, line, message, text, remedy)


def read_notebook(path: Path, name: str) -> Notebook:
    """Read a notebook; what is wrong with it stands in its problems, and nothing is raised."""
    notebook = Notebook(name)
    try:
        notebook.lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        notebook.problems.append(Problem(name, 1, f"the file can't be read: {error}", remedy='save it as "UTF-8"'))
        return notebook
    _split(notebook)
    for cell in notebook.cells:
        if cell.kind == "code":
            notebook.problems += _code_problems(notebook, cell)
        else:
            notebook.problems += _markdown_problems(notebook, cell)
    return notebook


def _split(notebook: Notebook) -> None:
    """Find the cells."""
    lines = notebook.lines
    at = _after_front_matter(lines)
    words: list[str] = []
    first = at + 1
    tags: tuple[str, ...] = ()

    def close(line: int) -> None:
        nonlocal words, first, tags
        text = "\n".join(words)
        if text.strip():
            skipped = len(text) - len(text.lstrip("\n"))
            notebook.cells.append(Cell("markdown", text.strip(), first + skipped, tags))
        words, first, tags = [], line, ()

    while at < len(lines):
        line = lines[at]
        fence, gap = _FENCE.match(line), _BREAK.match(line)
        if fence:
            close(at + 2)
            at = _code(notebook, at, fence[1])
            first = at + 1
            continue
        if gap:
            close(at + 2)
            tags = _names(gap["tags"] or "")
        elif line.startswith("+++"):
            notebook.problems.append(
                notebook.problem(
                    at + 1, "this break between cells is not understood", 'write `+++ {"tags": ["solution"]}`'
                )
            )
        else:
            words.append(line)
        at += 1
    close(at + 1)


def _code(notebook: Notebook, at: int, fence: str) -> int:
    """Read a code cell from its fence on; returns the place after it."""
    lines, opened = notebook.lines, at
    tags: tuple[str, ...] = ()
    at += 1
    while at < len(lines) and lines[at].startswith(":"):
        found = _TAGS.match(lines[at])
        if found:
            tags = _names(found[1])
        else:
            notebook.problems.append(
                notebook.problem(at + 1, "this option of a code cell is not understood", "allowed: `:tags: [solution]`")
            )
        at += 1
    first, source = at + 1, []
    while at < len(lines) and lines[at].rstrip() != fence:
        source.append(lines[at])
        at += 1
    if at == len(lines):
        notebook.problems.append(notebook.problem(opened + 1, "the code cell is not closed", f"end it with {fence}"))
    text = "\n".join(source)
    first += len(text) - len(text.lstrip("\n"))
    notebook.cells.append(Cell("code", text.strip("\n"), first, tags))
    return at + 1


def _names(tags: str) -> tuple[str, ...]:
    return tuple(tag.strip().strip("\"'") for tag in tags.split(",") if tag.strip())


def _after_front_matter(lines: list[str]) -> int:
    if not lines or lines[0].strip() != "---":
        return 0
    return next((number for number, line in enumerate(lines[1:], start=2) if line.strip() == "---"), 0)


def _code_problems(notebook: Notebook, cell: Cell) -> list[Problem]:
    """Check that a cell is Python, and that its solution begins and ends."""
    found = []
    opened = 0
    for number, line in enumerate(cell.source.splitlines(), start=cell.line):
        word = line.strip()
        if word == BEGIN:
            if opened:
                found.append(notebook.problem(number, "a solution begins inside another", f"write `{END}` first"))
            opened = number
        elif word == END:
            if not opened:
                found.append(notebook.problem(number, "a solution ends that did not begin", f"write `{BEGIN}` before"))
            opened = 0
        elif word.startswith(STUB) and not opened:
            found.append(notebook.problem(number, "a stub stands outside a solution", f"move it below `{BEGIN}`"))
        elif word.casefold().startswith("###") and "solution" in word.casefold():
            found.append(notebook.problem(number, "this mark is not understood", f"write `{BEGIN}` or `{END}`"))
    if opened:
        found.append(notebook.problem(opened, "the solution does not end", f"write `{END}`"))
    try:
        ast.parse(cell.source)
    except SyntaxError as error:
        remedy = "cells hold plain Python: a magic such as %pip runs in few of the places where students work"
        found.append(notebook.problem(cell.line + (error.lineno or 1) - 1, f"not Python: {error.msg}", remedy))
    return found


def _markdown_problems(notebook: Notebook, cell: Cell) -> list[Problem]:
    """Check that a notebook can show it: directives are a book's."""
    return [
        notebook.problem(number, "a notebook shows no directive", "write plain Markdown")
        for number, line in enumerate(cell.source.splitlines(), start=cell.line)
        if _DIRECTIVE.match(line)
    ]


def calls(code: str) -> list[tuple[str, str, int]]:
    """Return each `exercise.way("name", …)` of a cell in order: way, name, and line in the cell from 1."""
    try:
        tree = ast.parse(code)
    except SyntaxError:
        return []
    found = []
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        if isinstance(node.func.value, ast.Name) and node.func.value.id == "exercise":
            first = node.args[0] if node.args else None
            name = first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else ""
            found.append((node.func.attr, name, node.lineno))
    return sorted(found, key=lambda call: call[2])
