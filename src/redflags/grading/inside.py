"""What runs in the sandbox: a plain IPython process that runs a notebook's cells and hands out named values.

A program of its own, started as `python -I inside.py FD`: it reads its task as JSON from standard input, and after each
cell writes a line of JSON to the file descriptor FD, with the values that changed. So what was computed before a cell
that never ends still counts. Under Deno the host (`frontend/src/deno-host.ts`) calls `work` and passes the lines on.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


def main() -> None:
    """Run the task's cells."""
    task = json.load(sys.stdin)
    _limit(task["limits"])
    if task["user"]:
        _become(task["user"])
    with Path(os.devnull).open(encoding="ascii") as nothing:
        os.dup2(nothing.fileno(), 0)
    work(task, _sender(int(sys.argv[1])))


def work(task: dict[str, Any], send: Callable[[str], object]) -> None:
    """Run a task's cells among its files; `send` takes each line of results."""
    for name, content in task["files"].items():
        Path(name).write_text(content, encoding="utf-8")
    _without_players()
    shell = _shell()
    send('{"ready": true}')
    _run(shell, task["cells"], task["variables"], send)
    send('{"done": true}')


def _limit(limits: dict[str, int]) -> None:
    """Set hard limits: nothing that runs later can raise them."""
    import resource

    for name, most in limits.items():
        # Past the soft limit of processor time comes a signal that says so; a second later one that nobody can refuse.
        hard = most + 1 if name == "RLIMIT_CPU" else most
        resource.setrlimit(getattr(resource, name), (most, hard))


def _become(user: int) -> None:
    """Leave root for good: the limit on processes is not enforced for root."""
    os.setgroups([])
    os.setresgid(user, user, user)
    os.setresuid(user, user, user)


def _without_players() -> None:
    """Put something light in the place of the widgets: nobody sees them here, and loading them takes long."""
    import types

    class AnswerWidget:
        def __init__(self, **traits: Any) -> None:
            self.__dict__.update(traits)

        def observe(self, *_: Any) -> None:
            """Nothing changes by itself."""

    name = "redflags.exercises.widget"
    sys.modules[name] = types.ModuleType(name)
    sys.modules[name].AnswerWidget = AnswerWidget  # type: ignore[attr-defined]


def _sender(descriptor: int, write: Callable[[int, bytes], int] = os.write) -> Callable[[str], None]:
    os.set_inheritable(descriptor, False)

    def send(line: str) -> None:
        left = line.encode("ascii", "replace") + b"\n"
        while left:
            left = left[write(descriptor, left) :]

    return send


def _shell() -> Any:
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    config = Config()
    config.HistoryManager.enabled = False
    config.InteractiveShell.colors = "NoColor"
    return InteractiveShell.instance(config=config)


def _run(shell: Any, cells: list[str], variables: list[str], send: Callable[[str], object]) -> None:
    from redflags.grading.encoder import encoded

    named, sent = shell.user_ns, dict[str, str]()
    quoted: Callable[[str], str] = json.encoder.encode_basestring_ascii
    # Bound now: the cells may put anything into `builtins`.
    get, kind, failure, missing = dict.get, type, BaseException, object()
    for number, source in enumerate(cells, start=1):
        error = ""
        try:
            done = shell.run_cell(source, store_history=False)
            failed = done.error_before_exec or done.error_in_exec
            if failed is not None:
                error = f"{kind(failed).__name__}: {failed}"[:200]
        except failure as escaped:  # whatever comes out of a student's cell
            error = kind(escaped).__name__
        values = []
        for name in variables:
            value = get(named, name, missing)
            if value is missing:
                continue
            words = encoded(value)
            if sent.get(name) != words:
                sent[name] = words
                values.append(f"{quoted(name)}: {words}")
        send(f'{{"cell": {number}, "error": {quoted(error)}, "values": {{{", ".join(values)}}}}}')


if __name__ == "__main__":
    main()
