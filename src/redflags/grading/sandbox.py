"""Runs a notebook's code where it can do no harm: bubblewrap, no network, no files but its own, limits on all it takes.

What may be seen inside: the system's programs, Python and its libraries, read-only. No home, no key, no other
submission, no `/etc`. Everything written lies in memory and is gone with the last process. Where there is no
bubblewrap, `deno` has other walls; what comes out is read and bounded here in either case.
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
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Literal, Self, TypeAlias

import redflags
from redflags.grading import deno, processes
from redflags.grading.limits import Limits
from redflags.grading.plain_text import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Way: TypeAlias = Literal["sandbox", "deno", "unsafe"]
_Started: TypeAlias = "tuple[subprocess.Popen[bytes], IO[bytes] | None, IO[bytes] | None]"

BWRAP = "bwrap"
_INSIDE = Path(__file__).with_name("inside.py")
_PACKAGE = Path(redflags.__file__).parent
_USERS = 100_000_000
"""Where numbers of users without a name begin: one for each worker, so that no process counts for another."""
_OWN = "/tmp"  # noqa: S108 - the sandbox's own, in memory
_STEP = 0.05
_START = 120
"""Seconds until the first cell may run; the notebook's own clock starts then."""
_SHOWN = 400
"""Signs of what was printed that are kept: a few lines."""

ADVICE = """\
Code of students is only run in a sandbox, and there is none here: {reason}
One of these helps:
  - Linux, as root:      apt-get install bubblewrap
  - Linux, otherwise:    ask for `bubblewrap` to be installed. Ubuntu 24.04 and newer also need an AppArmor profile that
                         lets /usr/bin/bwrap use user namespaces; a container needs to be started with them allowed.
  - macOS, containers:   --deno runs it in Python for browsers, which Deno lets read that Python and nothing else.
                         Needs `pip install deno` and, once, `make html`; a notebook takes some seconds more.
  - Windows:             grade in a Linux machine: WSL 2, a virtual machine, or a server of your institution
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
    way: Way = "sandbox",
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
    way
        `sandbox` (bubblewrap), `deno`, or `unsafe`: without a sandbox, with the rights of this process.

    Raises
    ------
    SandboxError
        What it needs is not installed.
    """
    limits = limits or Limits()
    task: dict[str, Any] = {"cells": list(cells), "variables": list(variables), "files": files or {}}
    with tempfile.TemporaryFile() as given, tempfile.TemporaryDirectory() as place:
        start = _in_deno(task, given, place) if way == "deno" else _in_python(task, given, place, limits, way)
        with start as (process, printed, results), process:
            return _watched(process, printed, results, limits)


@contextmanager
def _in_deno(task: dict[str, Any], given: IO[bytes], place: str) -> Iterator[_Started]:
    _write(given, {**task, "modules": deno.modules()})
    process = subprocess.Popen(
        deno.command(),
        stdin=given,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        cwd=place,
        env={"DENO_DIR": place, "DENO_NO_UPDATE_CHECK": "1", "NO_COLOR": "1"},
    )
    yield process, process.stderr, process.stdout


@contextmanager
def _in_python(task: dict[str, Any], given: IO[bytes], place: str, limits: Limits, way: Way) -> Iterator[_Started]:
    unsafe = way == "unsafe"
    user = 0 if unsafe or os.geteuid() else _USERS + threading.get_native_id()
    _write(given, {**task, "user": user, "limits": _hard(limits, unsafe=unsafe)})
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
        yield process, process.stdout, results


def _write(given: IO[bytes], task: dict[str, Any]) -> None:
    given.write(json.dumps(task).encode())
    given.seek(0)


@functools.cache
def require(way: Way = "sandbox") -> None:
    """Make sure that code can be run in a sandbox.

    Raises
    ------
    SandboxError
        It can't; the message says what helps.
    """
    missing = deno.missing() if way == "deno" else _missing()
    if missing:
        raise SandboxError(ADVICE.format(reason=missing))
    ran = run(["sandboxed = 6 * 7"], ["sandboxed"], limits=Limits(seconds=60), way=way)
    if ran.values.get("sandboxed") != 42:  # noqa: PLR2004 - what the cell computes
        name = "Deno" if way == "deno" else "`bwrap`"
        raise SandboxError(
            ADVICE.format(reason=f"{name} can't make one ({ran.printed or ran.stopped or 'no reason'}).")
        )


def _missing() -> str:
    if not sys.platform.startswith("linux"):
        return "bubblewrap is for Linux alone."
    return "" if shutil.which(BWRAP) else "the program `bwrap` is not installed."


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


def _watched(process: subprocess.Popen[bytes], printed: Any, results: Any, limits: Limits) -> Ran:
    """Read what comes out, count it, and end the process when any limit is reached."""
    ran, reader = Ran(), _Reader(printed, results)
    end = time.monotonic() + _START
    following = processes.Tree(process.pid)
    with reader:
        # A process that closed its outputs may still run; one that ended may have left its outputs to another.
        while reader.open() and not ran.stopped and not ran.done:
            waits = not ran.started
            more = reader.take(ran)
            if waits and ran.started:
                end = time.monotonic() + limits.seconds
            ran.stopped = _reason(end, reader, following, limits)
            if not more and process.poll() is not None:
                break
    if not ran.stopped and not ran.done:
        ran.stopped = _outlasts(process, end, limits)
    following.end(process)
    if not ran.started:
        ran.stopped = "could not be started"
    elif not ran.stopped and not ran.done:
        # bubblewrap passes a signal on as a shell does.
        over = process.returncode in {128 + signal.SIGXCPU, -signal.SIGXCPU}
        ran.stopped = f"took more than {limits.cpu} seconds of processor time" if over else "ended itself"
    return ran


class _Reader:
    """Reads what is printed and what is handed out, and counts both."""

    def __init__(self, printed: Any, results: Any) -> None:
        self.printed = self.handed = 0
        self._results, self._line = results, bytearray()
        self._waiting = selectors.DefaultSelector()
        for stream in (printed, results):
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
