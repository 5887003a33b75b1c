"""Cells as a notebook file (nbformat 4.5), with the same bytes for the same source."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from redflags.cite import fill
from redflags.exercise_format import QUESTIONS
from redflags.exercise_notebook import calls
from redflags.model.text import split_evidence
from redflags.release.questions import points

if TYPE_CHECKING:
    from collections.abc import Iterable

    from redflags.exercise_notebook import Cell
    from redflags.exercise_source import ExerciseSource
    from redflags.reading import Content

Json = dict[str, Any]
_ROLE = re.compile(r"\{ev\}`([^`]*)`")
_LANGUAGE = {"name": "python", "mimetype": "text/x-python", "file_extension": ".py"}


def notebook_json(content: Content, source: ExerciseSource, cells: Iterable[Cell]) -> str:
    """Return cells as the text of a notebook file.

    Parameters
    ----------
    content
        The course, for citations.
    source
        The exercise, for the questions that cells ask.
    cells
        The author's cells, or the student's.
    """
    made = [_cell(content, source, cell, number) for number, cell in enumerate(cells, start=1)]
    _name_fills(source, made)
    notebook = {
        "cells": [{key: value for key, value in cell.items() if key != "asks"} for cell in made],
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": _LANGUAGE,
            "redflags": {"exercise": source.name, "format": QUESTIONS},
            "title": source.exercise.title,
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _cell(content: Content, source: ExerciseSource, cell: Cell, number: int) -> Json:
    if cell.kind == "markdown":
        text = _ROLE.sub(lambda role: _cited(content, role[1]), cell.source)
        return {"cell_type": "markdown", "id": f"c{number:02}", "metadata": {}, "source": _lines(text)}
    asked = question_of(source, cell)
    made: Json = {
        "cell_type": "code",
        "id": asked or f"c{number:02}",
        "metadata": {},
        "execution_count": None,
        "outputs": [],
        "source": _lines(cell.source),
        "asks": asked,
    }
    if asked:
        question = next(one for one in source.exercise.questions if one.id == asked)
        # A checked value is graded from its variable, so that its own cell is locked; an answer is its cell's.
        is_value = question.kind == "value"
        made["metadata"] = _graded(asked, points(source, question), locked=is_value)
    return made


def _name_fills(source: ExerciseSource, cells: list[Json]) -> None:
    """Name the cell to fill after the value that is checked below it."""
    values = {question.id for question in source.exercise.questions if question.kind == "value"}
    for before, cell in pairwise(cells):
        if cell.get("asks") in values and before["cell_type"] == "code" and not before["asks"]:
            name = f"{cell['asks']}-fill"
            before["id"] = name
            before["metadata"] = {"redflags": {"question": cell["asks"]}, "nbgrader": _nbgrader(name)}


def _graded(question: str, worth: int, *, locked: bool) -> Json:
    about = {**_nbgrader(question), "grade": True, "points": worth, "solution": not locked, "locked": locked}
    return {"redflags": {"question": question}, "nbgrader": about}


def _nbgrader(name: str) -> Json:
    """Return what nbgrader keeps of a cell to fill."""
    about = {"grade": False, "grade_id": name, "locked": False, "solution": True, "task": False}
    return {**about, "schema_version": 3, "cell_type": "code"}


def question_of(source: ExerciseSource, cell: Cell) -> str:
    """Return the id of the question that a code cell asks or checks; an empty text if none."""
    ids = {question.id: question.id for question in source.exercise.questions}
    ids |= {question.variable: question.id for question in source.exercise.questions if question.kind == "value"}
    return next((ids[name] for way, name, _ in calls(cell.source) if way in {"ask", "check"} and name in ids), "")


def _cited(content: Content, body: str) -> str:
    """Return a citation as Markdown that any notebook shows: the words, with a link to the work."""
    entry_id, template = split_evidence(body)
    entry = content.evidence[entry_id]
    work = content.references[entry.source]
    words = fill(entry, template)
    if not work.url:
        return words
    return f"{words} ([source]({work.url}))" if words else f"([source]({work.url}))"


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)
