"""The libraries of the browser's kernel: pinned in `requirements-browser.txt`, downloaded once, slimmed."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
from importlib.metadata import version
from typing import TYPE_CHECKING

from redflags.lite.archive import read_wheel, write_wheel
from redflags.lite.problem import LiteError

if TYPE_CHECKING:
    from pathlib import Path

REQUIREMENTS = "requirements-browser.txt"
"""Pins with hashes; `make lock` writes it."""
TWINS = ("anywidget", "ipywidgets", "plotly")
"""Libraries with a half in JupyterLab: both halves are of one version."""
NOT_NEEDED = {"jupyterlab-widgets", "widgetsnbextension"}
"""What ipywidgets asks for and a kernel has no use for: the halves in JupyterLab."""
_DEAD_WEIGHT = re.compile(r"^[^/]+\.data/data/|^plotly/package_data/(plotly\.min\.js|widgetbundle\.js)$|/tests?/")
"""Files that no kernel reads: copies of JupyterLab extensions, the chart library that the page has, tests."""
KERNEL = "extensions/@jupyterlite/pyodide-kernel-extension/static/pypi"
"""Where the kernel's extension holds its own wheels."""
KERNEL_WHEELS = ("ipykernel-", "piplite-", "pyodide_kernel-")


def wheels(root: Path, cache: Path, shell: Path) -> list[Path]:
    """Return the wheels of every library that a browser's kernel has.

    Raises
    ------
    LiteError
        They can't be had, or don't fit JupyterLab's side.
    """
    requirements = (root / REQUIREMENTS).read_text(encoding="utf-8")
    _check_twins(requirements)
    folder, stamp = cache / "wheels", cache / "wheels.made-from"
    made_from = hashlib.sha256(f"{requirements}{_DEAD_WEIGHT.pattern}{sorted(NOT_NEEDED)}".encode()).hexdigest()
    if not (stamp.is_file() and stamp.read_text(encoding="utf-8") == made_from):
        stamp.unlink(missing_ok=True)
        _download(_without(requirements, NOT_NEEDED), cache, folder)
        stamp.write_text(made_from, encoding="utf-8")
    own = [path for path in sorted((shell / KERNEL).glob("*.whl")) if path.name.startswith(KERNEL_WHEELS)]
    return [*sorted(folder.glob("*.whl")), *own]


def _check_twins(requirements: str) -> None:
    for name in TWINS:
        pinned = re.search(rf"^{name}==(\S+)", requirements, re.MULTILINE)
        if pinned is None or pinned[1] != version(name):
            found = pinned[1] if pinned else "none"
            raise LiteError(
                f"{REQUIREMENTS} has {name} {found}, this environment {version(name)}: "
                "both are one version, so run `make lock`, then `make html`"
            )


def _without(requirements: str, names: set[str]) -> str:
    """Return pinned requirements without some packages."""
    blocks = re.split(r"^(?=[A-Za-z0-9])", requirements, flags=re.MULTILINE)
    return "".join(block for block in blocks if block.partition("==")[0] not in names)


def _download(requirements: str, cache: Path, folder: Path) -> None:
    fresh = cache / "downloaded"
    for old in (fresh, folder):
        shutil.rmtree(old, ignore_errors=True)
        old.mkdir(parents=True)
    wanted = cache / REQUIREMENTS
    wanted.write_text(requirements, encoding="utf-8")
    print("Downloading the libraries of the browser's kernel (once) ...", flush=True)
    # For Pyodide's Python and for no platform: a wheel with compiled code could not be loaded.
    command = [
        *(sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"),
        *("--no-deps", "--require-hashes", "--only-binary=:all:", "--python-version=3.14", "--implementation=py"),
        *("--abi=none", "--platform=any", "--dest", str(fresh), "--requirement", str(wanted)),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise LiteError(f"the libraries of the browser's kernel can't be downloaded:\n{done.stderr}")
    for wheel in sorted(fresh.glob("*.whl")):
        files, info = read_wheel(wheel)
        kept = {name: data for name, data in files.items() if not _DEAD_WEIGHT.search(name)}
        write_wheel(folder / wheel.name, kept, info)
    shutil.rmtree(fresh)
