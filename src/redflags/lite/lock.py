"""Pyodide's lock: which package is which file, all of them beside it.

JupyterLite's own add-on for this needs Python 3.12 to build; the course promises 3.11.
"""

from __future__ import annotations

import hashlib
import re
import zipfile
from email import message_from_bytes
from typing import TYPE_CHECKING, Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from email.message import Message
    from pathlib import Path

BROWSER = {
    "extra": "",
    "implementation_name": "cpython",
    "os_name": "posix",
    "platform_machine": "wasm32",
    "platform_python_implementation": "CPython",
    "platform_system": "Emscripten",
    "python_full_version": "3.14.2",
    "python_version": "3.14",
    "sys_platform": "emscripten",
}
"""What a marker such as `sys_platform != 'win32'` is judged by."""
ALSO = {"plotly": ["nbformat"]}
"""Packages that are loaded with another, though it doesn't ask: plotly shows a figure only if nbformat is there."""
NOT_WITH = {"redflags": {"plotly"}}
"""Packages that wait until a cell imports them: a quiz needs no chart library, which costs seconds."""
_TOP = re.compile(r"^([A-Za-z_]\w*)(?:/.*\.py|\.py)$")


def lock(info: Mapping[str, Any], wheels: Iterable[Path]) -> dict[str, Any]:
    """Return a lock for wheels that stand beside it.

    Parameters
    ----------
    info
        What Pyodide says of itself in its own lock.
    wheels
        Pure-Python wheels.
    """
    read = {wheel: _metadata(wheel) for wheel in wheels}
    names = {canonicalize_name(metadata["Name"]) for metadata in read.values()}
    packages = {}
    for wheel, metadata in read.items():
        name = canonicalize_name(metadata["Name"])
        packages[name] = {
            "depends": sorted((_depends(metadata) & names) - NOT_WITH.get(name, set()) | {*ALSO.get(name, [])}),
            "file_name": wheel.name,
            "imports": _imports(wheel),
            "install_dir": "site",
            "name": name,
            "package_type": "package",
            "sha256": hashlib.sha256(wheel.read_bytes()).hexdigest(),
            "unvendored_tests": False,
            "version": metadata["Version"],
        }
    return {"info": dict(info), "packages": dict(sorted(packages.items()))}


def _metadata(wheel: Path) -> Message:
    with zipfile.ZipFile(wheel) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        return message_from_bytes(archive.read(name))


def _depends(metadata: Message) -> set[str]:
    """Return the packages that a package needs in a browser."""
    requirements = [Requirement(text) for text in metadata.get_all("Requires-Dist", [])]
    return {
        canonicalize_name(one.name) for one in requirements if one.marker is None or one.marker.evaluate(dict(BROWSER))
    }


def _imports(wheel: Path) -> list[str]:
    """Return the names by which a wheel's modules are imported, which tell the kernel what a cell needs."""
    with zipfile.ZipFile(wheel) as archive:
        tops = {match[1] for name in archive.namelist() if (match := _TOP.match(name))}
    return sorted(tops)
