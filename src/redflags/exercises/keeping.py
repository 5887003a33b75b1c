"""The answers of one exercise: the newest of each question, written beside the notebook at every change.

A full disk, a read-only folder or a broken file loses nothing: the file that was there stays, and the answer stands in
the cell's output.
"""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path
from typing import Any

from redflags.exercises.records import FILE_FORMAT, FORMAT, MIME, Json, is_current, newest, now, order, read_record
from redflags.exercises.responses import missing

LARGEST = 20_000_000
"""Bytes of a notebook that is read for answers."""
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT}


class Answers:
    """The newest answer of each question.

    Parameters
    ----------
    name
        The exercise.
    questions
        Its questions of kind `item` and `text`, by id.
    folder
        Where the notebook stands.
    """

    def __init__(self, name: str, questions: dict[str, Json], folder: Path) -> None:
        self.name = name
        self.questions = questions
        self.path = folder / f"{name}.answers.json"
        self.problem = ""
        """Why the file could not be written; empty if it was."""
        self._records = newest([*self._stored(), *self._in_notebooks()])

    def record(self, question: str) -> Json | None:
        """Return the newest answer to a question as it is worded now."""
        kept = self._records.get(question)
        return kept if kept is not None and is_current(self.questions[question], kept) else None

    def is_older(self, question: str) -> bool:
        """Whether the question was answered in an earlier wording alone."""
        return question in self._records and self.record(question) is None

    def put(self, question: str, response: Any, me: str) -> Json:
        """Keep an answer and write the file; `problem` says if that went wrong."""
        # Another window may have written since.
        self._records = newest([*self._records.values(), *self._stored()])
        asked = self.questions[question]
        record = {
            "format": FORMAT,
            "exercise": self.name,
            "question": question,
            "hash": asked["hash"],
            "response": response,
            "complete": not missing(asked, response),
            "me": me,
            "at": self._after_all(),
            "n": 1 + max((kept["n"] for kept in self._records.values()), default=0),
        }
        self._records[question] = record
        self._write(me)
        return record

    def file(self, me: str) -> Json:
        """Return what the file holds."""
        records = [self._records[name] for name in self.questions if name in self._records]
        return {"format": FILE_FORMAT, "exercise": self.name, "me": me, "saved": now(), "answers": records}

    def _after_all(self) -> str:
        """Return the time, or a later one that is there already: a clock set back must not make an answer old."""
        times: list[str] = [kept["at"] for kept in self._records.values()]
        return max([now(), *times])

    def _write(self, me: str) -> None:
        """Write the file whole or not at all."""
        text = json.dumps(self.file(me), ensure_ascii=False, indent=1) + "\n"
        beside = self.path.with_name(f".{self.path.name}.{os.getpid()}.part")
        try:
            with beside.open("w", encoding="utf-8") as stream:
                stream.write(text)
                stream.flush()
                os.fsync(stream.fileno())
            beside.replace(self.path)
        except OSError as error:
            _forget(beside)
            why = "the disk is full" if error.errno in _NO_ROOM else error.strerror or str(error)
            self.problem = (
                f"Not saved in {self.path.name}: {why}. "
                "Your answer stands in this notebook: save the notebook, or save your answers with exercise.summary()."
            )
        else:
            self.problem = ""

    def _stored(self) -> list[Json]:
        """Return the records of the file; one that can't be read is put aside, never overwritten."""
        try:
            data = json.loads(self.path.read_text(encoding="utf-8"))
            answers = data["answers"] if data["format"] == FILE_FORMAT else None
        except OSError:
            return []
        except (ValueError, TypeError, KeyError, RecursionError):
            answers = None
        if isinstance(answers, list):
            return self._readable(answers)
        self._put_aside()
        return []

    def _put_aside(self) -> None:
        aside = self.path.with_name(f"{self.name}.answers.unreadable.json")
        try:
            self.path.replace(aside)
        except OSError as error:
            self.problem = f"{self.path.name} can't be read, and can't be put aside: {error.strerror or error}"

    def _in_notebooks(self) -> list[Json]:
        """Return the records in the saved notebook's outputs, for when the file was lost."""
        found: list[Json] = []
        for path in {self.path.with_name(f"{self.name}.ipynb"), Path(os.environ.get("JPY_SESSION_NAME") or self.name)}:
            try:
                if path.suffix != ".ipynb" or path.stat().st_size > LARGEST:
                    continue
                cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
                outputs = [output for cell in cells for output in cell.get("outputs", [])]
                found += self._readable([output.get("data", {}).get(MIME) for output in outputs])
            except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
                continue
        return found

    def _readable(self, raw: list[Any]) -> list[Json]:
        records = (read_record(self.name, self.questions, one) for one in raw)
        return sorted((record for record in records if record is not None), key=order)


def _forget(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return
