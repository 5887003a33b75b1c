"""A question in a notebook that keeps its answer and tells nothing of right and wrong."""

from __future__ import annotations

from html import escape
from typing import Any

import traitlets

from redflags.exercises.responses import how, places_in_words
from redflags.static_answers import rich
from redflags.static_files import STATIC
from redflags.static_html import questions_html
from redflags.widgets.show import Player


class AnswerWidget(Player):
    """One question of kind `item` or `text`.

    Parameters
    ----------
    question
        The question, as in the file of questions.
    number
        Its number in the exercise, from 1.
    """

    _esm = STATIC / "answer-widget.js"
    _css = STATIC / "players.css"

    question = traitlets.Dict().tag(sync=True)
    number = traitlets.Int(1).tag(sync=True)
    response = traitlets.Any(None, allow_none=True).tag(sync=True)
    """The answer, in the shape of the item's type; a text for a text."""
    older = traitlets.Bool(default_value=False).tag(sync=True)
    """Whether the question has changed since it was answered."""
    saved = traitlets.Unicode("").tag(sync=True)
    """When the answer was kept (ISO); empty if there is none."""
    kept = traitlets.Int(0).tag(sync=True)
    """Number of the newest record: it changes with each, also where the time doesn't."""
    problem = traitlets.Unicode("").tag(sync=True)
    """Why the file beside the notebook could not be written."""
    page = traitlets.Unicode("").tag(sync=True)
    """The view of the notebook that ran the cell: another one can't change the cell's output."""

    def static_html(self) -> str:
        """Return the question as it reads where no widgets are, with the way to answer it in code."""
        return question_html(self.question, self.number)

    def __repr__(self) -> str:
        """Say which question this is."""
        return f"Question {self.number} ({self.question['id']})"


def question_html(question: dict[str, Any], number: int) -> str:
    """Return a question as plain HTML."""
    if question["kind"] == "text":
        body = (
            f"<section><h3>Question {number} · In your own words</h3><p><strong>{rich(question['asks'])}</strong></p>"
            f"<p>About {question['words']} words.</p></section>"
        )
    else:
        body = questions_html({"items": [question["item"]], "case_studies": []}, 3, first=number)
    places = places_in_words(question)
    return (
        f"{body}<p>Where no player shows above, answer in a code cell. {escape(how(question))}"
        f"{' ' + escape(places) if places else ''}</p>"
    )
