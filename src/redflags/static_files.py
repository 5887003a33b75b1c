"""Where the files are that the front end's build and the compiler make."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

CONTENT = "REDFLAGS_CONTENT"
"""Environment variable naming another folder of compiled content: a book's build sets it for the cells it runs."""
STATIC = Path(__file__).parent / "static"
"""Players, styles and compiled content; made by the build, never committed."""


def compiled(*names: str) -> Any:
    """Read a compiled content file, such as `compiled("quizzes", "red-flags.json")`.

    Raises
    ------
    FileNotFoundError
        There is none; the message says which exist.
    """
    path = Path(os.environ.get(CONTENT, STATIC / "content"), *names)
    if not path.is_file():
        known = ", ".join(sorted(other.stem for other in path.parent.glob("*.json"))) or "none: run `make book` first"
        raise FileNotFoundError(f"no {path.stem!r} among the compiled {path.parent.name} ({known})")
    return json.loads(path.read_text(encoding="utf-8"))
