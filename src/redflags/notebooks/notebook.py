"""One page as a notebook: words as Markdown, players as widgets, charts as Plotly figures, drawings as pictures."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from redflags.notebooks.addresses import FOLDER, WHEEL, notebook_path, relinked
from redflags.notebooks.cells import Cell, code, markdown
from redflags.notebooks.directives import Page, shown
from redflags.notebooks.parse import Directive, has_players, split
from redflags.notebooks.sources import Sources
from redflags.problem import ContentError, Problem

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from redflags.reading import Content

LEARNING = "**For learning, not for clinical use.**"


def notebook(content: Content, root: Path, page: str, pages: Collection[str], site: str = "") -> dict[str, Any]:
    """Return a page of the book as a notebook without outputs.

    Parameters
    ----------
    content
        Sound content.
    root
        The course's folder.
    page
        The page's path in `book/`, without `.md`.
    pages
        The pages of the book, which exams draw from and links lead to.
    site
        Address of the published course, if it is known.

    Raises
    ------
    ContentError
        The page holds something that has no place in a notebook; the error names file and line.
    """
    file = f"book/{page}.md"
    matter, blocks = split(content.pages[file])
    sources = Sources(content)
    here = Page(content, root, page, pages, sources)
    cells: list[Cell] = []
    for block in blocks:
        try:
            if isinstance(block, Directive):
                cells += shown(here, block)
            else:
                cells.append(markdown(sources.filled("\n".join(block.lines))))
        except ValueError as error:
            raise ContentError([Problem(file, block.line, str(error))]) from error
    quizzes = [at for at, cell in enumerate(cells) if cell.source.startswith("quiz = ")]
    if quizzes and here.marks_last_quiz:
        asks = markdown("Answer the questions above first; then this cell shows your marks.")
        cells[quizzes[-1] + 1 : quizzes[-1] + 1] = [asks, code("quiz.results()")]
    if listed := sources.listed():
        cells.append(markdown(listed))
    notebooks = {name for name in pages if has_players(content.pages.get(f"book/{name}.md", ()))}
    title, *rest = _with_title(cells, matter, page, site)
    words = [
        Cell(cell.kind, relinked(cell.source, page, notebooks, site) if cell.kind == "markdown" else cell.source)
        for cell in (title, *rest)
    ]
    whole = [words[0], code(_setup(here, page, site)), *words[1:]]
    return {
        "cells": [cell.as_json(number) for number, cell in enumerate(whole, start=1)],
        "metadata": {
            "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def _with_title(cells: list[Cell], matter: dict[str, str], page: str, site: str) -> list[Cell]:
    """Return the cells with the line under the title that every page has, and the title in a cell of its own."""
    heading, _, rest = cells[0].source.partition("\n")
    day = date.fromisoformat(matter["reviewed"])
    where = f"[a page]({site}/{page}.html)" if site else "a page"
    held = f"Held against the evidence register on {day.day} {day:%B %Y}. No clinician has reviewed it yet. {LEARNING}"
    same = f"The same as {where} of the open course *When Back Pain Is Cancer*."
    first = markdown(f"{heading}\n\n{held}\n\n{same} Text and figures CC BY 4.0, code BSD-3-Clause.")
    return [first, *([markdown(rest)] if rest.strip() else []), *cells[1:]]


def _setup(here: Page, page: str, site: str) -> str:
    """Return the first cell of code: imports, and how to get them where they are missing."""
    depth = notebook_path(page).count("/") - 1
    wheel = f"{site}/{FOLDER}/{WHEEL}" if site else f"{'../' * depth}{WHEEL}"
    lines = [
        "# Run this cell first. It installs nothing. Where Python finds no `redflags` (Colab, VS Code, a Jupyter of",
        "# your own), install the course's package once, from a new cell, and run this one again:",
        f"#     %pip install {wheel}",
    ]
    if not site:
        lines.append(f"# The file stands in the course's site, in the folder `{FOLDER}`.")
    lines.append("# Where widgets don't show, each cell has its questions as text.")
    names = ", ".join(sorted(here.players))
    return "\n".join([*lines, f"from redflags.widgets import {names}" if names else "import redflags"])
