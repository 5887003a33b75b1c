"""How builds, sites and pages grow with chapters and with the bank, beside the stock book; and what must not grow.

`python -m benchmarks.growth` writes its part of the README. Sizes: `REDFLAGS_BENCH_CHAPTERS` (20,60,200),
`REDFLAGS_BENCH_BANK` (300,1000,3000,10000), `REDFLAGS_BENCH_STOCK` (20,60).
"""

from __future__ import annotations

import gzip
import os
import re
import shutil
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import feedback, first_question, hands, machine, peers, report, stock
from benchmarks.command import measure
from benchmarks.generated import ITEMS, Size, make
from benchmarks.server import serve
from playwright.sync_api import sync_playwright

from redflags.chromium import find_chromium

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.command import Cost

ROOT = Path(__file__).parents[1]
WORK = ROOT / "_build" / "bench" / "growth"
START, END = "<!-- growth: start -->", "<!-- growth: end -->"
ROUNDS = int(os.environ.get("REDFLAGS_BENCH_ROUNDS", "3"))
"""Visits that time the first question; what else is measured in a browser takes many clicks anyway."""
BANK_CHAPTERS = 20
"""Chapters of every book whose bank grows."""


def sizes(name: str, usual: str) -> list[int]:
    """Return the sizes to build, from the environment or as usual; none where it is set to nothing."""
    return [int(size) for size in os.environ.get(name, usual).split(",") if size]


CHAPTERS = sizes("REDFLAGS_BENCH_CHAPTERS", "20,60,200")
BANK = sizes("REDFLAGS_BENCH_BANK", "300,1000,3000,10000")
STOCK = sizes("REDFLAGS_BENCH_STOCK", "20,60")


@dataclass(frozen=True)
class Built:
    """What one book took to build, and what came of it."""

    title: str
    site: Path
    page: str
    """The chapter that every book has: same words, same questions."""
    cold: Cost
    word: Cost
    """After one word of that chapter changed."""
    item: Cost
    """After one word of a question of it changed."""
    checked: Cost | None = None
    """The linter alone; the stock book has none."""

    @property
    def weights(self) -> list[int]:
        """Bytes of the site, of the chapter's page as gzip sends it, and of the index of words."""
        # As Sphinx writes it: the published one is named by its content.
        index = self.site.parent / "html" / "searchindex.js"
        return [
            sum(path.stat().st_size for path in self.site.rglob("*") if path.is_file()),
            _gzipped(self.site / f"{self.page}.html"),
            _gzipped(index),
        ]


def _gzipped(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), compresslevel=6, mtime=0))


def change(path: Path, pattern: str, words: str) -> None:
    """Put words behind the first match of a pattern, as an author would.

    Raises
    ------
    ValueError
        Nothing matches, so that nothing would be built anew.
    """
    text, count = re.subn(pattern, rf"\g<0> {words}", path.read_text(encoding="utf-8"), count=1)
    if not count:
        raise ValueError(f"{path}: nothing matches {pattern}")
    path.write_text(text, encoding="utf-8")


def ours(name: str, title: str, size: Size) -> Built:
    """Build a generated course three times: from nothing, and after each of two changes."""
    root, log = WORK / name, WORK / f"{name}.log"
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True)
    page = make(root, size)[0]
    redflags = [sys.executable, "-m", "redflags.cli", "--root", str(root)]
    # As `make html` does, without what a generated course hasn't: exercises, and JupyterLite, whose bulk is Python.
    steps = f'"$@" html && cd {ROOT / "frontend"} && node publish/main.ts {root}/_build/html {root}/_build/site'
    build = ["sh", "-c", steps, "sh", *redflags]
    checked = measure([*redflags, "check"], ROOT, log)
    cold = measure(build, ROOT, log)
    change(root / "book" / f"{page}.md", r"Wards named here:", "Changed,")
    word = measure(build, ROOT, log)
    change(root / "book" / "quizzes" / f"{page.rpartition('/')[2]}.yaml", r"This is told", "again")
    item = measure(build, ROOT, log)
    site = root / "_build" / "site"
    shown = (site / f"{page}.html").read_text(encoding="utf-8")
    if "Changed," not in shown or "told again" not in shown:
        raise RuntimeError(f"{title}: a change of the chapter or of its question is not on its page")
    return Built(title, site, page, cold, word, item, checked)


def theirs(chapters: int) -> Built:
    """Build a stock book with the same chapters and ten questions on each, three times."""
    root, log = WORK / f"stock-{chapters}", WORK / f"stock-{chapters}.log"
    shutil.rmtree(root, ignore_errors=True)
    commands = peers.install(WORK.parent)
    page = stock.make(root, chapters)[0]
    build = [str(commands / "jupyter-book"), "build", str(root), "-q"]
    cold = measure(build, ROOT, log)
    change(root / f"{page}.md", r"Wards named here:", "Changed,")
    word = measure(build, ROOT, log)
    change(root / f"{page}.md", r"This is told", "again")
    item = measure(build, ROOT, log)
    site = root / "_build" / "html"
    if "told again" not in (site / f"{page}.html").read_text(encoding="utf-8"):
        raise RuntimeError("the stock book's changed question is not on its page")
    return Built(f"Stock book, {chapters} chapters", site, page, cold, word, item)


def runs() -> list[Callable[[], Built]]:
    """Return what is built, in order."""
    found: list[Callable[[], Built]] = [
        lambda count=count: ours(f"chapters-{count}", f"This course, {count} chapters", Size(count, count * ITEMS))
        for count in CHAPTERS
    ]
    found += [lambda count=count: theirs(count) for count in STOCK]
    title = "{} questions in the bank, {}"
    few = f"{BANK_CHAPTERS} chapters with {ITEMS} each"
    found += [
        lambda size=size: ours(f"bank-{size}", title.format(f"{size:,}", few), Size(BANK_CHAPTERS, size))
        for size in BANK
    ]
    if BANK:
        most = Size(BANK_CHAPTERS, max(BANK), all_shown=True)
        shown = title.format(f"{max(BANK):,}", f"{few}, the others on pages of their own")
        found.append(lambda: ours("bank-shown", shown, most))
    return found


def table(built: list[Built]) -> str:
    """Return a row for each book."""
    head = ["Book", "Check (s)", "Built (s)", "A word changed (s)", "A question changed (s)", "Processor, built (s)"]
    head += ["Peak memory (MB)", "Site (MB)", "Chapter's page, gzip (kB)", "Word index, gzip (kB)"]
    rows = [head, ["---", *("---:" for _ in head[1:])]]
    for one in built:
        site, page, index = one.weights
        costs = [one.checked, one.cold, one.word, one.item]
        processor = one.cold.processor
        rows.append(
            [
                one.title,
                *(f"{cost.seconds:.0f}" if cost else "" for cost in costs),
                f"{processor:.0f}" if processor else "?",
                f"{max(cost.memory for cost in costs if cost) / 1e6:,.0f}",
                f"{site / 1e6:.1f}",
                f"{page / 1000:.1f}",
                f"{index / 1000:.0f}",
            ]
        )
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def constant(small: Built, large: Built) -> str:
    """Measure on the same chapter of two books what must not depend on the bank; returns a table."""
    executable = find_chromium()
    if executable is None:
        raise RuntimeError("There is no Chromium: `python -m redflags.chromium` finds or installs one.")
    both = (small, large)
    firsts: dict[str, list[float]] = {one.title: [] for one in both}
    waits = {}
    with serve(small.site) as one, serve(large.site) as other, sync_playwright() as playwright:
        urls = {small.title: f"{one}/{small.page}.html", large.title: f"{other}/{large.page}.html"}
        for _ in range(ROUNDS):
            for title, url in urls.items():
                firsts[title].append(first_question.measure(playwright.chromium, executable, url, hands.OURS))
        for title, url in urls.items():
            waits[title] = feedback.measure(playwright.chromium, executable, [url], hands.OURS)
    rows = [
        ["The same chapter, with", *(one.title for one in both)],
        ["---", "---:", "---:"],
        ["Its page, gzip (bytes)", *(f"{one.weights[1]:,}" for one in both)],
        [
            "First question answered (s)",
            *(report.spread(first_question.spread(firsts[one.title]), 1, 1000) for one in both),
        ],
        ["Click to feedback, median (ms)", *(f"{waits[one.title].median:.0f}" for one in both)],
        ["Click to feedback, 95th percentile (ms)", *(f"{waits[one.title].p95:.0f}" for one in both)],
        ["... over so many clicks", *(str(waits[one.title].count) for one in both)],
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def main() -> int:
    """Build all, measure, and write the tables into the README, anew after each book: the largest take long."""
    WORK.mkdir(parents=True, exist_ok=True)
    built: list[Built] = []
    loads: list[float] = []
    steady = ""
    stolen = machine.Stolen()
    for go in runs():
        loads.append(os.getloadavg()[0])
        built.append(go())
        print(built[-1], flush=True)
        banks = [one for one in built if "in the bank" in one.title]
        if len(BANK) > 1 and len(banks) == len(BANK):
            steady = constant(banks[0], banks[-1])
        said = (
            f"Measured on {datetime.now(UTC):%d %B %Y}: {machine.plain()}, one build of each. "
            f"The load was {min(loads):.1f} to {max(loads):.1f} before each book. {stolen.said()}"
        )
        text = "\n\n".join(filter(None, [said.strip(), table(built), steady]))
        report.write(ROOT / "benchmarks" / "README.md", text, START, END)
    print(f"\n{text}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
