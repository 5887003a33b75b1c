"""What the figures were measured on."""

from __future__ import annotations

import os
import platform
import subprocess
from importlib.metadata import version


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
