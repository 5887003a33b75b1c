"""What a command takes: time, processor and memory, of it and of all that it starts."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from redflags.grading import processes

_EVERY = 0.1


@dataclass(frozen=True)
class Cost:
    """What one run took."""

    seconds: float
    processor: float | None
    """Seconds of processor, of the command and all that it started; None where the system doesn't count them."""
    memory: int
    """Bytes held at once, by all of them."""


def measure(command: list[str], place: Path, log: Path) -> Cost:
    """Run a command, and count what it and all that it starts take."""
    memory, counter = 0, _counter()
    start = time.monotonic()
    # A group of the kernel's counts processes that were ended as well, which no parent has waited for.
    joined = ["sh", "-c", f'echo $$ > {counter}/cgroup.procs && exec "$@"', "sh", *command] if counter else command
    with log.open("w", encoding="utf-8") as words:
        # nbgrader starts `alembic` by its name.
        path = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"}
        process = subprocess.Popen(joined, cwd=place, env=path, stdout=words, stderr=subprocess.STDOUT)
        tree = processes.Tree(process.pid)
        while process.poll() is None:
            memory = max(memory, tree.memory())
            time.sleep(_EVERY)
    if process.returncode:
        raise RuntimeError(f"{command[0]} failed: see {log}")
    return Cost(time.monotonic() - start, _counted(counter), memory)


def _counter() -> Path | None:
    """Make a group of processes whose processor time the kernel counts, where we may."""
    for root in (Path("/sys/fs/cgroup/cpuacct"), Path("/sys/fs/cgroup")):
        if any((root / name).is_file() for name in ("cpuacct.usage", "cgroup.controllers")):
            group = root / f"redflags-bench-{time.monotonic_ns()}"
            with suppress(OSError):
                group.mkdir()
                return group
    return None


def _counted(group: Path | None) -> float | None:
    if group is None:
        return None
    try:
        old = group / "cpuacct.usage"
        if old.is_file():
            return int(old.read_text("ascii")) / 1e9
        return int((group / "cpu.stat").read_text("ascii").split()[1]) / 1e6
    finally:
        with suppress(OSError):
            group.rmdir()
