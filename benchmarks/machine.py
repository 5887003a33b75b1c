"""What the figures were measured on."""

from __future__ import annotations

import os
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path


def describe(chromium: str) -> str:
    """Return one sentence: processor, memory, system and versions."""
    done = subprocess.run([chromium, "--version"], capture_output=True, text=True, check=True)
    return f"{plain()}, Jupyter Book {version('jupyter-book')}, {done.stdout.strip().split(' built ')[0]}"


def plain() -> str:
    """Return processor, memory, system and Python."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{os.cpu_count()} cores, {memory:.0f} GiB of memory, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}"
    )


class Stolen:
    """The share of the processors' time that the host gave to other machines, from now on."""

    def __init__(self) -> None:
        self._before = _ticks()

    def share(self) -> float | None:
        """Return it, from 0 to 1; None where the system doesn't tell."""
        if self._before is None or (now := _ticks()) is None:
            return None
        past = [one - other for one, other in zip(now, self._before, strict=True)]
        return past[_STEAL] / max(1, sum(past))

    def said(self) -> str:
        """Return it as a sentence; empty where the system doesn't tell."""
        share = self.share()
        return (
            "" if share is None else f"Other machines on its host took {share:.0%} of its processors' time meanwhile."
        )


_STEAL = 7
"""Its place in the first line of /proc/stat (proc(5)); the two after it are parts of the first two."""


def _ticks() -> list[int] | None:
    try:
        first = Path("/proc/stat").read_text(encoding="ascii").partition("\n")[0]
    except OSError:
        return None
    return [int(ticks) for ticks in first.split()[1 : _STEAL + 2]]
