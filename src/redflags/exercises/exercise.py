"""What a student's notebook calls: questions asked, values checked for their form, answers kept and handed in."""

from __future__ import annotations

import json
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from redflags.exercises.keeping import Answers
from redflags.exercises.output import display, update_display
from redflags.exercises.questions import load
from redflags.exercises.records import FORMAT, MIME
from redflags.exercises.responses import literal_response, missing, spoken
from redflags.exercises.summary import summary_html, summary_text
from redflags.exercises.values import form_problem
from redflags.exercises.variants import variant
from redflags.exercises.widget import AnswerWidget

if TYPE_CHECKING:
    from collections.abc import Mapping

Json = dict[str, Any]


class Exercise:
    """An exercise of the course.

    Parameters
    ----------
    name
        The exercise, such as `02-red-flag-odds`.
    me
        Your student id, where the exercise asks for it: your data then differ from your neighbour's.
    folder
        Where the notebook stands; the current folder if None.

    Examples
    --------
    >>> exercise = Exercise("02-red-flag-odds")      # doctest: +SKIP
    >>> exercise.ask("q1")                           # doctest: +SKIP
    >>> exercise.summary()                           # doctest: +SKIP
    """

    def __init__(self, name: str, me: str = "", *, folder: Path | None = None) -> None:
        self._content = load(name, folder)
        self.name = name
        self.me = me.strip()
        self._questions = {question["id"]: question for question in self._content["questions"]}
        asked = {key: question for key, question in self._questions.items() if question["kind"] != "value"}
        self._answers = Answers(name, asked, folder or Path.cwd())
        self._widgets: dict[str, AnswerWidget] = {}
        self._checked: dict[str, str] = {}
        """By question: what its last check found; empty if nothing."""
        self._summed = False

    @property
    def variant(self) -> int:
        """Which data you have, where data vary; 0 elsewhere."""
        return variant(self.me) if self._content["seeded"] else 0

    @property
    def seed(self) -> int:
        """A number to seed `random.Random` with: the same for the same student."""
        return zlib.crc32(f"{self.name}/{self.variant}".encode())

    def __repr__(self) -> str:
        """Say which exercise this is."""
        return f"{self._content['title']} ({len(self._questions)} questions, about {self._content['minutes']} minutes)"

    def value(self, entry: str, name: str) -> Any:
        """Return a value of the course's evidence register.

        Parameters
        ----------
        entry
            The register's entry, such as `RF-IND-01`.
        name
            Which of its values.
        """
        values = self._content["evidence"].get(entry, {}).get("values", {})
        if name not in values:
            known = ", ".join(f"{one}: {', '.join(had['values'])}" for one, had in self._content["evidence"].items())
            raise KeyError(f"no value {name!r} of {entry!r} here; there are {known or 'none'}")
        return values[name]["value"]

    def ask(self, question: str) -> None:
        """Show a question; its answer is kept with each change, in the notebook and in the file beside it."""
        asked = self._named(question, {"item", "text"})
        number = list(self._questions).index(question) + 1
        record = self._answers.record(question)
        widget = AnswerWidget(
            question=asked,
            number=number,
            response=record["response"] if record else None,
            older=self._answers.is_older(question),
            saved=record["at"] if record else "",
        )
        self._widgets[question] = widget
        widget.observe(lambda change: self._keep(question, change["new"]), "response")
        display(widget)
        display(self._bundle(question), raw=True, display_id=self._output(question))

    def answer(self, question: str, response: Any) -> None:
        """Answer a question in code, where no player shows: a letter, a list, a mapping, a number or a text.

        Raises
        ------
        ResponseError
            The question has no such answer; the message says the shape.
        """
        given = literal_response(self._named(question, {"item", "text"}), response)
        widget = self._widgets.get(question)
        if widget is None or widget.response == given:
            self._keep(question, given)
        else:
            # Its observer keeps the answer, and its view shows it.
            widget.response = given
        display(self._bundle(question), raw=True, display_id=self._output(question))
        if self._answers.problem:
            print(self._answers.problem)

    def check(self, question: str, value: Any) -> None:
        """Say whether a value has the form that is asked; never whether it is right.

        Parameters
        ----------
        question
            The question's id, or the name of its variable.
        value
            What your code left in the variable.
        """
        by_variable = {one.get("variable"): key for key, one in self._questions.items()}
        asked = self._named(by_variable.get(question, question), {"value"})
        found = "not answered yet" if value is None or value is ... else form_problem(asked, value)
        self._checked[asked["id"]] = found
        print(f"{asked['variable']}: {found or 'the form is right; whether the value is, is marked later'}.")
        self._sum_again()

    def summary(self) -> None:
        """Show every question with its state, and a link that saves your answers as a file."""
        self._summed = True
        display(self._summary(), raw=True, display_id=f"redflags/{self.name}/summary")

    def _named(self, question: str, kinds: set[str]) -> Json:
        asked: Json | None = self._questions.get(question)
        if asked is None or asked["kind"] not in kinds:
            known = ", ".join(key for key, one in self._questions.items() if one["kind"] in kinds)
            raise KeyError(f"no such question {question!r} here; there are {known or 'none'}")
        return asked

    def _keep(self, question: str, response: Any) -> None:
        record = self._answers.put(question, response, self.me)
        widget = self._widgets.get(question)
        if widget is not None:
            widget.saved, widget.older = record["at"], False
            for other in self._widgets.values():
                other.problem = self._answers.problem
            widget.kept = record["n"]
        update_display(self._bundle(question), raw=True, display_id=self._output(question))
        self._sum_again()

    def _output(self, question: str) -> str:
        return f"redflags/{self.name}/{question}"

    def _bundle(self, question: str) -> Mapping[str, Any]:
        """Return the record of a question as an output: as data, and in words."""
        asked = self._questions[question]
        record = self._answers.record(question)
        empty = {"format": FORMAT, "exercise": self.name, "question": question, "hash": asked["hash"]}
        empty |= {"response": None, "complete": False, "me": self.me, "at": "", "n": 0}
        said = spoken(asked, record["response"] if record else None)
        words = (
            f"Answer kept in this notebook, {question}: {said}"
            if said
            else f"No answer yet in this notebook, {question}"
        )
        return {MIME: record or empty, "text/plain": words}

    def _summary(self) -> Mapping[str, Any]:
        rows = [self._state(key, question) for key, question in self._questions.items()]
        file = json.dumps(self._answers.file(self.me), ensure_ascii=False)
        link = f"data:application/json;charset=utf-8,{quote(file)}"
        name = f"{self.name}-answers.json"
        return {
            "text/html": summary_html(self._content["title"], rows, name, link, self._answers.problem),
            "text/plain": summary_text(rows),
        }

    def _state(self, key: str, question: Json) -> tuple[str, str, int]:
        """Return a question's number, its state in words, and its points."""
        number = f"{list(self._questions).index(key) + 1} ({key})"
        if question["kind"] == "value":
            found = self._checked.get(key)
            state = "run its check" if found is None else found or "checked: the form is right"
        elif self._answers.is_older(key):
            state = "changed since you answered: answer again"
        else:
            record = self._answers.record(key)
            state = missing(question, record["response"] if record else None) or "answered"
        return number, state, question["points"]

    def _sum_again(self) -> None:
        if self._summed:
            update_display(self._summary(), raw=True, display_id=f"redflags/{self.name}/summary")
