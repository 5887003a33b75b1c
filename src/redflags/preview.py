"""`redflags preview FILE`: a file's questions, or its patient, in the browser as players, with the linter's words.

The page is made anew at each visit, and reloads when the file, or the register, is saved.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from redflags.cite import CitationError
from redflags.compile import compile_patient, compile_quiz
from redflags.play import path_text
from redflags.problem import ContentError, Problem, Severity
from redflags.reading import find_root, read_content
from redflags.rules import case_names, lint
from redflags.rules.case_parts import PATHS
from redflags.static_case import case_html
from redflags.static_files import STATIC
from redflags.static_html import quiz_html

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path
    from typing import Any

    from redflags.reading import Content

ASSETS = {
    "players.css": "text/css",
    "page.css": "text/css",
    "page.js": "text/javascript",
    "case.js": "text/javascript",
    "case.css": "text/css",
}
CASES = "cases"
"""Folder of the files that hold a patient."""
STYLE = """
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; background: var(--rf-page); color: var(--rf-ink);
  font: 17px/1.6 system-ui, sans-serif }
body:has(.rf-case) { max-width: 90rem }
.words { border-left: 4px solid var(--rf-caution); padding: .1rem 1rem; margin: 1rem 0 }
.words li[data-severity=error] { color: var(--rf-flag) }
.words small { display: block; color: var(--rf-muted) }
"""


def page(root: Path, file: Path) -> str:
    """Return the preview of one quiz or case file as HTML; whatever is wrong with the file stands on the page."""
    content = read_content(root)
    name = file.relative_to(root).as_posix()
    problems = [problem for problem in lint(content) if problem.file == name]
    count = sum(problem.severity is Severity.ERROR for problem in problems)
    body = _case if file.parent.name == CASES else _questions
    what, shown = body(content, file.stem, problems)
    head = f"{what}, {count} errors, {len(problems) - count} warnings"
    scripts = "".join(f'<script defer src="/{script}"></script>' for script in ASSETS if script.endswith(".js"))
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(name)}</title>'
        '<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/players.css">'
        f'<link rel="stylesheet" href="/case.css"><style>{STYLE}</style>{scripts}</head><body><main>'
        f"<h1>{escape(name)}</h1><p>{head}. Save the file and this page follows.</p>{shown}</main></body></html>"
    )


def _questions(content: Content, name: str, problems: list[Problem]) -> tuple[str, str]:
    """Return how many questions a quiz file has, and each as a player with what the linter says of it."""
    quiz = content.quizzes.get(name)
    items = [item.id for item in quiz.all_items()] if quiz else []
    general = [problem for problem in problems if problem.item not in items]
    body = "".join(
        f'<section id="{escape(item)}"><h2>{escape(item)}</h2>'
        + _words(problem for problem in problems if problem.item == item)
        + f"{_player(content, name, item)}</section>"
        for item in items
    )
    return f"{len(items)} questions", f"{_words(general)}{body}"


def _case(content: Content, name: str, problems: list[Problem]) -> tuple[str, str]:
    """Return how many acts a case has, and its player with its own paths under it."""
    case = content.cases.get(name)
    if case is None or any(True for _ in case_names.of_case(content, name, case)):
        return "no case that can be played", _words(problems)
    try:
        compiled = compile_patient(content, name)
    except CitationError:
        shown = "<p>This case can't be shown until its citation is mended.</p>"
    else:
        paths = "".join(
            f"<details><summary>The {which} path</summary><pre>{escape(path_text(compiled, which))}</pre></details>"
            for which in PATHS
        )
        shown = f"<h2>{escape(case.title)}</h2>{case_html(compiled, 3)}{paths}"
    return f"{len(case.actions)} acts", f"{_words(problems)}{shown}"


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
    """Serve the preview of a quiz or case file on this machine until interrupted.

    Raises
    ------
    ContentError
        The path is no such file of a course.
    """
    from livereload import Server

    file = path.resolve()
    root = find_root(file.parent)
    if not file.is_file() or file.parent not in {root / "book" / "quizzes", root / "book" / CASES}:
        remedy = "name a file of book/quizzes or book/cases, such as book/quizzes/red-flags.yaml"
        raise ContentError([Problem(str(path), 1, "this is no file of questions, and no case", remedy=remedy)])
    server = Server(application(root, file))
    server.watch(str(file))
    server.watch(str(root / "book" / "actions.yaml"))
    for folder in ("evidence", "figures"):
        server.watch(str(root / "book" / folder / "*"))
    server.serve(port=port, host="127.0.0.1", open_url_delay=None)
    return 0
