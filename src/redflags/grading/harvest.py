"""Takes a student's answers from what was handed in, without running any of it.

Three places are read: outputs of the notebook's cells, files of answers beside it, and `exercise.answer(...)` in the
cells' sources. The newest record of a question counts; where places disagree, the instructor is told. A record carries
no marks, so a forged one is worth what its answer is worth.
"""

from __future__ import annotations

import ast
import re
import warnings
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from redflags.exercises import ResponseError, literal_response
from redflags.exercises.records import FILE_FORMAT, FORMAT, MIME
from redflags.grading.limits import SOURCE
from redflags.grading.plain_text import printable, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from redflags.grading.notebook import Notebook

NOTEBOOK, FILE, SOURCE_CALL = "the notebook's output", "the file of answers", "the cell's source"
_AT = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$")
_KEYS = {"format", "exercise", "question", "hash", "response", "complete", "me", "at", "n"}
_MAGIC = re.compile(r"^\s*[%!?]|\?\s*$")
_DEEPEST = 60
_LARGEST_N = 10**9


@dataclass(frozen=True)
class Answer:
    """One answer, as it was found."""

    response: Any
    place: str
    at: str = ""
    n: int = 0
    current: bool = True
    """Whether it answers the question in the key's wording."""

    @property
    def order(self) -> tuple[str, int]:
        """The newest is the greatest."""
        return self.at, self.n


@dataclass
class Harvest:
    """All answers of one submission."""

    answers: dict[str, Answer] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)
    """By question: why what was there doesn't count."""
    notes: list[str] = field(default_factory=list)
    me: str = ""
    """The student id that the notebook gives."""


def harvest(key: dict[str, Any], notebook: Notebook | None, files: Iterable[Any]) -> Harvest:
    """Return the answers of a notebook and of the files beside it.

    Parameters
    ----------
    key
        The exercise's key.
    notebook
        What was handed in; None if no notebook was.
    files
        Other JSON that was handed in, as data.
    """
    asked = {question["id"]: question for question in key["questions"] if question["kind"] != "value"}
    found = Harvest()
    calls: dict[str, Answer] = {}
    raw: list[tuple[str, Any]] = []
    if notebook is not None:
        calls = _calls(notebook.code, asked, found)
        raw += [(NOTEBOOK, record) for record in _outputs(notebook)]
    for data in files:
        if isinstance(data, dict) and data.get("format") == FILE_FORMAT and isinstance(data.get("answers"), list):
            raw += [(FILE, record) for record in data["answers"]]
    records = _records(key["name"], asked, raw, found)
    for name in asked:
        _choose(name, [record for place in (NOTEBOOK, FILE) for record in records.get((place, name), [])], calls, found)
    return found


def is_answers(data: Any) -> bool:
    """Whether a file is one of answers."""
    return isinstance(data, dict) and data.get("format") == FILE_FORMAT


# --- records ---


def _outputs(notebook: Notebook) -> Iterator[Any]:
    for cell in notebook.cells:
        for output in cell.outputs:
            data = output.get("data")
            if isinstance(data, dict) and MIME in data:
                yield data[MIME]


def _records(
    exercise: str, asked: dict[str, Any], raw: list[tuple[str, Any]], found: Harvest
) -> dict[tuple[str, str], list[Answer]]:
    """Return what may count, by place and question; say what may not."""
    records: dict[tuple[str, str], list[Answer]] = {}
    forged = strange = 0
    others, people, more = set[str](), set[str](), set[str]()
    for place, record in raw:
        if not _is_record(record):
            forged += 1
        elif record["exercise"] != exercise:
            others.add(printable(record["exercise"], 60))
        elif record["question"] not in asked:
            strange += 1
        elif found.me and _person(record["me"]) not in {"", _person(found.me)}:
            people.add(printable(record["me"], 60))
        elif record["at"] or record["n"]:
            more |= {shown(name, 30) for name in set(record) - _KEYS}
            question = asked[record["question"]]
            answer = Answer(
                record["response"], place, record["at"], record["n"], current=record["hash"] == question["hash"]
            )
            records.setdefault((place, record["question"]), []).append(answer)
    found.notes += [f"{forged} records that no player wrote"] if forged else []
    found.notes += [f"answers to another exercise: {', '.join(sorted(others)[:3])}"] if others else []
    found.notes += [f"{strange} answers to what was not asked"] if strange else []
    found.notes += [f"answers of another student: {', '.join(sorted(people)[:3])}"] if people else []
    found.notes += [f"records hold more than a player writes: {', '.join(sorted(more)[:3])}"] if more else []
    return records


def _is_record(record: Any) -> bool:
    """Whether a player may have written it; what is in it is looked at later."""
    return (
        isinstance(record, dict)
        and record.get("format") == FORMAT
        and all(isinstance(record.get(name), str) for name in ("exercise", "question", "hash", "at"))
        and isinstance(record.setdefault("me", ""), str)
        and type(record.get("n")) is int
        and 0 <= record["n"] <= _LARGEST_N
        and (record["at"] == "" or _AT.match(record["at"]) is not None)
        and "response" in record
    )


def _person(me: str) -> str:
    return me.strip().casefold()


def _choose(name: str, records: list[Answer], calls: dict[str, Answer], found: Harvest) -> None:
    """Choose the newest answer to one question, and tell of what disagrees with it."""
    current = [record for record in records if record.current]
    call = calls.get(name)
    if current:
        chosen = max(current, key=lambda record: record.order)
    elif call is not None:
        chosen = call
    else:
        if records:
            found.problems[name] = "answered in another wording of the question"
        return
    found.answers[name] = chosen
    for place in (NOTEBOOK, FILE):
        last = max((one for one in current if one.place == place), key=lambda one: one.order, default=None)
        if last is not None and last.response != chosen.response:
            found.notes.append(f"{name}: {chosen.place} and {place} disagree; the newer one counts ({chosen.place})")
    if call is not None and call is not chosen and call.response != chosen.response:
        found.notes.append(f"{name}: {chosen.place} and the cell's source disagree; the record counts")


# --- answers in sources ---


def _calls(sources: list[str], asked: dict[str, Any], found: Harvest) -> dict[str, Answer]:
    """Return the last `exercise.answer(question, literal)` of each question; sets the student id."""
    answers: dict[str, Answer] = {}
    for source in sources:
        if ".answer(" not in source and "Exercise(" not in source:
            continue
        for call in _called(source):
            name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
            if name == "Exercise":
                found.me = _me(call) or found.me
            elif name == "answer" and isinstance(call.func, ast.Attribute):
                _answer(call, asked, answers, found)
    return answers


def _called(source: str) -> list[ast.Call]:
    """Return a cell's calls; none of a cell that is no Python, or deeper than any answer."""
    if len(source) > SOURCE or "\0" in source or _depth(source) > _DEEPEST:
        return []
    plain = "\n".join("" if _MAGIC.search(line) else line for line in source.splitlines())
    try:
        with warnings.catch_warnings():
            # An invalid escape in a student's text is no business of ours.
            warnings.simplefilter("ignore")
            tree = ast.parse(plain)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []
    # In the order of the text: the last one counts.
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return sorted(calls, key=lambda call: (call.lineno, call.col_offset))


def _depth(source: str) -> int:
    """Return how deep brackets and signs are nested at most: a parser must not be led into its own stack."""
    deep = most = row = 0
    for sign in source:
        if sign in "([{":
            deep += 1
            most = max(most, deep)
        elif sign in ")]}":
            deep = max(0, deep - 1)
        row = row + 1 if sign in "-+~" else 0 if not sign.isspace() else row
        most = max(most, row)
    return most


def _me(call: ast.Call) -> str:
    given = [word.value for word in call.keywords if word.arg == "me"] or call.args[1:2]
    value = given[0].value if given and isinstance(given[0], ast.Constant) else ""
    return printable(value, 80) if isinstance(value, str) else ""


def _answer(call: ast.Call, asked: dict[str, Any], answers: dict[str, Answer], found: Harvest) -> None:
    first = call.args[0] if call.args else None
    name = first.value if isinstance(first, ast.Constant) else None
    if not isinstance(name, str) or len(call.args) < 2:  # noqa: PLR2004 - a question and an answer
        return
    if name not in asked:
        found.notes.append(f"an answer to what was not asked: {shown(name, 30)}")
        return
    try:
        response = literal_response(asked[name], ast.literal_eval(call.args[1]))
    except (ResponseError, ValueError, TypeError, SyntaxError, RecursionError, MemoryError) as error:
        found.problems[name] = printable(str(error), 200) if isinstance(error, ResponseError) else "no literal answer"
        return
    found.problems.pop(name, None)
    answers[name] = Answer(response, SOURCE_CALL)
