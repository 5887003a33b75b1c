"""Players of fixture quizzes, each on a page of its own, made the way the book makes them."""

from __future__ import annotations

import shutil
import threading
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from typing import TYPE_CHECKING

from conftest import ROOT, _Quiet
from redflags.reading import read_content
from redflags.rules import check
from redflags.static_files import STATIC

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from redflags.reading import Content

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Players</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<style>{style} :root {{ color-scheme: light dark }} body {{ margin: 12px; background: var(--rf-page) }}</style>
</head><body><main><h1>Players</h1><h2>Questions</h2>{quiz}</main><script>{script}</script></body></html>"""


def course(root: Path, **changes: str) -> Content:
    """Put the fixture quizzes into the tiny course; `name=line` makes a marked copy `name` with that line in it."""
    shutil.copytree(ROOT / "tests" / "books" / "tiny", root)
    chapter = root / "book" / "1-one" / "first.md"
    for name in ("types", "case"):
        shutil.copy(ROOT / "tests" / "quizzes" / f"{name}.yaml", root / "book" / "quizzes")
    types = (ROOT / "tests" / "quizzes" / "types.yaml").read_text()
    for name, line in changes.items():
        copy = types.replace("title: One of each", f"title: Copy\n{line}").replace("second-aim", f"{name}-aim")
        (root / "book" / "quizzes" / f"{name}.yaml").write_text(copy.replace("id: t-", f"id: {name}-"))
    chapter.write_text(
        chapter.read_text() + "".join(f"\n```{{quiz}} {name}\n```\n" for name in ("types", "case", *changes))
    )
    content = read_content(root)
    assert check(content) == []
    return content


def page(quiz: str) -> str:
    """Return a page that holds one player."""
    parts = {"style": (STATIC / "players.css").read_text(), "script": (STATIC / "page.js").read_text()}
    return PAGE.format(quiz=quiz, **parts)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder; yields its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
