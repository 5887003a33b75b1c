"""`redflags preview FILE`: one file's questions in the browser as players, with the linter's words beside each.

The page is made anew at each visit, and reloads when the file, or the register, is saved.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from redflags.cite import CitationError
from redflags.compile import compile_quiz
from redflags.problem import ContentError, Problem, Severity
from redflags.reading import find_root, read_content
from redflags.rules import lint
from redflags.static_files import STATIC
from redflags.static_html import quiz_html

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path
    from typing import Any

    from redflags.reading import Content

ASSETS = {"players.css": "text/css", "page.css": "text/css", "page.js": "text/javascript"}
STYLE = """
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; background: var(--rf-page); color: var(--rf-ink);
  font: 17px/1.6 system-ui, sans-serif }
.words { border-left: 4px solid var(--rf-caution); padding: .1rem 1rem; margin: 1rem 0 }
.words li[data-severity=error] { color: var(--rf-flag) }
.words small { display: block; color: var(--rf-muted) }
"""


def page(root: Path, file: Path) -> str:
    """Return the preview of one quiz file as HTML; whatever is wrong with the file stands on the page."""
    content = read_content(root)
    name = file.relative_to(root).as_posix()
    problems = [problem for problem in lint(content) if problem.file == name]
    quiz = content.quizzes.get(file.stem)
    items = [item.id for item in quiz.all_items()] if quiz else []
    general = [problem for problem in problems if problem.item not in items]
    count = sum(problem.severity is Severity.ERROR for problem in problems)
    head = f"{len(items)} questions, {count} errors, {len(problems) - count} warnings"
    body = "".join(
        f'<section id="{escape(item)}"><h2>{escape(item)}</h2>'
        + _words(problem for problem in problems if problem.item == item)
        + f"{_player(content, file.stem, item)}</section>"
        for item in items
    )
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(name)}</title>'
        '<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/players.css">'
        f'<style>{STYLE}</style><script defer src="/page.js"></script></head><body><main>'
        f"<h1>{escape(name)}</h1><p>{head}. Save the file and this page follows.</p>"
        f"{_words(general)}{body}</main></body></html>"
    )


def _words(problems: Iterable[Problem]) -> str:
    """Return what the linter says, as a list."""
    rows = "".join(
        f'<li data-severity="{problem.severity}">{problem.severity.capitalize()}, line {problem.line}: '
        f"{escape(problem.message)}{f' ({problem.rule})' if problem.rule else ''}"
        f"<small>{escape(problem.remedy)}{escape(f' Waived: {problem.waived}' if problem.waived else '')}</small></li>"
        for problem in problems
    )
    return f'<ul class="words" aria-label="The linter">{rows}</ul>' if rows else ""


def _player(content: Content, name: str, item: str) -> str:
    try:
        return quiz_html(compile_quiz(content, name, [item], for_author=True))
    except (CitationError, KeyError):
        return "<p>This question can't be shown until its citation is mended.</p>"


def application(root: Path, file: Path) -> Callable[..., list[bytes]]:
    """Return a WSGI application that serves the preview and the players' files, and nothing else."""

    def answer(environ: dict[str, Any], start: Callable[..., Any]) -> list[bytes]:
        name = environ.get("PATH_INFO", "/").lstrip("/")
        if name in ASSETS:
            start("200 OK", [("Content-Type", ASSETS[name])])
            return [(STATIC / name).read_bytes()]
        if name:
            start("404 Not Found", [("Content-Type", "text/plain")])
            return [b"not here"]
        start("200 OK", [("Content-Type", "text/html; charset=utf-8")])
        return [page(root, file).encode()]

    return answer


def preview(path: Path, port: int) -> int:
    """Serve the preview of a quiz file on this machine until interrupted.

    Raises
    ------
    ContentError
        The path is no quiz file of a course.
    """
    from livereload import Server

    file = path.resolve()
    root = find_root(file.parent)
    if not file.is_file() or file.parent != root / "book" / "quizzes":
        remedy = "name a file of book/quizzes, such as book/quizzes/red-flags.yaml"
        raise ContentError([Problem(str(path), 1, "this is no quiz file", remedy=remedy)])
    server = Server(application(root, file))
    server.watch(str(file))
    for folder in ("evidence", "figures"):
        server.watch(str(root / "book" / folder / "*"))
    server.serve(port=port, host="127.0.0.1", open_url_delay=None)
    return 0
