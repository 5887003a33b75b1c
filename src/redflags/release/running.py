"""Runs notebooks top to bottom in a Python of their own, and reads what they leave in variables."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

PATIENCE = 120
"""Seconds for one notebook: a student waits less."""


@dataclass(frozen=True)
class Run:
    """What became of a notebook."""

    cell: int | None = None
    """Number of the cell that failed, from 0; None if none did."""
    line: int = 1
    """The line that failed, in that cell."""
    error: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    """Variable -> plain value, of those that were asked for."""


@dataclass(frozen=True)
class Job:
    """A notebook to run."""

    cells: list[str]
    """Sources of its code cells."""
    wanted: dict[str, str] = field(default_factory=dict)
    """Variable -> type of value."""
    me: str | None = None
    """A student's name to put in place of the notebook's own."""


def run(jobs: list[Job], folder: Path) -> list[Run]:
    """Run notebooks one after the other, each from nothing and up to the first cell that fails.

    Parameters
    ----------
    jobs
        The notebooks; all in one Python, since its start takes longer than they do.
    folder
        The current folder while they run: a notebook finds its questions beside itself.
    """
    script = Path(__file__).with_name("run_cells.py")
    try:
        done = subprocess.run(
            # -P: this folder's modules are no names for cells.
            [sys.executable, "-P", "-W", "ignore", str(script)],
            input=json.dumps([asdict(job) for job in jobs]),
            capture_output=True,
            text=True,
            cwd=folder,
            timeout=PATIENCE * len(jobs),
            check=False,
        )
    except subprocess.TimeoutExpired:
        return [Run(cell=0, error=f"the notebook runs for more than {PATIENCE} seconds")]
    if done.returncode:
        return [Run(cell=0, error=(done.stderr.strip().splitlines() or ["Python ended without a word"])[-1])]
    return [Run(**one) for one in json.loads(done.stdout.splitlines()[-1])]
