"""Runs a notebook's cells top to bottom in a Python of their own, and reads what they leave in variables."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass, field
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


def run(cells: list[str], folder: Path, wanted: dict[str, str], me: str | None = None) -> Run:
    """Run code cells in order, stopping at the first that fails.

    Parameters
    ----------
    cells
        Their sources.
    folder
        The current folder while they run: a notebook finds its questions beside itself.
    wanted
        Variable -> type of value.
    me
        A student's name to put in place of the notebook's own.
    """
    asked = json.dumps({"cells": cells, "wanted": wanted, "me": me})
    script = Path(__file__).with_name("run_cells.py")
    try:
        done = subprocess.run(
            [sys.executable, "-W", "ignore", str(script)],
            input=asked,
            capture_output=True,
            text=True,
            cwd=folder,
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Run(cell=0, error=f"the notebook runs for more than {PATIENCE} seconds")
    if done.returncode:
        return Run(cell=0, error=(done.stderr.strip().splitlines() or ["Python ended without a word"])[-1])
    return Run(**json.loads(done.stdout.splitlines()[-1]))
