"""Promise: a JupyterLite that would ask another host for anything, or lacks a file, is not published."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pytest

from redflags.book.build import _Quiet
from redflags.lite.archive import read_wheel, write_wheel
from redflags.lite.contents import write_contents
from redflags.lite.gates import KERNEL, LOCK, PYODIDE_URL, check, problems
from redflags.lite.lock import lock
from redflags.lite.problem import LiteError
from redflags.lite.shell import CORE, PYODIDE
from redflags.lite.wheels import _without

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

METADATA = "Metadata-Version: 2.3\nName: {}\nVersion: 1.0\n{}"


def wheel(folder: Path, name: str, *requires: str) -> Path:
    """Write a wheel of one module."""
    path, info = folder / f"{name}-1.0-py3-none-any.whl", f"{name}-1.0.dist-info"
    lines = "".join(f"Requires-Dist: {one}\n" for one in requires)
    write_wheel(path, {f"{name}.py": b"", f"{info}/METADATA": METADATA.format(name, lines).encode()}, info)
    return path


def settings(**changes: object) -> dict[str, object]:
    kernel = {"pyodideUrl": PYODIDE_URL, "disablePyPIFallback": True, **changes}
    return {"jupyter-config-data": {"litePluginSettings": {KERNEL: kernel}}}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Build the smallest JupyterLite that holds: two packages and one notebook."""
    folder = tmp_path / "lite"
    (folder / PYODIDE).mkdir(parents=True)
    for name in CORE:
        (folder / PYODIDE / name).write_bytes(b"")
    two = [
        wheel(folder / PYODIDE, "upper", "lower", "pydantic; sys_platform != 'emscripten'"),
        wheel(folder / PYODIDE, "lower"),
    ]
    (folder / LOCK).write_text(json.dumps(lock({"python": "3.14.2"}, two)))
    (folder / "jupyter-lite.json").write_text(json.dumps(settings()))
    (tmp_path / "one.ipynb").write_text("{}")
    write_contents(folder, {"chapters/1-why/one.ipynb": tmp_path / "one.ipynb"})
    return folder


def test_a_whole_jupyterlite_passes_every_gate(site: Path):
    assert list(problems(site)) == []
    packages = json.loads((site / LOCK).read_text())["packages"]
    assert packages["upper"]["depends"] == ["lower"]
    assert packages["upper"]["imports"] == ["upper"]
    listing = json.loads((site / "api" / "contents" / "chapters" / "1-why" / "all.json").read_text())
    assert [(one["path"], one["type"]) for one in listing["content"]] == [("chapters/1-why/one.ipynb", "notebook")]


def _lock(change: Callable[[dict], object]) -> Callable[[Path], None]:
    def apply(site: Path) -> None:
        whole = json.loads((site / LOCK).read_text())
        change(whole["packages"])
        (site / LOCK).write_text(json.dumps(whole))

    return apply


def _settings(path: str, **changes: object) -> Callable[[Path], None]:
    def apply(site: Path) -> None:
        (site / path).parent.mkdir(exist_ok=True)
        (site / path).write_text(json.dumps(settings(**changes)))

    return apply


@pytest.mark.parametrize(
    ("harm", "says"),
    [
        (_lock(lambda packages: packages["lower"].update(file_name="https://cdn.example/l.whl")), "names another host"),
        (_lock(lambda packages: packages["lower"].update(sha256="0")), "another file than the lock says"),
        (_lock(lambda packages: packages.pop("lower")), "upper needs lower"),
        (lambda site: (site / PYODIDE / "lower-1.0-py3-none-any.whl").unlink(), "no file lower-1.0"),
        (lambda site: (site / PYODIDE / "pyodide.asm.wasm").unlink(), "pyodide.asm.wasm: missing"),
        (lambda site: (site / "files" / "chapters" / "1-why" / "one.ipynb").unlink(), "listed and missing"),
        (_settings("jupyter-lite.json", pyodideUrl=None), "would come from a CDN"),
        (_settings("jupyter-lite.json", disablePyPIFallback=False), "could come from PyPI"),
        (
            _settings("notebooks/jupyter-lite.json", pyodideUrl="https://cdn.example/p.mjs"),
            "settings name another host",
        ),
    ],
)
def test_each_way_to_another_host_and_each_missing_file_stops_the_build(
    site: Path, harm: Callable[[Path], None], says: str
):
    harm(site)
    with pytest.raises(LiteError, match=says):
        check(site)


def test_a_wheel_is_slimmed_and_stays_a_wheel(tmp_path: Path):
    path = wheel(tmp_path, "lower")
    files, info = read_wheel(path)
    assert set(files) == {"lower.py", f"{info}/METADATA"}
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    write_wheel(path, files, info)
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before


def test_a_package_that_no_kernel_needs_is_not_downloaded():
    pins = "# made by uv\nalpha==1 \\\n    --hash=sha256:aa\n    # via beta\nbeta==2 \\\n    --hash=sha256:bb\n"
    assert _without(pins, {"alpha"}) == "# made by uv\nbeta==2 \\\n    --hash=sha256:bb\n"


def test_the_course_s_own_server_names_webassembly_as_such():
    # Under another type the kernel hangs without a word.
    assert _Quiet.guess_type(object.__new__(_Quiet), "pyodide.asm.wasm") == "application/wasm"
