"""The command `redflags`: check content, compile it, build and serve the book."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from redflags.problem import ContentError

if TYPE_CHECKING:
    from redflags.reading import Content


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns the exit code: 0 fine, 1 problems in content, 2 wrong use."""
    parser = argparse.ArgumentParser(prog="redflags", description="Tools of the course When Back Pain Is Cancer.")
    parser.add_argument("--root", type=Path, help="the course's folder (default: here or above)")
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check", help="read all content and say what is wrong with it")
    checking.add_argument("--format", choices=("text", "json", "sarif"), default="text", help="default: text")
    checking.add_argument("--strict", action="store_true", help="let warnings fail too")
    checking.add_argument("--on", type=date.fromisoformat, metavar="DATE", help="judge the age of reviews on this day")
    commands.add_parser("compile", help="write content as JSON for pages, notebooks and browsers")
    schema = commands.add_parser("schema", help="write the JSON Schemas for editors and for the front end")
    schema.add_argument("folder", type=Path)
    commands.add_parser("html", help="build the book's pages")
    commands.add_parser("lite", help="put JupyterLite with the notebooks beside the built pages")
    commands.add_parser("print", help="make the PDF and the e-book")
    serve = commands.add_parser("serve", help="serve the built pages")
    serve.add_argument("--port", type=int, default=8000)
    live = commands.add_parser("live", help="build, serve, and rebuild when a file is saved")
    live.add_argument("--port", type=int, default=8000)
    previewing = commands.add_parser(
        "preview", help="show one file of questions, or one case, in the browser, with the linter's words"
    )
    previewing.add_argument("file", type=Path)
    previewing.add_argument("--port", type=int, default=8001)
    playing = commands.add_parser("play", help="print a case's own paths, minute by minute, with their marks")
    playing.add_argument("file", type=Path, metavar="book/cases/NAME.yaml")
    playing.add_argument("--path", choices=("expert", "careless"), help="default: both")
    marking = commands.add_parser("mark", help="mark files of answers to marked quizzes")
    marking.add_argument("files", type=Path, nargs="+", metavar="ANSWERS.json")
    marking.add_argument("--quizzes", type=Path, metavar="FOLDER", help="quiz files with their keys (default: book's)")
    marking.add_argument("--items", nargs="+", metavar="ID", help="the items and cases that were asked (default: all)")
    marking.add_argument("--format", choices=("table", "json", "csv"), default="table", help="default: table")
    releasing = commands.add_parser("release", help="make notebooks of exercises: the student's, and the key")
    releasing.add_argument("names", nargs="*", metavar="EXERCISE", help="folders in exercises/ (default: all)")
    releasing.add_argument("--check", action="store_true", help="only read them and say what is wrong")
    grading = commands.add_parser("grade", help="mark what a class handed in: notebooks, or a zip of Moodle or Canvas")
    # Its options are many, and a command that doesn't grade need not know them.
    if "grade" in (sys.argv[1:] if arguments is None else arguments):
        from redflags.grading.command import add_arguments

        add_arguments(grading)
    chosen = parser.parse_args(arguments)
    try:
        return _run(chosen)
    except ContentError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(
            f"redflags: {error.filename or ''}: {error.strerror or error}".replace(": :", ":"),
            file=sys.stderr,
        )
        return 1


# Each command imports what it needs: `serve` wants no pydantic, `check` no Sphinx.


def _run(chosen: argparse.Namespace) -> int:
    """Run the chosen command."""
    if chosen.command == "schema":
        from redflags.compile import write_schemas

        write_schemas(chosen.folder)
        return 0
    if chosen.command == "preview":
        from redflags.preview import preview

        return preview(chosen.file, chosen.port)
    if chosen.command == "play":
        from redflags.play import play

        return play(chosen.file, (chosen.path,) if chosen.path else ("expert", "careless"))
    if chosen.command == "mark":
        return _mark(chosen)
    if chosen.command == "grade":
        from redflags.grading.command import grade_command

        return grade_command(chosen)
    from redflags.reading import find_root

    root = find_root(chosen.root.resolve() if chosen.root else Path.cwd())
    return {"check": _check, "compile": _compile, "release": _release}.get(chosen.command, _book)(root, chosen)


def _compile(root: Path, _chosen: argparse.Namespace) -> int:
    """Write compiled content for notebooks."""
    from redflags.compile import sound_content, write_compiled
    from redflags.static_files import STATIC

    content = sound_content(root)
    print(f"{_counted(content)}: no problem found.")
    write_compiled(content, STATIC / "content")
    return 0


def _release(root: Path, chosen: argparse.Namespace) -> int:
    """Check exercises, and make what students, instructors and graders get."""
    from redflags import report
    from redflags.reading import read_content
    from redflags.rules import exercises, lint

    content = read_content(root)
    names = [name.rstrip("/").rpartition("/")[2] for name in chosen.names]
    unknown = [name for name in names if not (root / "exercises" / name / "exercise.yaml").is_file()]
    if unknown:
        print(f"redflags: no exercises/{unknown[0]}/exercise.yaml", file=sys.stderr)
        return 2
    if chosen.check:
        found = [*content.problems, *exercises.check(content)]
        own = tuple(f"exercises/{name}/" for name in names) or ("exercises/",)
        problems = sorted({problem for problem in found if problem.file.startswith(own) and not problem.waived})
        print(report.as_text(problems) if problems else "no problem found")
        return 1 if report.failing(problems, strict=False) else 0
    wrong = [problem for problem in lint(content) if problem.counts]
    if wrong:
        raise ContentError(wrong)
    from redflags.release.steps import release_all

    problems = release_all(content, names or list(content.exercises), root / "_build" / "exercises")
    if problems:
        raise ContentError(problems)
    return 0


def _book(root: Path, chosen: argparse.Namespace) -> int:
    """Build or serve the book's pages."""
    from redflags.book import build

    if chosen.command == "html":
        return build.html(root)
    if chosen.command == "lite":
        from redflags.lite import build_lite

        return build_lite(root)
    if chosen.command == "print":
        from redflags.book.printing import print_book

        return print_book(root)
    if chosen.command == "serve":
        return build.serve(root / "_build" / "site", chosen.port)
    return build.live(root, chosen.port)


def _mark(chosen: argparse.Namespace) -> int:
    """Mark files of answers; a file that can't be marked has a line that says why, and the command fails at its end."""
    from redflags.handed_in import mark_file
    from redflags.mark_report import FORMATTERS
    from redflags.reading import find_root, read_quizzes

    folder = chosen.quizzes
    if folder is None:
        folder = find_root(chosen.root.resolve() if chosen.root else Path.cwd()) / "book" / "quizzes"
    content = read_quizzes(folder)
    if content.problems:
        raise ContentError(content.problems)
    known = {unit for quiz in content.quizzes.values() for unit in quiz.units()}
    unknown = sorted(set(chosen.items or ()) - known)
    if unknown:
        print(f"redflags: no item {', '.join(unknown)} in {folder}", file=sys.stderr)
        return 2
    files = [mark_file(path, content.quizzes, chosen.items) for path in chosen.files]
    print(FORMATTERS[chosen.format](files))
    return 1 if any(file.problem for file in files) else 0


def _check(root: Path, chosen: argparse.Namespace) -> int:
    """Print all that the linter says in the format chosen; warnings fail only if strict."""
    from redflags import report
    from redflags.reading import read_content
    from redflags.rules import lint

    content = read_content(root)
    problems = lint(content, chosen.on)
    failing = report.failing(problems, strict=chosen.strict)
    if chosen.format != "text":
        print(report.FORMATTERS[chosen.format](problems))
    elif any(not problem.waived for problem in problems):
        print(report.as_text(problems), file=sys.stderr)
    if not failing and chosen.format == "text":
        waived = sum(bool(problem.waived) for problem in problems)
        quiet = len(problems) == waived
        print(f"{_counted(content)}: {'no problem found' if quiet else 'no error'}, {waived} waived.")
    return 1 if failing else 0


def _counted(content: Content) -> str:
    counts = {
        "evidence entries": len(content.evidence),
        "web claims": len(content.claims),
        "works": len(content.references),
        "scores": len(content.scores),
        "quizzes": len(content.quizzes),
        "items": sum(len(quiz.all_items()) for quiz in content.quizzes.values()),
        "cases": len(content.cases),
        "exercises": len(content.exercises),
    }
    return ", ".join(f"{count} {what}" for what, count in counts.items())


if __name__ == "__main__":
    sys.exit(main())
