"""A line that says how far grading is; on a terminal it is rewritten, elsewhere said ten times."""

from __future__ import annotations

import sys
import time
from typing import TextIO

_WIDTH = 30


class Progress:
    """Counts submissions.

    Parameters
    ----------
    total
        How many there are.
    stream
        Where it is said.
    """

    def __init__(self, total: int, stream: TextIO | None = None) -> None:
        self.total = total
        self.done = 0
        self._stream = stream or sys.stderr
        self._started = time.monotonic()
        self._said = -1.0

    def step(self, count: int = 1) -> None:
        """Say that so many more are done."""
        self.done += count
        now = time.monotonic()
        if self._stream.isatty():
            if now - self._said > 0.1 or self.done == self.total:  # noqa: PLR2004 - as often as anybody can read
                self._said = now
                filled = _WIDTH * self.done // max(self.total, 1)
                self._stream.write(f"\r[{'#' * filled}{'.' * (_WIDTH - filled)}] {self._words(now)} ")
        elif int(10 * self.done / max(self.total, 1)) > self._said:
            self._said = int(10 * self.done / max(self.total, 1))
            self._stream.write(f"{self._words(now)}\n")
        self._stream.flush()

    def end(self) -> None:
        """Leave the line."""
        if self._stream.isatty() and self.total:
            self._stream.write("\n")

    def _words(self, now: float) -> str:
        passed = now - self._started
        left = passed / self.done * (self.total - self.done) if self.done else 0
        return f"{self.done} of {self.total}, {int(left) // 60}:{int(left) % 60:02} left"
