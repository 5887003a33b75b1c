"""The other sandbox: Python for browsers (Pyodide) under Deno, which may read that Python's folder and nothing else.

For systems without bubblewrap. Deno refuses every file but those, every program, the network and the environment;
Pyodide's own files lie in memory. Memory is bounded by the four gigabytes that WebAssembly can address, and by us where
the system tells what a process holds; time by our clock. Pyodide under plain Node would be no sandbox.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from redflags.static_files import STATIC

HOST = STATIC / "deno-host.js"
PYODIDE = "REDFLAGS_PYODIDE"
"""The variable that names Pyodide's folder; without it, where `make html` puts it."""
_HERE = Path(__file__).parent
_BUILT = Path("_build", "site", "lite", "static", "pyodide")
_MODULES = ("__init__.py", "inside.py", "encoder.py")
"""What runs inside, of this folder: the package that browsers get has no grader."""


def program() -> str | None:
    """Return the program's path: PyPI's package puts it beside Python, which need not be on the path."""
    places = (os.environ.get("PATH", ""), str(Path(sys.executable).parent))
    return shutil.which("deno", path=os.pathsep.join(places))


def pyodide() -> Path:
    """Return the folder with Pyodide and the libraries of the browser's kernel."""
    named = os.environ.get(PYODIDE)
    return Path(named).resolve() if named else STATIC.parents[2] / _BUILT


def missing() -> str:
    """Say what this sandbox lacks; empty if nothing."""
    if program() is None:
        return "the program `deno` is not installed (pip install deno)."
    if not (pyodide() / "pyodide-lock.json").is_file():
        return f"{pyodide()} has no Pyodide: run `make html` once, or name its folder in {PYODIDE}."
    return "" if HOST.is_file() else f"{HOST} is missing: run `make html`."


def command() -> list[str]:
    """Return the command that runs a task from standard input; results come from its standard output."""
    place = str(pyodide())
    return [
        *(program() or "deno", "run", "--quiet", "--no-prompt"),
        # Nothing is fetched, and no settings of whatever folder we stand in are read.
        *("--no-remote", "--no-npm", "--no-config", "--no-lock"),
        *(f"--allow-read={place}", str(HOST), place),
    ]


def modules() -> dict[str, str]:
    """Return the sources of what runs inside, by file name."""
    return {name: (_HERE / name).read_text(encoding="utf-8") for name in _MODULES}
