"""Proof that the built JupyterLite is whole and asks no other host for anything."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from redflags.lite.problem import LiteError
from redflags.lite.shell import CORE, PYODIDE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KERNEL = "@jupyterlite/pyodide-kernel-extension:kernel"
PYODIDE_URL = f"./{PYODIDE.as_posix()}/pyodide.mjs"
LOCK = PYODIDE / "pyodide-lock.json"


def check(site: Path) -> None:
    """Hold a built JupyterLite against every gate.

    Raises
    ------
    LiteError
        One or more don't hold; the message has a line for each.
    """
    if found := list(problems(site)):
        raise LiteError("JupyterLite was built, but it is not sound:\n" + "\n".join(f"  {line}" for line in found))


def problems(site: Path) -> Iterator[str]:
    """Say what is wrong with a built JupyterLite."""
    for name in CORE:
        if not (site / PYODIDE / name).is_file():
            yield f"{PYODIDE / name}: missing"
    yield from _lock_problems(site)
    for path in sorted(site.glob("**/jupyter-lite.json")):
        settings = _kernel_settings(path)
        if path.parent == site and settings.get("pyodideUrl") != PYODIDE_URL:
            yield f"{path.name}: pyodideUrl is {settings.get('pyodideUrl')!r}, so the kernel would come from a CDN"
        if path.parent == site and settings.get("disablePyPIFallback") is not True:
            yield f"{path.name}: disablePyPIFallback isn't on, so packages could come from PyPI"
        if "://" in json.dumps(settings):
            yield f"{path.relative_to(site)}: the kernel's settings name another host"
    for path in sorted((site / "api" / "contents").rglob("all.json")):
        for entry in json.loads(path.read_text(encoding="utf-8"))["content"]:
            if not (site / "files" / entry["path"]).exists():
                yield f"files/{entry['path']}: listed and missing"


def _lock_problems(site: Path) -> Iterator[str]:
    text = (site / LOCK).read_text(encoding="utf-8")
    if "://" in text:
        yield f"{LOCK}: names another host"
    packages = json.loads(text)["packages"]
    for name, package in packages.items():
        wheel = site / PYODIDE / package["file_name"]
        if not wheel.is_file():
            yield f"{LOCK}: {name}: no file {package['file_name']}"
        elif hashlib.sha256(wheel.read_bytes()).hexdigest() != package["sha256"]:
            yield f"{LOCK}: {name}: {package['file_name']} is another file than the lock says"
        elif not wheel.name.endswith("-none-any.whl"):
            yield f"{LOCK}: {name}: {wheel.name} holds compiled code"
        if gone := [other for other in package["depends"] if other not in packages]:
            yield f"{LOCK}: {name} needs {', '.join(gone)}, which it doesn't have"


def _kernel_settings(path: Path) -> dict[str, Any]:
    config = json.loads(path.read_text(encoding="utf-8")).get("jupyter-config-data", {})
    found: dict[str, Any] = config.get("litePluginSettings", {}).get(KERNEL, {})
    return found
