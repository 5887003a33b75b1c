"""JupyterLite's own files with the extensions of the widgets: built once, and again when a version changes."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

from redflags.lite.problem import LiteError

CORE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
"""What Pyodide is without packages; npm has it."""
PYODIDE = Path("static") / "pyodide"
PARTS = ("jupyterlite-core", "jupyterlite-pyodide-kernel", "ipywidgets", "jupyterlab-widgets", "anywidget", "plotly")
"""Packages whose files become part of JupyterLite."""
BUILD = {
    "LiteBuildConfig": {
        "apps": ["notebooks", "tree", "edit", "repl"],
        # Half of all bytes, and nobody debugs JupyterLab here.
        "no_sourcemaps": True,
        "no_unused_shared_packages": True,
    }
}
OVERRIDES = {"@jupyterlab/apputils-extension:themes": {"adaptive-theme": True}}
"""Settings of JupyterLab: light or dark as the reader's system is."""
EXTENSIONS = {
    "@jupyter-notebook/lab-extension",
    "@jupyter-widgets/jupyterlab-manager",
    "@jupyterlite/pyodide-kernel-extension",
    "anywidget",
    "jupyterlab-plotly",
    "jupyterlab_pygments",
}
"""Of the extensions that are installed beside the course those that need no server: nbgrader's waits for its own."""
LEFT_OVER = ("rspack.config*.js", "doc")


def shell(root: Path, cache: Path) -> tuple[Path, str]:
    """Return the folder with JupyterLite's files, and a digest of what it was made from.

    Raises
    ------
    LiteError
        It could not be built.
    """
    pyodide = root / "frontend" / "node_modules" / "pyodide"
    if not (pyodide / CORE[0]).is_file():
        raise LiteError("Pyodide is missing: run `make html`, which installs the front end's packages")
    made_from = _made_from(pyodide)
    folder = cache / "shell"
    stamp = cache / "shell.made-from"
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == made_from:
        return folder, made_from
    stamp.unlink(missing_ok=True)
    # From nothing: JupyterLite's own incremental build loses `pyodideUrl` and falls back to a CDN.
    shutil.rmtree(folder, ignore_errors=True)
    work = cache / "work"
    shutil.rmtree(work, ignore_errors=True)
    (work / PYODIDE).mkdir(parents=True)
    for name in CORE:
        shutil.copyfile(pyodide / name, work / PYODIDE / name)
    for name, content in (("jupyter_lite_config.json", BUILD), ("overrides.json", OVERRIDES)):
        (work / name).write_text(json.dumps(content), encoding="utf-8")
    print("Building JupyterLite (once) ...", flush=True)
    done = subprocess.run(
        [sys.executable, "-m", "jupyterlite_core", "build", "--lite-dir", ".", "--output-dir", str(folder.resolve())],
        cwd=work,
        env={**os.environ, "JUPYTER_PREFER_ENV_PATH": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise LiteError(f"JupyterLite's build failed:\n{done.stdout}{done.stderr}")
    shutil.rmtree(work)
    for pattern in LEFT_OVER:
        for path in folder.glob(pattern):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    _keep_extensions(folder)
    stamp.write_text(made_from, encoding="utf-8")
    return folder, made_from


def _keep_extensions(folder: Path) -> None:
    """Leave out what JupyterLite took up only because it is installed here."""
    path = folder / "jupyter-lite.json"
    whole = json.loads(path.read_text(encoding="utf-8"))
    data = whole["jupyter-config-data"]
    for extension in data["federated_extensions"]:
        if extension["name"] not in EXTENSIONS:
            shutil.rmtree(folder / "extensions" / extension["name"])
    data["federated_extensions"] = [each for each in data["federated_extensions"] if each["name"] in EXTENSIONS]
    path.write_text(json.dumps(whole, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _made_from(pyodide: Path) -> str:
    """Return a digest of all that JupyterLite's files depend on."""
    package: dict[str, Any] = json.loads((pyodide / "package.json").read_text(encoding="utf-8"))
    versions = [package["version"], *(f"{name} {version(name)}" for name in PARTS)]
    inputs = [*versions, BUILD, OVERRIDES, sorted(EXTENSIONS), LEFT_OVER]
    return hashlib.sha256(json.dumps(inputs).encode()).hexdigest()[:16]
