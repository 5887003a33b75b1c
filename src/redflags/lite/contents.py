"""The notebooks that JupyterLite shows: files, and a listing of each folder as its file browser reads it."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

THEN = "2026-01-01T00:00:00Z"
"""The time of every file: the same notebooks give the same bytes."""

LISTING = "all.json"
"""The listing's name in each folder; JupyterLite asks for none unless its settings name it."""


def write_contents(site: Path, files: Mapping[str, Path]) -> None:
    """Write files (path in JupyterLite -> where it is now) with the listings of their folders, and nothing else."""
    for old in (site / "files", site / "api" / "contents"):
        shutil.rmtree(old, ignore_errors=True)
    folders: dict[str, dict[str, dict[str, Any]]] = {"": {}}
    for path, source in sorted(files.items()):
        target = site / "files" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
        steps = path.split("/")
        for depth in range(len(steps) - 1):
            above, here = "/".join(steps[:depth]), "/".join(steps[: depth + 1])
            folders.setdefault(here, {})
            folders[above].setdefault(here, _entry(here, "directory", None))
        kind = "notebook" if path.endswith(".ipynb") else "file"
        folders["/".join(steps[:-1])][path] = _entry(path, kind, source.stat().st_size)
    for folder, entries in folders.items():
        listing = {**_entry(folder, "directory", None), "content": list(entries.values()), "format": "json"}
        target = site / "api" / "contents" / folder / LISTING
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(json.dumps(listing, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _entry(path: str, kind: str, size: int | None) -> dict[str, Any]:
    """Return a file or folder as Jupyter's contents service describes one, without its content."""
    return {
        "content": None,
        "created": THEN,
        "format": None,
        "hash": None,
        "hash_algorithm": None,
        "last_modified": THEN,
        "mimetype": None,
        "name": path.rsplit("/", 1)[-1],
        "path": path,
        "size": size,
        "type": kind,
        "writable": True,
    }
