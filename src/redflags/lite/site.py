"""Put JupyterLite together in the built book: `redflags lite`."""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from redflags import __version__
from redflags.lite.contents import LISTING, write_contents
from redflags.lite.gates import KERNEL, LOCK, PYODIDE_URL, check
from redflags.lite.lock import lock
from redflags.lite.own_wheel import own_wheel
from redflags.lite.problem import LiteError
from redflags.lite.shell import PYODIDE, shell
from redflags.lite.wheels import wheels
from redflags.notebooks.addresses import CHAPTERS, FOLDER, LITE

if TYPE_CHECKING:
    from pathlib import Path

NAME = "When Back Pain Is Cancer"
EXERCISES = "exercises"
STORAGE = f"{NAME} {__version__}"
"""Where a browser keeps changed notebooks. A saved copy wins over a corrected notebook, so each release has its own."""
AT_START = ("micropip", "piplite", "ipykernel", "comm", "pyodide-kernel", "jedi", "ipython", "redflags")
"""Packages that load while the kernel starts, all at once. Without the first seven the kernel would fetch them."""
ENVIRONMENT = {
    "HOME": "/home/pyodide",
    # Plotly doesn't know this place; its own choice would write the whole chart library into each output.
    "PLOTLY_RENDERER": "plotly_mimetype",
}
_MADE_FROM = ".made-from"


def build_lite(root: Path) -> int:
    """Build JupyterLite into `_build/html/lite`; returns an exit code.

    What needs time, JupyterLite's own files and the libraries, is kept in `_build/lite` and made again only when a
    version changes; the course's package and notebooks are put in each time.
    """
    started = time.monotonic()
    site = root / "_build" / "html"
    try:
        _build(root, site, site / LITE)
    except LiteError as error:
        print(f"redflags: {error}", file=sys.stderr)
        return 1
    print(f"JupyterLite stands in _build/html/{LITE} ({time.monotonic() - started:.0f} s).")
    return 0


def _build(root: Path, site: Path, target: Path) -> None:
    if not (site / FOLDER).is_dir():
        raise LiteError("there are no notebooks yet: run `redflags html` first")
    cache = root / "_build" / "lite"
    cache.mkdir(parents=True, exist_ok=True)
    folder, made_from = shell(root, cache)
    _mirror(folder, target, made_from)
    _write_packages(root, target, [own_wheel(site / FOLDER), *wheels(root, cache, folder)])
    _configure(folder, target)
    write_contents(target, _notebooks(root, site))
    check(target)


def _mirror(folder: Path, target: Path, made_from: str) -> None:
    """Put JupyterLite's files in place, unless they are; by links where the disk can, since they are many."""
    stamp = target / _MADE_FROM
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == made_from:
        return
    shutil.rmtree(target, ignore_errors=True)

    def link(source: str, there: str) -> None:
        try:
            os.link(source, there)
        except OSError:
            shutil.copy2(source, there)

    shutil.copytree(folder, target, copy_function=link)
    stamp.write_text(made_from, encoding="utf-8")


def _write_packages(root: Path, target: Path, wheels: list[Path]) -> None:
    """Put the wheels and their lock beside Pyodide."""
    place = target / PYODIDE
    for old in place.glob("*.whl"):
        old.unlink()
    for wheel in wheels:
        shutil.copyfile(wheel, place / wheel.name)
    npm = root / "frontend" / "node_modules" / "pyodide" / "pyodide-lock.json"
    info = json.loads(npm.read_text(encoding="utf-8"))["info"]
    _replace(target / LOCK, lock(info, wheels))


def _configure(folder: Path, target: Path) -> None:
    """Write JupyterLite's settings."""
    name = "jupyter-lite.json"
    whole = json.loads((folder / name).read_text(encoding="utf-8"))
    data = whole["jupyter-config-data"]
    data |= {"appName": NAME, "contentsStorageName": STORAGE, "contentsAllJsonFile": LISTING}
    # Its own choice is an application that is not built: what `lite/` opens is the file browser.
    data |= {"faviconUrl": "./notebooks/favicon.ico", "appUrl": "./tree"}
    data.setdefault("litePluginSettings", {})[KERNEL] = {
        "pyodideUrl": PYODIDE_URL,
        "disablePyPIFallback": True,
        "pipliteUrls": [],
        "loadPyodideOptions": {"packages": list(AT_START), "env": ENVIRONMENT},
    }
    _replace(target / name, whole)


def _replace(path: Path, data: Any) -> None:
    """Write JSON as a new file: the old one may be a link to the cache's."""
    with suppress(FileNotFoundError):
        path.unlink()
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _notebooks(root: Path, site: Path) -> dict[str, Path]:
    """Return the chapters' notebooks and those that `redflags release` made, by their path in JupyterLite."""
    folders = {CHAPTERS: site / FOLDER, EXERCISES: root / "_build" / "exercises" / "lite"}
    return {
        f"{name}/{path.relative_to(folder).as_posix()}": path
        for name, folder in folders.items()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".whl" and not path.name.startswith(".")
    }
