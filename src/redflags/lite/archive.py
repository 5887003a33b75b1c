"""Wheels as files: the same content gives the same bytes."""

from __future__ import annotations

import base64
import hashlib
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_THEN = (1980, 1, 1, 0, 0, 0)


def write_wheel(path: Path, files: Mapping[str, bytes], info: str) -> None:
    """Write a wheel with a fresh RECORD in `info`, its `.dist-info` folder; leave it alone if it is as it was."""
    rows = [f"{name},sha256={_digest(data)},{len(data)}\n" for name, data in sorted(files.items())]
    record = f"{info}/RECORD"
    whole = {**files, record: "".join([*rows, f"{record},,\n"]).encode()}
    fresh = path.with_suffix(".new")
    with zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(whole):
            entry = zipfile.ZipInfo(name, _THEN)
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, whole[name])
    fresh.replace(path)


def _digest(data: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()


def read_wheel(path: Path) -> tuple[dict[str, bytes], str]:
    """Return a wheel's files without its RECORD, and the name of its `.dist-info` folder."""
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if not name.endswith("/")]
        info = next(name.split("/")[0] for name in names if name.endswith(".dist-info/METADATA"))
        return {name: archive.read(name) for name in names if name != f"{info}/RECORD"}, info
