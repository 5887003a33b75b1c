"""Marks one submission: chooses its notebook, harvests, runs what must be run, compares, and never raises."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from redflags import marking
from redflags.exercises import variant
from redflags.exercises.responses import spoken
from redflags.grading import sandbox
from redflags.grading.compare import Odd, decoded, problem
from redflags.grading.harvest import Answer, Harvest, harvest, is_answers
from redflags.grading.limits import NOTES, TEXT, Limits
from redflags.grading.notebook import NotANotebookError, Notebook, read_json, read_notebook
from redflags.grading.plain_text import printable, shown
from redflags.grading.result import QuestionResult, Result

if TYPE_CHECKING:
    from redflags.grading.intake import File, Submission
    from redflags.grading.key import Key

Code: TypeAlias = Literal["sandbox", "deno", "unsafe", "none"]
VERSION = "1"
"""Raise it when the same submission may earn other marks than before: what was graded is then graded again."""


def input_hash(submission: Submission, key: Key, ways: Ways) -> str:
    """Return a hash over all that decides the marks."""
    return hashlib.sha256(f"{VERSION} {key.digest} {submission.digest()} {ways.code}".encode()).hexdigest()


class Ways:
    """How submissions are graded.

    Parameters
    ----------
    code
        `sandbox`, `deno`, `unsafe` (with the rights of this process) or `none` (values get no marks).
    limits
        What running one may take.
    """

    def __init__(self, code: Code = "sandbox", limits: Limits | None = None) -> None:
        self.code = code
        self.limits = limits or Limits()


def grade(submission: Submission, key: Key, ways: Ways) -> Result:
    """Mark one submission, whatever it holds."""
    result = Result(
        submission.student,
        submission.name,
        key.name,
        input_hash(submission, key, ways),
        submission.source,
        submission.number,
        submission.late,
        notes=[*submission.notes, *(["late"] if submission.late else [])],
    )
    notebook, answers, reasons = _chosen(submission, key, result)
    if notebook is None and not answers:
        result.problem = "; ".join(printable(why, 200) for why in reasons[:3]) or "nothing"
        result.notes += reasons[3:]
        result.questions = [_empty(question) for question in key.questions]
        result.notes = _short_notes(result.notes)
        return result
    result.notes += reasons
    found = harvest(key.data, notebook, answers)
    result.notes += found.notes
    number = _variant(key, found, result)
    values, missing = _values(notebook, key, ways, result) if key.variables else ({}, "")
    for question in key.questions:
        if question["kind"] == "value":
            result.questions.append(_value(question, values, missing, number))
        else:
            result.questions.append(_given(question, found))
    result.stamps = sorted(
        f"{name} {answer.at} {answer.n} {_short(answer)}" for name, answer in found.answers.items() if answer.at
    )
    result.notes = _short_notes(result.notes)
    return result


def _short_notes(notes: list[str]) -> list[str]:
    return [printable(note, 300) for note in dict.fromkeys(notes)][:NOTES]


def refused(submission: Submission, key: Key, ways: Ways, reason: str, *, again: bool = False) -> Result:
    """Return a row without marks."""
    return Result(
        submission.student,
        submission.name,
        key.name,
        input_hash(submission, key, ways),
        submission.source,
        submission.number,
        submission.late,
        problem=reason,
        questions=[_empty(question) for question in key.questions],
        again=again,
    )


def _short(answer: Answer) -> str:
    text = json.dumps(answer.response, sort_keys=True, default=str)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _empty(question: dict[str, Any]) -> QuestionResult:
    return QuestionResult(question["id"], question["kind"], question["points"])


# --- which file? ---


def _chosen(submission: Submission, key: Key, result: Result) -> tuple[Notebook | None, list[Any], list[str]]:
    """Return the notebook that counts, all files of answers, and what is wrong with the other files."""
    reasons: list[str] = []
    notebooks: list[tuple[int, str, Notebook]] = []
    answers: list[Any] = []
    for file in submission.files:
        try:
            read = _read(file)
        except NotANotebookError as error:
            reasons.append(f"{printable(file.name, 80)}: {error}")
            continue
        if isinstance(read, Notebook):
            notebooks.append((_fits(read, key), file.name, read))
        elif read is not None:
            answers.append(read)
    if not notebooks:
        return None, answers, reasons
    # The one that fits best; of equals the last by name, as `x-1.ipynb` follows `x.ipynb` in Canvas.
    fit, name, notebook = max(notebooks, key=lambda one: (one[0], len(one[1]), one[1]))
    result.file = name
    if len(notebooks) > 1:
        result.notes.append(f"{len(notebooks)} notebooks: {name} was marked")
    if fit < 0:
        return None, answers, [f"{name}: another exercise, {printable(notebook.exercise, 60)}", *reasons]
    return notebook, answers, reasons


def _read(file: File) -> Notebook | dict[str, Any] | None:
    """Return a notebook, a file of answers, or nothing where a file was released beside the notebook."""
    name = file.name.casefold()
    if file.problem:
        raise NotANotebookError(file.problem)
    if name.endswith(".ipynb"):
        return read_notebook(file.content)
    if not name.endswith(".json"):
        raise NotANotebookError("neither a notebook nor a file of answers")
    data = read_json(file.content)
    if is_answers(data):
        return dict(data)
    if name.endswith(".questions.json"):
        return None
    raise NotANotebookError("not a file of answers")


def _fits(notebook: Notebook, key: Key) -> int:
    """Say whether a notebook is this exercise's: 1 yes, 0 it doesn't say, -1 it is another's."""
    if notebook.exercise:
        return 1 if notebook.exercise == key.name else -1
    return 0


# --- answers ---


def _given(question: dict[str, Any], found: Harvest) -> QuestionResult:
    """Mark an answer to an item, or pass on a text."""
    made = _empty(question)
    answer = found.answers.get(question["id"])
    if answer is None:
        made.note = found.problems.get(question["id"], "")
        return made
    return _text(made, answer) if question["kind"] == "text" else _item(made, question, answer)


def _text(made: QuestionResult, answer: Answer) -> QuestionResult:
    if answer.response is None:
        return made
    if not isinstance(answer.response, str):
        made.note = f"no text: {shown(answer.response)}"
        return made
    made.answer = answer.response[:TEXT].encode("utf-8", "replace").decode()
    made.answered = bool(made.answer.strip())
    made.earned = None if made.answered else 0.0
    made.note = f"only the first {TEXT:,} signs" if len(answer.response) > TEXT else ""
    return made


def _item(made: QuestionResult, question: dict[str, Any], answer: Answer) -> QuestionResult:
    try:
        marked = marking.mark(question["item"], answer.response)
        made.answer = printable(spoken(question, answer.response), 400)
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError, OverflowError):
        made.note = f"no such answer: {shown(answer.response)}"
        return made
    made.answered = answer.response not in (None, "", [], {})
    made.earned = round(question["points"] * marked.fraction, 4)
    return made


# --- values ---


def _variant(key: Key, found: Harvest, result: Result) -> str:
    """Return which data the student had."""
    if not key.data["seeded"]:
        return "0"
    if not found.me:
        result.notes.append('no student id in Exercise(…, me="…"): marked with the data that everybody has without one')
    return str(variant(found.me))


def _values(notebook: Notebook | None, key: Key, ways: Ways, result: Result) -> tuple[dict[str, Any], str]:
    """Run the notebook; return its values and why there may be none."""
    if notebook is None:
        return {}, "no notebook"
    if ways.code == "none":
        return {}, "not run"
    ran = sandbox.run(notebook.code, key.variables, key.files, ways.limits, ways.code)
    if not ran.started:
        result.again = True
        result.notes.append(f"could not be run: {printable(ran.printed or ran.stopped, 120)}")
        return {}, "could not be run"
    if ran.stopped:
        result.notes.append(f"stopped in code cell {ran.cells + 1} of {len(notebook.code)}: {ran.stopped}")
    for cell, error in sorted(ran.errors.items())[:3]:
        result.notes.append(f"code cell {cell}: {error}")
    return ran.values, ""


def _value(question: dict[str, Any], values: dict[str, Any], missing: str, number: str) -> QuestionResult:
    made = _empty(question)
    if question["variable"] not in values:
        made.note = missing or f"no {question['variable']}"
        return made
    try:
        got = decoded(values[question["variable"]])
        made.answered = got is not None
        made.answer = printable(f"{question['variable']} = {_worded(got)}", 400) if made.answered else ""
        made.note = problem(question, question["values"][number], got) if made.answered else ""
    except (RecursionError, ValueError, OverflowError):
        made.note = "a value that can't be read"
        return made
    made.earned = float(question["points"]) if made.answered and not made.note else 0.0
    return made


def _worded(value: Any) -> str:
    return str(value) if isinstance(value, Odd) else json.dumps(value, ensure_ascii=False)
