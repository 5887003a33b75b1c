"""Runs a notebook's code where it can do no harm: bubblewrap, no network, no files but its own, limits on all it takes.

What may be seen inside: the system's programs, Python and its libraries, read-only. No home, no key, no other
submission, no `/etc`. Everything written lies in memory and is gone with the last process.
"""

from __future__ import annotations

import functools
import json
import os
import selectors
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import redflags
from redflags.grading import processes
from redflags.grading.limits import Limits
from redflags.grading.plain_text import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

BWRAP = "bwrap"
_INSIDE = Path(__file__).with_name("inside.py")
_PACKAGE = Path(redflags.__file__).parent
_USERS = 100_000_000
"""Where numbers of users without a name begin: one for each worker, so that no process counts for another."""
_OWN = "/tmp"  # noqa: S108 - the sandbox's own, in memory
_STEP = 0.05
_SHOWN = 400
"""Signs of what was printed that are kept: a few lines."""

ADVICE = """\
Code of students is only run in a sandbox, and there is none here: {reason}
One of these helps:
  - Linux, as root:      apt-get install bubblewrap
  - Linux, otherwise:    ask for `bubblewrap` to be installed. Ubuntu 24.04 and newer also need an AppArmor profile that
                         lets /usr/bin/bwrap use user namespaces; a container needs to be started with them allowed.
  - macOS, Windows:      grade in a Linux machine: WSL 2, a virtual machine, or a server of your institution
  - no code to run:      --no-code marks players and texts alone, and leaves values without marks
  - --unsafe             runs students' code with YOUR rights on this machine: it can read and change your files, other
                         students' marks among them, and use the network. Only where nothing can be lost: in a virtual
                         machine that you throw away."""


class SandboxError(RuntimeError):
    """There is no sandbox, or it can't be started; says what helps."""


@dataclass
class Ran:
    """What came of running a notebook."""

    values: dict[str, Any] = field(default_factory=dict)
    """The last value of each variable, as on the wire (`redflags.grading.encoder`)."""
    errors: dict[int, str] = field(default_factory=dict)
    """What cells ended with, by their number."""
    cells: int = 0
    """Cells that came to their end."""
    stopped: str = ""
    """Why it was stopped; empty if it came to its end."""
    started: bool = False
    done: bool = False
    printed: str = ""
    """The beginning of what was printed."""


def run(
    cells: Sequence[str],
    variables: Sequence[str],
    files: dict[str, str] | None = None,
    limits: Limits | None = None,
    *,
    unsafe: bool = False,
) -> Ran:
    """Run cells in order and return named values.

    Parameters
    ----------
    cells
        Sources of code cells.
    variables
        Names whose values are handed out.
    files
        Text files to lie beside the notebook, by name.
    limits
        What it may take.
    unsafe
        Run it without a sandbox, with the rights of this process.
    """
    limits = limits or Limits()
    user = 0 if unsafe or os.geteuid() else _USERS + threading.get_native_id()
    task = {
        "cells": list(cells),
        "variables": list(variables),
        "files": files or {},
        "user": user,
        "limits": _hard(limits, unsafe=unsafe),
    }
    with tempfile.TemporaryFile() as given, tempfile.TemporaryDirectory() as place:
        given.write(json.dumps(task).encode())
        given.seek(0)
        reading, writing = os.pipe()
        with os.fdopen(reading, "rb", buffering=0) as results:
            try:
                process = subprocess.Popen(
                    [*([] if unsafe else _walls(limits)), sys.executable, "-I", str(_INSIDE), str(writing)],
                    stdin=given,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.STDOUT,
                    pass_fds=[writing],
                    start_new_session=True,
                    cwd=place if unsafe else "/",
                    env={**os.environ, **_environment(place)} if unsafe else {"PATH": os.environ.get("PATH", "")},
                )
            except FileNotFoundError as error:
                raise SandboxError(ADVICE.format(reason="the program `bwrap` is not installed.")) from error
            finally:
                os.close(writing)
            with process:
                return _watched(process, results, limits)


@functools.cache
def require() -> None:
    """Make sure that code can be run in the sandbox.

    Raises
    ------
    SandboxError
        It can't; the message says what helps.
    """
    if not sys.platform.startswith("linux"):
        raise SandboxError(ADVICE.format(reason="bubblewrap is for Linux alone."))
    if shutil.which(BWRAP) is None:
        raise SandboxError(ADVICE.format(reason="the program `bwrap` is not installed."))
    ran = run(["sandboxed = 6 * 7"], ["sandboxed"], limits=Limits(seconds=30))
    if ran.values.get("sandboxed") != 42:  # noqa: PLR2004 - what the cell computes
        raise SandboxError(
            ADVICE.format(reason=f"`bwrap` can't make one ({ran.printed or ran.stopped or 'no reason'}).")
        )


# --- the walls ---


def _hard(limits: Limits, *, unsafe: bool) -> dict[str, int]:
    """Return limits of the system by their names in `resource`."""
    if sys.platform == "win32":
        return {}
    hard = {
        "RLIMIT_CPU": limits.cpu,
        "RLIMIT_FSIZE": limits.disk,
        "RLIMIT_CORE": 0,
        "RLIMIT_NOFILE": 256,
        "RLIMIT_AS": limits.address,
        # Without a user of its own it would count all that this user runs.
        **({} if unsafe else {"RLIMIT_NPROC": limits.processes}),
    }
    return hard if sys.platform.startswith("linux") else {"RLIMIT_CPU": limits.cpu}


def _environment(home: str) -> dict[str, str]:
    return {
        "HOME": home,
        "TMPDIR": home,
        "IPYTHONDIR": f"{home}/.ipython",
        "MPLBACKEND": "Agg",
        "MPLCONFIGDIR": f"{home}/.mpl",
        "PYTHONDONTWRITEBYTECODE": "1",
        # A pool of threads for each library would be counted as processes.
        **dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"),
        "REDFLAGS_GRADING": "1",
    }


def _walls(limits: Limits) -> list[str]:
    """Return the command that starts another one in the sandbox."""
    root = os.geteuid() == 0
    return [
        BWRAP,
        # As root we leave root inside (`inside._become`), which is all that these two rights are for.
        *(["--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"] if root else ["--unshare-user"]),
        *("--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try"),
        # Whatever a notebook leaves behind ends with us; and it can't type into our terminal.
        *("--die-with-parent", "--new-session", "--hostname", "sandbox"),
        *("--clearenv", "--setenv", "PATH", "/usr/bin:/bin"),
        *(word for name, value in _environment(_OWN).items() for word in ("--setenv", name, value)),
        *_system(),
        *("--proc", "/proc", "--dev", "/dev"),
        *("--perms", "1777", "--size", str(limits.disk), "--tmpfs", _OWN),
        *_libraries(),
        *("--perms", "0777", "--dir", f"{_OWN}/work", "--chdir", f"{_OWN}/work"),
        # Both are memory without a limit as long as they can be written.
        *("--remount-ro", "/dev", "--remount-ro", "/"),
        "--",
    ]


@functools.cache
def _system() -> tuple[str, ...]:
    """Bind the system's programs and libraries, and nothing of its settings but where libraries are."""
    words = ["--ro-bind", "/usr", "/usr"]
    for name in ("bin", "sbin", "lib", "lib32", "lib64"):
        path = Path("/", name)
        if path.is_symlink():
            words += ["--symlink", str(path.readlink()), str(path)]
        elif path.is_dir():
            words += ["--ro-bind", str(path), str(path)]
    for name in ("/etc/ld.so.cache", "/etc/alternatives"):
        words += ["--ro-bind-try", name, name]
    return tuple(words)


@functools.cache
def _libraries() -> tuple[str, ...]:
    """Bind Python, its libraries and this package, as far as the system's folders don't hold them."""
    wanted = {place for name in (sys.base_prefix, sys.prefix, _PACKAGE) for place in (Path(name), Path(name).resolve())}
    outside = [path for path in sorted(wanted) if not path.is_relative_to("/usr")]
    # What another one holds needs no place of its own.
    places = [path for path in outside if not any(path != other and path.is_relative_to(other) for other in outside)]
    # bubblewrap makes the folders above for itself alone, and we are somebody else by then.
    above = sorted({folder for path in places for folder in path.parents} - {Path("/"), Path(_OWN)})
    return (
        *(word for folder in above for word in ("--perms", "0755", "--dir", str(folder))),
        *(word for path in places for word in ("--ro-bind", str(path), str(path))),
    )


# --- while it runs ---


def _watched(process: subprocess.Popen[bytes], results: Any, limits: Limits) -> Ran:
    """Read what comes out, count it, and end the process when any limit is reached."""
    ran, reader = Ran(), _Reader(process, results)
    end = time.monotonic() + limits.seconds
    following = processes.Tree(process.pid)
    with reader:
        # A process that closed its outputs may still run; one that ended may have left its outputs to another.
        while reader.open() and not ran.stopped and not ran.done:
            more = reader.take(ran)
            ran.stopped = _reason(end, reader, following, limits)
            if not more and process.poll() is not None:
                break
    if not ran.stopped and not ran.done:
        ran.stopped = _outlasts(process, end, limits)
    following.end(process)
    if not ran.stopped and not ran.started:
        ran.stopped = "could not be started"
    elif not ran.stopped and not ran.done:
        # bubblewrap passes a signal on as a shell does.
        over = process.returncode in {128 + signal.SIGXCPU, -signal.SIGXCPU}
        ran.stopped = f"took more than {limits.cpu} seconds of processor time" if over else "ended itself"
    return ran


class _Reader:
    """Reads what is printed and what is handed out, and counts both."""

    def __init__(self, process: subprocess.Popen[bytes], results: Any) -> None:
        self.printed = self.handed = 0
        self._results, self._line = results, bytearray()
        self._waiting = selectors.DefaultSelector()
        for stream in (process.stdout, results):
            if stream is not None:
                self._waiting.register(stream, selectors.EVENT_READ)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._waiting.close()

    def open(self) -> bool:
        """Whether anything may still come."""
        return bool(self._waiting.get_map())

    def take(self, ran: Ran) -> bool:
        """Take what has come by now, or in the next moment; says whether anything has."""
        come = self._waiting.select(_STEP)
        for key, _ in come:
            content = os.read(key.fd, 1 << 20)
            if not content:
                self._waiting.unregister(key.fileobj)
            elif key.fileobj is self._results:
                self.handed += len(content)
                self._line += content
                _take(ran, self._line)
            else:
                self.printed += len(content)
                if len(ran.printed) < _SHOWN:
                    ran.printed += printable(content[:_SHOWN].decode("utf-8", "replace"), _SHOWN)
        return bool(come)


def _outlasts(process: subprocess.Popen[bytes], end: float, limits: Limits) -> str:
    try:
        process.wait(max(0.0, end - time.monotonic()))
    except subprocess.TimeoutExpired:
        return f"ran longer than {limits.seconds:g} seconds"
    return ""


def _reason(end: float, reader: _Reader, following: processes.Tree, limits: Limits) -> str:
    """Return why it must be stopped, or nothing."""
    if reader.printed > limits.output:
        return f"printed more than {limits.output / 1e6:g} MB"
    if reader.handed > limits.values:
        return "values too large"
    if time.monotonic() > end:
        return f"ran longer than {limits.seconds:g} seconds"
    if following.memory() > limits.memory:
        return f"took more than {limits.memory / 1e9:g} GB of memory"
    return ""


def _take(ran: Ran, line: bytearray) -> None:
    """Take whole lines of results; a line that is none was written by the student's code."""
    *whole, rest = line.split(b"\n")
    line[:] = rest
    for one in whole:
        with suppress(ValueError, RecursionError, TypeError, AttributeError):
            said = json.loads(one)
            ran.started = ran.started or said.get("ready") is True
            ran.done = ran.done or said.get("done") is True
            if isinstance(said.get("values"), dict):
                ran.values.update(said["values"])
            if type(said.get("cell")) is int:
                ran.cells = said["cell"]
                if isinstance(said.get("error"), str) and said["error"]:
                    ran.errors[said["cell"]] = printable(said["error"], 200)
