"""Files of answers that learners hand in: read with suspicion, and marked where the key is.

Whoever makes such a file can write anything into it, so nothing of it is trusted: a file that is not what a player
writes becomes a row that says why, and never an error that stops the others.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from redflags.keyless import keyless, renamed
from redflags.marking import SELF_MARKED, ResponseError, certainty_mark, mark

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from redflags.model.items import Item
    from redflags.model.quiz import Quiz

FORMAT = "redflags-answers/1"
LARGEST = 2_000_000
"""Bytes of a file; an exam of a hundred long answers has a tenth of this."""
_CERTAINTIES = (0, 1, 2, 3, None)


class RefusedError(ValueError):
    """A file, or a part of one, that no player wrote."""


@dataclass(frozen=True)
class MarkedItem:
    """What one answer earned; `problem` says why it could not be marked."""

    item: str
    earned: float | None
    max: int
    certainty: int | None = None
    certainty_mark: float = 0
    answered: bool = False
    problem: str = ""
    text: str = ""
    """What was written, where somebody has to read it."""


@dataclass(frozen=True)
class MarkedFile:
    """What one file earned; `problem` says why it earned nothing at all."""

    file: str
    quiz: str = ""
    submitted: str = ""
    items: list[MarkedItem] = field(default_factory=list)
    strays: int = 0
    """Answers to what was not asked."""
    problem: str = ""

    @property
    def earned(self) -> float:
        """Marks of the items that could be marked."""
        return sum(item.earned or 0 for item in self.items)

    @property
    def max(self) -> int:
        """Marks that could be earned, by all items: an answer left out of the file earns nothing."""
        return sum(item.max for item in self.items)

    @property
    def answered(self) -> int:
        """How many items have an answer."""
        return sum(item.answered for item in self.items)

    @property
    def mean_certainty_mark(self) -> float | None:
        """Mean over all items; what was not answered, or not with a certainty, earns nothing and loses nothing."""
        marks = [item.certainty_mark for item in self.items if item.max]
        return sum(marks) / len(marks) if marks else None

    @property
    def notes(self) -> str:
        """All that its reader should know: what is wrong with the file, or with some of its answers."""
        strays = [f"{self.strays} answers to items that were not asked"] if self.strays else []
        items = [f"{item.item}: {item.problem}" for item in self.items if item.problem]
        return self.problem or "; ".join([*items, *strays])


def mark_file(path: Path, quizzes: dict[str, Quiz], items: Sequence[str] | None = None) -> MarkedFile:
    """Mark one file of answers.

    Parameters
    ----------
    path
        The file; anything may be in it.
    quizzes
        The quizzes with their keys, by name.
    items
        Ids of the items and cases that were asked; all of the quiz if None.
    """
    try:
        return _marked(path, quizzes, items)
    except RefusedError as error:
        return MarkedFile(path.name, problem=str(error))


def _marked(path: Path, quizzes: dict[str, Quiz], items: Sequence[str] | None) -> MarkedFile:
    data = _read(path)
    name = _word(data.get("quiz"), "quiz")
    quiz = quizzes.get(name)
    if quiz is None:
        raise RefusedError(f"no quiz {_shown(name)}; here are {', '.join(sorted(quizzes)) or 'none'}")
    if not quiz.marked:
        raise RefusedError(f"the quiz {name} is not `marked`: its player gives the marks itself")
    answers = _answers(data.get("items"))
    units = quiz.units()
    if not set(items or ()) <= set(units):
        raise RefusedError(f"the quiz {name} has not all of the items named")
    chosen = {item.id: item for unit in items or units for item in units[unit]}
    return MarkedFile(
        path.name,
        name,
        _moment(data.get("submitted")),
        [_mark_item(item, answers.get(name)) for name, item in chosen.items()],
        strays=len(set(answers) - set(chosen)),
    )


def _read(path: Path) -> dict[str, Any]:
    """Return what a file holds, or say why that can't be."""
    try:
        if path.stat().st_size > LARGEST:
            raise RefusedError(f"larger than {LARGEST:,} bytes")
        data = json.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise RefusedError(f"can't be read: {error.strerror or error}") from error
    except RecursionError as error:
        raise RefusedError("nested too deeply") from error
    except ValueError as error:
        if isinstance(error, RefusedError):
            raise
        raise RefusedError("not JSON, or not in UTF-8") from error
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise RefusedError(f"not a file of answers (no `format: {FORMAT}`)")
    return data


def _answers(items: Any) -> dict[str, dict[str, Any]]:
    if not isinstance(items, list) or not all(isinstance(answer, dict) for answer in items):
        raise RefusedError("`items` is not a list of answers")
    found: dict[str, dict[str, Any]] = {}
    for answer in items:
        name = _word(answer.get("item"), "item")
        if name in found:
            raise RefusedError(f"the item {_shown(name)} stands twice")
        found[name] = answer
    return found


def _mark_item(item: Item, answer: dict[str, Any] | None) -> MarkedItem:
    """Mark one answer."""
    whole = item.model_dump(mode="json", exclude_none=True)
    keyed, asked = renamed(whole), keyless(whole, item.seen)["hash"]
    # What learners tick in their own text is no mark of ours.
    by_hand = item.type in SELF_MARKED
    name, most = item.id, 0 if by_hand else mark(keyed, None).max
    if answer is None:
        return MarkedItem(name, 0, most, problem="not in the file")
    if answer.get("hash") != asked:
        return MarkedItem(name, 0, most, problem="answered in another wording of the question")
    certainty, response = answer.get("certainty"), answer.get("response")
    # `True in (0, 1)` holds, and 1.0 is no answer of a player.
    if isinstance(certainty, bool | float) or certainty not in _CERTAINTIES:
        return MarkedItem(name, 0, most, problem=f"no such certainty: {_shown(certainty)}")
    try:
        result = mark(keyed, response)
    except (ResponseError, TypeError, ValueError, KeyError, RecursionError):
        return MarkedItem(name, 0, most, problem=f"no such answer: {_shown(response)}")
    answered = response not in (None, "", [], {})
    if by_hand:
        text = response["text"] if isinstance(response, dict) else ""
        return MarkedItem(name, None, 0, certainty, 0, bool(text.strip()), "read it yourself", text)
    return MarkedItem(
        name,
        result.earned,
        most,
        certainty,
        certainty_mark(result.fraction, certainty or 0),
        answered,
    )


def _word(value: Any, key: str) -> str:
    if not isinstance(value, str):
        raise RefusedError(f"`{key}` is not a word: {_shown(value)}")
    return value


def _moment(value: Any) -> str:
    """Return an ISO date and time, or nothing; the learner's own clock wrote it."""
    try:
        return datetime.fromisoformat(value).isoformat(timespec="seconds") if isinstance(value, str) else ""
    except ValueError:
        return ""


def _shown(value: Any) -> str:
    """Return a stranger's value as short, plain text: no control character may reach a terminal."""
    return ascii(value)[:60]
