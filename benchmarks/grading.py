"""Measures `redflags grade` beside stock `nbgrader autograde` and `otter run`, on the same submissions, in one run."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks import machine, report
from benchmarks.command import Cost, measure

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[1]
WORK = ROOT / "_build" / "bench" / "grading"
SAMPLES = ROOT / "exercises" / "submissions"
CLASS = int(os.environ.get("REDFLAGS_BENCH_CLASS", "60"))
NO_CODE_CLASS = max(1, CLASS // 3)
"""Submissions without code for nbgrader, which starts a kernel for each of them too."""
LARGE = 10_000
ROUNDS = int(os.environ.get("REDFLAGS_BENCH_ROUNDS", "3"))
START, END = "<!-- grading: start -->", "<!-- grading: end -->"
VALUES = ("ratio = 6.0", "ranks = [3, 1, 2]")
CHECKS = ("assert abs(ratio - 6) < 0.06", "assert ranks == [3, 1, 2]")


@dataclass(frozen=True)
class Line:
    """One row of the table."""

    title: str
    submissions: int
    costs: list[Cost]


# --- the same class for each ---


def _key(kinds: set[str]) -> dict[str, Any]:
    key: dict[str, Any] = json.loads((SAMPLES / "key.json").read_text(encoding="utf-8"))
    return {**key, "questions": [question for question in key["questions"] if question["kind"] in kinds]}


def _notebook(cells: list[dict[str, Any]]) -> str:
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    numbered = [{**cell, "id": f"c{place}"} for place, cell in enumerate(cells)]
    metadata = {**kernel, "redflags": {"exercise": "sample"}}
    return json.dumps({"cells": numbered, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5})


def _code(source: str, name: str = "", *, grade: bool = False, outputs: list[Any] | None = None) -> dict[str, Any]:
    meta = {
        "schema_version": 3,
        "grade": grade,
        "solution": not grade,
        "locked": grade,
        "task": False,
        "grade_id": name,
    }
    points = {"points": 2} if grade else {}
    return {
        "cell_type": "code",
        "metadata": {"nbgrader": meta | points} if name else {},
        "source": source,
        "outputs": outputs or [],
        "execution_count": None,
    }


def with_code() -> str:
    """Return a notebook that fills two variables; nbgrader's tests stand in it, ours and otter's elsewhere."""
    pairs = zip(VALUES, CHECKS, strict=True)
    cells = [
        cell
        for place, (value, check) in enumerate(pairs)
        for cell in (_code(value, f"v{place}"), _code(check, f"t{place}", grade=True))
    ]
    return _notebook(cells)


def without_code(number: int) -> str:
    """Return a notebook that was answered in players: three records, as they are saved."""
    sys.path.insert(0, str(SAMPLES))
    import make  # beside the samples

    cells = [
        _code(f"# the player of {question}", outputs=cell["outputs"])
        for question, cell in zip(make.RIGHT, make._records({}, number), strict=True)  # noqa: SLF001 - its only other user
    ]
    # What nbgrader needs to have something to grade.
    return _notebook([*cells, _code("pass", "v0"), _code("assert True", "t0", grade=True)])


def moodle(name: str, notebook: Callable[[int], str], count: int) -> Path:
    """Write a class as Moodle hands it out."""
    place = WORK / f"{name}-{count}.zip"
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for number in range(1, count + 1):
            archive.writestr(f"Student {number}_{number}_assignsubmission_file_/sample.ipynb", notebook(number))
    return place


# --- the graders ---


def ours(name: str, place: Path, kinds: set[str], *more: str, program: tuple[str, ...] = ()) -> Cost:
    """Run `redflags grade` from nothing to sheets, reports and gradebook."""
    folder, out = WORK / f"key-{name}", WORK / f"out-{name}"
    folder.mkdir(exist_ok=True)
    (folder / "key.json").write_text(json.dumps(_key(kinds)), encoding="utf-8")
    shutil.rmtree(out, ignore_errors=True)
    start = program or (sys.executable, "-m", "redflags.cli")
    command = [*start, "grade", str(place), "--key", str(folder), "--out", str(out), *more]
    return measure(command, ROOT, WORK / f"{name}.log")


def nbgrader(name: str, notebook: Callable[[int], str], count: int) -> Cost:
    """Run `nbgrader autograde` as it comes."""
    course = WORK / f"nbgrader-{name}"
    shutil.rmtree(course, ignore_errors=True)
    (course / "source" / "sample").mkdir(parents=True)
    (course / "source" / "sample" / "sample.ipynb").write_text(notebook(0), encoding="utf-8")
    for number in range(1, count + 1):
        folder = course / "submitted" / f"s{number}" / "sample"
        folder.mkdir(parents=True)
        (folder / "sample.ipynb").write_text(notebook(number), encoding="utf-8")
    program = [sys.executable, "-m", "nbgrader"]
    measure([*program, "generate_assignment", "sample"], course, WORK / f"nbgrader-{name}-first.log")
    return measure([*program, "autograde", "sample"], course, WORK / f"nbgrader-{name}.log")


def otter(count: int) -> Cost:
    """Run `otter run` for each submission, as its manual says for use without containers."""
    place = WORK / "otter"
    shutil.rmtree(place, ignore_errors=True)
    (place / "tests").mkdir(parents=True)
    for number, check in enumerate(CHECKS):
        test = {"name": f"q{number}", "points": 2, "suites": [{"type": "doctest", "cases": [{"code": f">>> {check}"}]}]}
        (place / "tests" / f"q{number}.py").write_text(f"OK_FORMAT = True\ntest = {test!r}\n", encoding="utf-8")
    (place / "in").mkdir()
    for number in range(count):
        (place / "in" / f"{number}.ipynb").write_text(with_code(), encoding="utf-8")
    program = _otter()
    first = [program, "generate", "-t", "tests", "-o", "autograder.zip", "--no-environment", "--no-requirements"]
    measure(first, place, WORK / "otter-first.log")
    run = f'"{program}" run --no-logo -a autograder.zip -o "out/$n" "$n"'
    loop = f'for n in in/*.ipynb; do mkdir -p "out/$n"; {run} || exit 1; done'
    return measure(["bash", "-c", loop], place, WORK / "otter.log")


def _otter() -> str:
    """Return otter's command, from an environment of its own: it wants other versions than we do."""
    place = WORK.parent / "otter"
    if not (place / "bin" / "otter").exists():
        print("Installing otter-grader (once) ...", flush=True)
        subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
        pip = [str(place / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "-r", str(Path(__file__).with_name("grading-requirements.txt"))], check=True)
    return str(place / "bin" / "otter")


def runs() -> list[tuple[str, int, Callable[[], Cost]]]:
    """Return what is measured, in order."""
    code, players = moodle("code", lambda _: with_code(), CLASS), {"item", "text"}
    some, many = moodle("players", without_code, LARGE // 10), moodle("players", without_code, LARGE)
    cluster = (sys.executable, "-m", "benchmarks.grading_cluster")
    return [
        ("Code: redflags, 1 worker", CLASS, lambda: ours("code-1", code, {"value"}, "--workers", "1")),
        ("Code: redflags, 2 workers", CLASS, lambda: ours("code-2", code, {"value"}, "--workers", "2")),
        ("Code: redflags, LocalCluster of 2", CLASS, lambda: ours("cluster", code, {"value"}, program=cluster)),
        ("Code: nbgrader autograde", CLASS, lambda: nbgrader("code", lambda _: with_code(), CLASS)),
        ("No code: redflags, 1 worker", LARGE // 10, lambda: ours("few", some, players, "--workers", "1")),
        ("No code: redflags, 1 worker", LARGE, lambda: ours("many-1", many, players, "--workers", "1")),
        ("No code: redflags, 2 workers", LARGE, lambda: ours("many-2", many, players, "--workers", "2")),
        ("No code: nbgrader autograde", NO_CODE_CLASS, lambda: nbgrader("players", without_code, NO_CODE_CLASS)),
        ("Code: otter run", CLASS, lambda: otter(CLASS)),
    ]


def table(lines: list[Line]) -> str:
    """Return the table: medians, with the lowest and the highest where they differ."""
    head = "| Grader | Submissions | Per second | Processor seconds, each | Peak memory (MB) |"
    rows = [head, "| --- | ---: | ---: | ---: | ---: |"]
    for line in lines:
        rate = _spread([line.submissions / cost.seconds for cost in line.costs], 1)
        spent = _spread(
            [cost.processor / line.submissions for cost in line.costs], 4 if line.submissions >= LARGE // 10 else 2
        )
        memory = _spread([cost.memory / 1e6 for cost in line.costs], 0)
        rows.append(f"| {line.title} | {line.submissions:,} | {rate} | {spent} | {memory} |")
    return "\n".join(rows)


def _spread(values: list[float], digits: int) -> str:
    low, middle, high = (f"{value:.{digits}f}" for value in (min(values), statistics.median(values), max(values)))
    return middle if low == high else f"{middle} ({low} to {high})"


def main() -> int:
    """Measure all, round by round, and write the table into the README."""
    WORK.mkdir(parents=True, exist_ok=True)
    measured: dict[tuple[str, int], list[Cost]] = {}
    loads = []
    for number in range(1, ROUNDS + 1):
        for title, count, go in runs():
            loads.append(os.getloadavg()[0])
            cost = go()
            measured.setdefault((title, count), []).append(cost)
            print(f"{number}: {title}, {count}: {count / cost.seconds:.2f}/s {cost}", flush=True)
    lines = [Line(title, count, costs) for (title, count), costs in measured.items()]
    said = (
        f"Measured on {datetime.now(UTC):%d %B %Y}: {machine.plain()}, nbgrader {version('nbgrader')}, "
        f"otter-grader 7.0.0, {ROUNDS} round{'s' if ROUNDS > 1 else ''}. Other work ran beside it: the load was "
        f"{min(loads):.1f} to {max(loads):.1f} before each line began."
    )
    report.write(ROOT / "benchmarks" / "README.md", f"{said}\n\n{table(lines)}", START, END)
    print(f"\n{said}\n\n{table(lines)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
