"""A quiz in a notebook: the page's player, with answers and marks readable in Python."""

from __future__ import annotations

from typing import Any

import traitlets

from redflags.marking import SELF_MARKED, ResponseError, certainty_mark, mark
from redflags.static_files import STATIC, compiled
from redflags.static_html import MODES, Sitting, quiz_html
from redflags.widgets.rows import Rows
from redflags.widgets.show import Player

EXAM = ":exam"
"""Where an exam's own record stands in the state; no item's id holds a colon."""


class MarkedElsewhereError(RuntimeError):
    """The marks of a marked quiz come from whoever has its key."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"marks for {name!r} come from your instructor: finish, save your answers and hand the file in; "
            "quiz.answers() shows what it holds"
        )


def _part(content: dict[str, Any], names: list[str]) -> dict[str, Any]:
    """Return a compiled quiz with some of its items and cases; a case is asked whole or not at all."""
    cases = {case["id"]: [step["item"] for step in case["steps"]] for case in content["case_studies"]}
    by_id = {item["id"]: item for item in content["items"]}
    within = {item for items in cases.values() for item in items}
    units = {**{item: [item] for item in by_id if item not in within}, **cases}
    unknown = [name for name in names if name not in units]
    if unknown:
        known = ", ".join(units)
        raise KeyError(f"no item {', '.join(unknown)} in the quiz {content['name']!r}; its items are {known}")
    return {
        **content,
        "items": [by_id[item] for name in names for item in units[name]],
        "case_studies": [case for case in content["case_studies"] if case["id"] in names],
    }


class Quiz(Player):
    """A quiz of the course.

    Parameters
    ----------
    name
        Name of the quiz: its file in `book/quizzes/`, without `.yaml`.
    items
        Ids of the items and cases to ask, in this order; all if None.
    mode
        "practice", "exam" or "review"; a marked quiz is always an exam.
    minutes
        Time for an exam, which the learner may extend; no limit if None.

    Raises
    ------
    FileNotFoundError
        There is no such quiz.
    KeyError
        The quiz has no such item.
    ValueError
        There is no such mode, or no such time.

    Examples
    --------
    >>> quiz = Quiz("red-flags")      # doctest: +SKIP
    >>> quiz.results()                # doctest: +SKIP
    """

    _esm = STATIC / "widget.js"
    _css = STATIC / "players.css"

    content = traitlets.Dict().tag(sync=True)
    """The compiled quiz."""
    state = traitlets.Dict().tag(sync=True)
    """What the learner did: item id -> hash, attempts (response, certainty, time), revealed.

    An exam keeps answers in the making as `draft` until it is finished, and its times under `:exam`.
    """
    mode = traitlets.Unicode("practice").tag(sync=True)
    minutes = traitlets.Int(None, allow_none=True).tag(sync=True)
    score = traitlets.Float(0.0)
    """Marks earned by first attempts, without those that learners give themselves; follows `state`."""

    def __init__(
        self, name: str, items: list[str] | None = None, *, mode: str | None = None, minutes: int | None = None
    ) -> None:
        content = compiled("quizzes", f"{name}.json")
        if items is not None:
            content = _part(content, items)
        mode = mode or ("exam" if content["marked"] else "practice")
        if mode not in MODES or (content["marked"] and mode != "exam"):
            allowed = ["exam"] if content["marked"] else MODES
            raise ValueError(f"no mode {mode!r} for the quiz {name!r}; allowed: {', '.join(allowed)}")
        if minutes is not None and minutes < 1:
            raise ValueError(f"minutes={minutes!r}: an exam takes a whole number of minutes, 1 or more")
        super().__init__(content=content, mode=mode, minutes=minutes)
        self.observe(self._remark, "state")

    def static_html(self) -> str:
        """Return the quiz as readable questions."""
        return quiz_html(self.content, sitting=Sitting(self.mode, self.minutes))

    def __repr__(self) -> str:
        """Say which quiz this is, not what it holds."""
        return f"Quiz({self.content['name']!r}, {len(self.content['items'])} items)"

    def _remark(self, _change: object) -> None:
        # Where the key is elsewhere, nothing can be marked.
        if self.content["marked"]:
            return
        self.score = sum(row["earned"] or 0 for row in self._rows() if not row["self_marked"])

    def _rows(self) -> list[dict[str, Any]]:
        """Return one record per item; marks come from the first attempt, as in the page."""
        rows = []
        for item in self.content["items"]:
            record = self.state.get(item["id"])
            attempts = (
                record.get("attempts", []) if isinstance(record, dict) and record.get("hash") == item["hash"] else []
            )
            first = attempts[0] if attempts else None
            row: dict[str, Any] = {
                "item": item["id"],
                "type": item["type"],
                "hash": item["hash"],
                "attempts": len(attempts),
                "self_marked": item["type"] in SELF_MARKED,
            }
            try:
                marked = mark(item, first["response"]) if first else None
            except (ResponseError, KeyError, TypeError):
                marked, first = None, None
            row["response"] = first["response"] if first else None
            row["certainty"] = first.get("certainty") if first else None
            row["earned"] = marked.earned if marked else None
            row["max"] = marked.max if marked else mark(item, None).max
            sure = row["certainty"]
            row["certainty_mark"] = certainty_mark(marked.fraction, sure) if marked and sure is not None else None
            rows.append(row)
        return rows

    def answers(self) -> dict[str, Any]:
        """Return what was answered in an exam, in the form of the file that a learner hands in.

        Answers count from the moment when the exam is finished; before that they stand here as they are.
        """
        exam = self.state.get(EXAM)
        exam = exam if isinstance(exam, dict) else {}
        return {
            "format": "redflags-answers/1",
            "quiz": self.content["name"],
            "title": self.content["title"],
            "started": exam.get("started"),
            "submitted": exam.get("submitted"),
            "items": [self._answer(item) for item in self.content["items"]],
        }

    def _answer(self, item: dict[str, Any]) -> dict[str, Any]:
        record = self.state.get(item["id"])
        record = record if isinstance(record, dict) and record.get("hash") == item["hash"] else {}
        attempts = record.get("attempts")
        first = attempts[0] if isinstance(attempts, list) and attempts and isinstance(attempts[0], dict) else {}
        return {
            "item": item["id"],
            "hash": item["hash"],
            "response": first.get("response", record.get("draft")),
            "certainty": first.get("certainty", record.get("sure")),
            "at": first.get("at"),
        }

    def results(self) -> Any:
        """Return one record per item: response, certainty, marks of the first attempt, number of attempts.

        Where `self_marked`, the learner gave the marks; where `max` is 0, nobody did. Add up neither with the others.

        Raises
        ------
        MarkedElsewhereError
            The quiz is marked: its key is not here.

        Returns
        -------
        pandas.DataFrame or list of dict
            A data frame where pandas is installed; elsewhere records, which show themselves as a table.
        """
        if self.content["marked"]:
            raise MarkedElsewhereError(self.content["name"])
        rows = self._rows()
        try:
            import pandas as pd
        except ImportError:
            return Rows(rows)
        return pd.DataFrame(rows)
