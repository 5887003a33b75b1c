"""A process and all that it started: what they hold, and their end."""

from __future__ import annotations

import os
import signal
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess

_PROC = Path("/proc")
_EVERY = 0.1


class Tree:
    """Follows a process and its descendants, where the system tells (`/proc`)."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self._looked = 0.0
        self._held = 0

    def memory(self) -> int:
        """Return bytes held, as of at most a tenth of a second ago."""
        now = time.monotonic()
        if now - self._looked > _EVERY:
            self._looked = now
            page = os.sysconf("SC_PAGE_SIZE")
            self._held = page * sum(_resident(pid) for pid in descendants(self.pid))
        return self._held

    def end(self, process: subprocess.Popen[bytes]) -> None:
        """End all of them; in a sandbox the kernel ends what is left together with its first process."""
        started = descendants(self.pid)
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self.pid, signal.SIGKILL)
        for pid in started:
            with suppress(ProcessLookupError, PermissionError):
                os.kill(pid, signal.SIGKILL)
        process.wait()


def descendants(pid: int) -> list[int]:
    """Return a process and all that it started, those of threads too."""
    found, waiting = [], [pid]
    while waiting:
        one = waiting.pop()
        found.append(one)
        with suppress(OSError):
            for thread in (_PROC / str(one) / "task").iterdir():
                with suppress(OSError):
                    waiting += [int(child) for child in (thread / "children").read_text("ascii").split()]
    return found


def _resident(pid: int) -> int:
    """Return pages in memory."""
    try:
        return int((_PROC / str(pid) / "statm").read_text("ascii").split()[1])
    except (OSError, IndexError, ValueError):
        return 0
