"""The course's package as a browser's kernel gets it: what notebooks import, the players, and compiled content."""

from __future__ import annotations

import ast
import json
from typing import TYPE_CHECKING

from redflags import __version__
from redflags.lite.archive import write_wheel
from redflags.notebooks import WHEEL
from redflags.static_files import STATIC

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PACKAGE = STATIC.parent
ROOTS = ("clinical", "exercises", "marking", "plots", "simulation", "widgets")
"""Packages that a notebook may name; whatever they import comes along, and nothing else."""
PLAYERS = ("*widget.js", "*widget.css", "players.css", "tokens.json")
"""Files of `static/` that widgets and charts read; pages have their own."""
INFO = f"redflags-{__version__}.dist-info"
METADATA = f"""\
Metadata-Version: 2.3
Name: redflags
Version: {__version__}
Summary: Questions, marking and widgets of the open course When Back Pain Is Cancer
License-Expression: BSD-3-Clause AND CC-BY-4.0
Requires-Python: >=3.11
Requires-Dist: anywidget>=0.9.21
Requires-Dist: ipywidgets>=8.1
Requires-Dist: plotly>=6
"""
WHEEL_FILE = "Wheel-Version: 1.0\nGenerator: redflags\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def own_wheel(folder: Path, content: Path = STATIC / "content") -> Path:
    """Write the wheel into a folder; returns its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / WHEEL
    write_wheel(path, files(content), INFO)
    return path


def files(content: Path) -> dict[str, bytes]:
    """Return the wheel's files by name.

    Content is what the compiler wrote: marked items without their keys, and no exercise's solution.
    """
    found = {f"redflags/{path.relative_to(PACKAGE).as_posix()}": path.read_bytes() for path in modules()}
    for pattern in PLAYERS:
        found |= {f"redflags/static/{path.name}": path.read_bytes() for path in STATIC.glob(pattern)}
    for path in sorted(content.rglob("*.json")):
        # Without the blanks that make it easy to read.
        data = json.dumps(json.loads(path.read_bytes()), ensure_ascii=False, separators=(",", ":"))
        found[f"redflags/static/content/{path.relative_to(content).as_posix()}"] = data.encode()
    return {**found, f"{INFO}/METADATA": METADATA.encode(), f"{INFO}/WHEEL": WHEEL_FILE.encode()}


def modules() -> list[Path]:
    """Return the files of the roots and of every module of ours that these import, however far down."""
    todo = [path for root in ROOTS for path in sorted((PACKAGE / root).rglob("*.py"))]
    seen: set[Path] = {PACKAGE / "__init__.py"}
    while todo:
        path = todo.pop()
        if path in seen:
            continue
        seen.add(path)
        for name in _imported(ast.parse(path.read_bytes())):
            todo += _files_of(name)
    return sorted(seen)


def _imported(tree: ast.AST) -> Iterator[str]:
    """Return the dotted names of ours that a module imports when it runs."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "redflags")
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "redflags":
            yield str(node.module)
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        else:
            yield from _imported(node)


def _files_of(name: str) -> Iterator[Path]:
    """Return the file of a dotted name, if it is a module, and the packages above it."""
    steps = name.split(".")[1:]
    for count in range(len(steps)):
        package = PACKAGE.joinpath(*steps[: count + 1])
        for path in (package / "__init__.py", package.with_suffix(".py")):
            if path.is_file():
                yield path
