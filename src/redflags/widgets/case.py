"""A virtual patient in a notebook: the page's player, with log, state and marks readable in Python."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import traitlets

from redflags.replay_file import MOST_BYTES, ReplayError, read_log, read_replay, replay_text
from redflags.simulation import counterfactual, mark, replay
from redflags.static_case import case_html
from redflags.static_files import STATIC, compiled
from redflags.widgets.show import Player

Json = dict[str, Any]


class Case(Player):
    """A virtual patient of the course.

    Parameters
    ----------
    name
        Name of the case: its file in `book/cases/`, without `.yaml`.
    undo
        Whether acts can be taken back.

    Raises
    ------
    FileNotFoundError
        There is no such case.

    Examples
    --------
    >>> case = Case("parcel-packer")  # doctest: +SKIP
    >>> case.marks()["thoroughness"]  # doctest: +SKIP
    """

    _esm = STATIC / "case-widget.js"
    _css = STATIC / "case-widget.css"

    content = traitlets.Dict().tag(sync=True)
    """The compiled case."""
    state = traitlets.Dict().tag(sync=True)
    """What is kept: the case's hash, the log of this run, earlier runs, ticks of the debrief."""
    undo = traitlets.Bool(True).tag(sync=True)

    def __init__(self, name: str, *, undo: bool = True) -> None:
        super().__init__(content=compiled("cases", f"{name}.json"), undo=undo)

    def static_html(self) -> str:
        """Return the case as a readable story."""
        return case_html(self.content, undo=self.undo)

    def __repr__(self) -> str:
        """Say which case this is, not what the person has."""
        return f"Case({self.content['name']!r}, {len(self.content['actions'])} acts)"

    @property
    def log(self) -> list[Json]:
        """What the learner did in this run; empty where nothing was done, or what is kept can't be played."""
        if self.state.get("hash") != self.content["hash"]:
            return []
        try:
            return read_log(self.content, self.state.get("log"))
        except ReplayError:
            return []

    @property
    def now(self) -> Json:
        """The simulation's state: clock, findings, timeline, answers at each stage."""
        return replay(self.content, self.log)

    def marks(self) -> Json:
        """Return the marks by the printed rubric (docs/marking.md), as far as the run has come."""
        return mark(self.content, self.now)

    def what_if(self, action: str, hours: int) -> Json:
        """Return the state at the story's end had an act been ordered so many hours earlier.

        Raises
        ------
        KeyError
            The case has no such act.
        """
        known = [one["id"] for one in self.content["actions"]]
        if action not in known:
            raise KeyError(f"no act {action!r} in the case {self.content['name']!r}; its acts are {', '.join(known)}")
        return counterfactual(self.content, self.log, action, hours)

    def save_replay(self, path: str | Path) -> None:
        """Write this run as a file that a page of the book, or another notebook, opens."""
        Path(path).write_text(replay_text(self.content, self.log), encoding="utf-8")

    def open_replay(self, path: str | Path) -> None:
        """Play on from a file; what was played so far is kept among the earlier runs.

        Raises
        ------
        ReplayError
            The file is no replay of this case; the message says why.
        """
        with Path(path).open("rb") as file:
            raw = file.read(4 * MOST_BYTES + 1)
        try:
            log = read_replay(self.content, raw.decode())
        except UnicodeDecodeError as error:
            raise ReplayError("The file is not a replay: it isn't text.") from error
        others = self.state.get("others", []) if self.state.get("hash") == self.content["hash"] else []
        earlier = [*others, self.log] if self.log else others
        self.state = {"ticks": [], **self.state, "hash": self.content["hash"], "log": log, "others": earlier}
