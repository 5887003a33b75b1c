"""A score in a notebook: the page's form, its answers readable and settable in Python, and its result as a dict."""

from __future__ import annotations

from typing import Any

import traitlets

from redflags.clinical.scores import evaluate
from redflags.static_files import STATIC, compiled
from redflags.widgets.lab import Lab, in_state

Json = dict[str, Any]


class Score(Lab):
    """A score of the course.

    Each question is a trait, with `_` for `-`; None is not answered yet.

    Parameters
    ----------
    name
        Name of the score: its file in `book/scores/`, without `.yaml`.
    mode
        "drawn" where the score has a drawing.
    answers
        Answers to begin with, by question.

    Raises
    ------
    FileNotFoundError
        There is no such score, or it computes nothing.

    Examples
    --------
    >>> sins = Score("sins", location="junctional")   # doctest: +SKIP
    >>> sins.pain = "mechanical"                      # doctest: +SKIP
    >>> sins.result["total"]                          # doctest: +SKIP
    [6, 18]
    """

    _esm = STATIC / "lab-score-widget.js"
    lab_name = "score"

    def __init__(self, name: str, mode: str = "", **answers: Any) -> None:
        self._file = name
        super().__init__(mode, **answers)

    def _compiled(self) -> Json:
        found: Json = compiled("scores", f"{self._file}.json")
        self.add_traits(
            **{
                question["id"].replace("-", "_"): in_state(_trait(question), question["id"])
                for question in found["data"]["score"]["questions"]
            }
        )
        return found

    @property
    def answers(self) -> Json:
        """Question -> answer, without what is not answered yet."""
        given = {key: getattr(self, name) for name, key in self._keys().items()}
        return {key: answer for key, answer in given.items() if answer is not None}

    @property
    def result(self) -> Json:
        """What the score says of the answers, as `redflags.clinical.scores.evaluate` returns it."""
        return evaluate(self.content["data"]["score"], self.answers)

    def __repr__(self) -> str:
        """Say which score this is, and its answers."""
        given = "".join(
            f", {name}={getattr(self, name)!r}" for name, key in self._keys().items() if key in self.answers
        )
        return f"Score({self._file!r}{given})"


def _trait(question: Json) -> Any:
    """Return a trait that takes what the question can be answered with."""
    if "choices" in question:
        return traitlets.Enum([choice["id"] for choice in question["choices"]], None, allow_none=True)
    low, high, step = question["min"], question["max"], question["step"]
    if question.get("whole"):
        return traitlets.Enum(
            [low + step * count for count in range(round((high - low) / step) + 1)], None, allow_none=True
        )
    return traitlets.Float(None, allow_none=True, min=low, max=high)
