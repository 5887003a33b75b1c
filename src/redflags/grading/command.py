"""`redflags grade`: from what a class handed in to marks, sheets, reports and a gradebook."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING

from redflags.grading import sandbox
from redflags.grading.final import ClassFigures, class_of, copies, with_given
from redflags.grading.gradebook import Course, GradebookMissingError
from redflags.grading.intake import IntakeError, find
from redflags.grading.key import Key, KeyFileError, read_key
from redflags.grading.limits import Limits
from redflags.grading.marks import Ways, input_hash
from redflags.grading.progress import Progress
from redflags.grading.report_html import report
from redflags.grading.results import Results
from redflags.grading.schedule import SchedulerError, grade_all, grade_on
from redflags.grading.sheets import Canvas, Everything, Moodle
from redflags.grading.summary_html import summary

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from redflags.grading.intake import Found, Submission
    from redflags.grading.marks import Code

ACCEPT, REFUSE, ONLY = "accept", "refuse", "only"


@dataclass(frozen=True)
class Order:
    """What is to be graded, and how."""

    place: Path
    key: Path
    exercise: str = ""
    """If given, the key must be this exercise's."""
    out: Path | None = None
    workers: int = 0
    """0: one for each processor."""
    scheduler: str = ""
    only: tuple[str, ...] = ()
    late: str = ACCEPT
    code: Code = "sandbox"
    gradebook: str = ""
    canvas_title: str = ""
    limits: Limits = field(default_factory=Limits)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser.add_argument(
        "place", type=Path, metavar="FOLDER_OR_ZIP", help="what Moodle or Canvas handed out, or a folder"
    )
    parser.add_argument("--key", type=Path, required=True, help="key.json of the exercise, or its folder")
    parser.add_argument("--exercise", default="", metavar="NAME", help="refuse another exercise's key")
    parser.add_argument("--out", type=Path, metavar="FOLDER", help="where results go (default: graded/NAME)")
    parser.add_argument("--workers", type=int, default=0, help="processes (default: one for each processor)")
    parser.add_argument("--scheduler", default="", metavar="ADDRESS", help="an existing Dask cluster's scheduler")
    parser.add_argument("--only", nargs="+", default=(), metavar="ID", help="only these students")
    parser.add_argument(
        "--late",
        choices=(ACCEPT, REFUSE, ONLY),
        default=ACCEPT,
        help="late submissions: marked with a note (default), a row without marks, or nothing but them",
    )
    parser.add_argument("--seconds", type=float, default=Limits.seconds, help="on the clock for one notebook's code")
    running = parser.add_mutually_exclusive_group()
    running.add_argument("--no-code", action="store_true", help="run nothing: values earn nothing, all else is marked")
    running.add_argument(
        "--deno",
        action="store_true",
        help="run students' code in Pyodide under Deno: where there is no bubblewrap (macOS, some containers)",
    )
    running.add_argument(
        "--unsafe",
        action="store_true",
        help="run students' code WITHOUT a sandbox, with your rights: it can read and change all your files",
    )
    parser.add_argument(
        "--gradebook",
        default=os.environ.get("REDFLAGS_GRADEBOOK", ""),
        metavar="URL",
        help="a shared gradebook, such as postgresql+psycopg2://… (default: gradebook.db in the folder; "
        "better in the variable REDFLAGS_GRADEBOOK, since it may hold a password)",
    )
    parser.add_argument("--canvas-title", default="", metavar="TITLE", help='Canvas\'s column, such as "Triage (1234)"')


def order_of(chosen: argparse.Namespace) -> Order:
    """Return the order that a command line gives."""
    return Order(
        chosen.place,
        chosen.key,
        chosen.exercise,
        chosen.out,
        max(0, chosen.workers),
        chosen.scheduler,
        tuple(chosen.only),
        chosen.late,
        "none" if chosen.no_code else "unsafe" if chosen.unsafe else "deno" if chosen.deno else "sandbox",
        chosen.gradebook,
        chosen.canvas_title,
        Limits(seconds=chosen.seconds),
    )


def grade_command(chosen: argparse.Namespace) -> int:
    """Run the command; returns its exit code: 0, 1 if a row has no marks, 2 if nothing could be graded."""
    try:
        return run(order_of(chosen))
    except (IntakeError, KeyFileError, SchedulerError, sandbox.SandboxError) as error:
        print(f"redflags: {error}", file=sys.stderr)
        return 2


def run(order: Order) -> int:
    """Grade, and write everything."""
    key = read_key(order.key)
    if order.exercise and order.exercise != key.name:
        raise KeyFileError(f"{order.key}: the key of {key.name}, not of {order.exercise}")
    out = order.out or Path("graded") / key.name
    found = _wanted(find(order.place), order)
    if not found:
        raise IntakeError(f"{order.place}: nobody there is meant by --only or --late")
    ways = Ways(order.code, order.limits)
    # Workers of a cluster have their own machines, and say in the row if one has no sandbox.
    if key.variables and order.code in ("sandbox", "deno") and not order.scheduler:
        sandbox.require(order.code)
    if key.variables and order.code == "unsafe":
        print("Students' code runs with your rights on this machine (--unsafe).", file=sys.stderr)
    results = Results(out / "results")
    _grade(order, key, ways, found, results)
    return _write(out, results, key, order)


def _wanted(found: list[Found], order: Order) -> list[Found]:
    if order.only:
        wanted = {one.casefold() for one in order.only}
        found = [one for one in found if {one.student.casefold(), one.name.casefold(), one.number} & wanted]
    if order.late == ONLY:
        found = [one for one in found if one.late]
    return found


def _grade(order: Order, key: Key, ways: Ways, found: list[Found], results: Results) -> None:
    """Grade what has no result yet; each result is written as it comes."""
    from redflags.grading.marks import refused

    progress = Progress(len(found))

    def new() -> Iterator[Submission]:
        for one in found:
            submission = one.read()
            if order.late == REFUSE and one.late:
                results.write(refused(submission, key, ways, "late"))
                progress.step()
                continue
            before = results.read(one.student)
            if (
                before is not None
                and not before.again
                and before.problem != "late"
                and before.input == input_hash(submission, key, ways)
            ):
                progress.step()
                continue
            yield submission

    workers = order.workers or os.cpu_count() or 1
    graded = grade_on(order.scheduler, new(), key, ways) if order.scheduler else grade_all(new(), key, ways, workers)
    for result in graded:
        results.write(result)
        progress.step()
    progress.end()


def _write(out: Path, results: Results, key: Key, order: Order) -> int:
    """Put all results into the gradebook, and write sheets, reports and the summary from both."""
    try:
        course = Course(out, order.gradebook)
        course.ingest(results, key)
        given = course.given(key)
    except GradebookMissingError as error:
        given = {}
        print(f"redflags: {error}", file=sys.stderr)
    same = copies(results)
    figures, looks = class_of(key), list[tuple[str, str, str]]()
    (out / "reports").mkdir(exist_ok=True)
    with ExitStack() as stack:

        def sheet(name: str) -> IO[str]:
            return stack.enter_context((out / name).open("w", encoding="utf-8", newline=""))

        sheets = (
            Canvas(sheet("canvas.csv"), order.canvas_title or str(key.data.get("title") or key.name), key),
            Moodle(sheet("moodle.csv"), key),
            Everything(sheet("grades.csv"), key),
        )
        for result in results:
            final = with_given(result, given)
            figures.add(final)
            (out / "reports" / f"{final.student}.html").write_text(report(final, key), encoding="utf-8")
            # What others handed in is for the instructor alone, so it is noted after the report.
            others = same.get(final.student, [])
            if others:
                final.notes.append(f"the same answers at the same milliseconds as {', '.join(others[:3])}")
            for one in sheets:
                one.add(final)
            if final.problem or final.notes:
                looks.append((final.student, final.name, "; ".join([*filter(None, [final.problem]), *final.notes])))
    (out / "summary.html").write_text(summary(figures, looks, key), encoding="utf-8")
    print(_said(out, figures, len(looks)))
    return 1 if figures.unmarked else 0


def _said(out: Path, figures: ClassFigures, looks: int) -> str:
    return (
        f"{figures.rows} submissions: {figures.unmarked} without marks, {figures.unread} with texts to read, "
        f"{looks} worth a look. See {out / 'summary.html'}"
    )
