"""Measures this course beside its peers, in one run; `make bench` calls it after the pages are built."""

from __future__ import annotations

import shutil
import sys
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import clicks, feedback, first_question, floor, hands, lighthouse, machine, peers, redraws, report
from benchmarks.chapter import plain
from benchmarks.measure import measure
from benchmarks.questions import ten_questions
from benchmarks.server import serve
from playwright.sync_api import sync_playwright

from redflags.chromium import find_chromium
from redflags.reading import read_content

if TYPE_CHECKING:
    from benchmarks.hands import Hand

ROOT = Path(__file__).parents[1]
WORK = ROOT / "_build" / "bench"
OURS = {
    "red-flags": ("This course, red flags", "4-recognise/red-flags"),
    "cord-compression": ("This course, cord compression", "3-pain/cord-compression"),
}
HANDS = {"jupyterquiz": hands.JUPYTERQUIZ}
"""What the stock books' questions answer to; those made of ipywidgets answer to nothing without a kernel."""
SHARED = "red-flags"
"""The chapter whose words and questions the peers get."""


@dataclass(frozen=True)
class Subject:
    """A page to measure."""

    name: str
    title: str
    site: Path
    page: str
    hand: Hand | None
    """How its questions are answered; None where they can't be."""


def subjects() -> list[Subject]:
    """Return our pages, as built, and the peers', built here."""
    # A copy, so that somebody's build meanwhile doesn't change what is measured.
    site = WORK / "course"
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(ROOT / "_build" / "site", site)
    ours = [Subject(name, title, site, page, hands.OURS) for name, (title, page) in OURS.items()]
    content = read_content(ROOT)
    chapter = (ROOT / "book" / f"{OURS[SHARED][1]}.md").read_text(encoding="utf-8")
    words, questions = plain(chapter, content.evidence), ten_questions(content, SHARED)
    commands = peers.install(WORK)
    for peer in peers.PEERS:
        print(f"Building: {peer.title} ...", flush=True)
        built = peers.build(peer, commands, WORK, words, questions)
        ours.append(Subject(peer.name, peer.title, built, peers.PAGE, HANDS.get(peer.name)))
    print(f"Building: {peers.MKDOCS_TITLE} ...", flush=True)
    built = peers.build_mkdocs(WORK, words, questions)
    return [*ours, Subject("mkdocs-quiz", peers.MKDOCS_TITLE, built, peers.PAGE, hands.MKDOCS_QUIZ)]


def results(pages: list[Subject], chromium: str) -> list[report.Result]:
    """Measure every page; one browser at a time."""
    with ExitStack() as stack:
        hosts = {site: stack.enter_context(serve(site)) for site in {page.site for page in pages}}
        urls = {page.name: f"{hosts[page.site]}/{page.page}.html" for page in pages}
        with sync_playwright() as playwright:
            costs = {name: measure(playwright.chromium, chromium, url) for name, url in urls.items()}
        runs: dict[str, list[dict[str, float]]] = {page.name: [] for page in pages}
        firsts: dict[str, list[float]] = {page.name: [] for page in pages if page.hand}
        # Round by round, so that a machine that slows down slows all pages alike.
        for number in range(1, lighthouse.RUNS + 1):
            for name, url in urls.items():
                print(f"Lighthouse {number} of {lighthouse.RUNS}: {name} ...", flush=True)
                runs[name].append(lighthouse.audit(url, chromium, WORK / "lighthouse" / f"{name}-{number}.json"))
            with sync_playwright() as playwright:
                for page in pages:
                    if page.hand:
                        visit = first_question.measure(playwright.chromium, chromium, urls[page.name], page.hand)
                        firsts[page.name].append(visit)
        waits = {}
        with sync_playwright() as playwright:
            for page in pages:
                if page.hand:
                    print(f"Answering: {page.name} ...", flush=True)
                    waits[page.name] = feedback.measure(playwright.chromium, chromium, [urls[page.name]], page.hand)
    return [
        report.Result(
            page.title,
            costs[page.name],
            lighthouse.spread(runs[page.name]),
            first_question.spread(firsts[page.name]) if page.hand else None,
            waits.get(page.name),
        )
        for page in pages
    ]


def _method(measured: list[report.Result], chromium: str) -> str:
    speeds = [result.lighthouse["speed"] for result in measured]
    slow, fast = min(speed.low for speed in speeds), max(speed.high for speed in speeds)
    return (
        f"Measured on {datetime.now(UTC):%d %B %Y}: {machine.describe(chromium)}, Lighthouse {lighthouse.version()}. "
        f"Lighthouse's figures are the median of {lighthouse.RUNS} runs, with the lowest and the highest in brackets; "
        f"its own index of this machine's speed was {slow:.0f} to {fast:.0f}."
    )


def least(chromium: str) -> str:
    """Say what a click costs at the least."""
    with sync_playwright() as playwright:
        waits = floor.measure(playwright.chromium, chromium)
    return report.answers("a word on a page that holds nothing but buttons", waits, clicks.SLOWER)


def answers(chromium: str) -> str:
    """Say how long a virtual patient's answer takes; nothing where the built course has none."""
    site = WORK / "course"
    cases = [page for page in sorted((site / "8-patients").glob("*.html")) if "rf-case" in page.read_text("utf-8")]
    if not cases:
        return ""
    with serve(site) as home, sync_playwright() as playwright:
        pages = [f"{home}/{case.relative_to(site).as_posix()}" for case in cases]
        waits = clicks.measure(playwright.chromium, chromium, pages)
        return report.answers("a virtual patient's answer", waits, clicks.SLOWER)


def pictures(chromium: str) -> str:
    """Say how often the MRI explorer draws; nothing where the built course has no page with it."""
    site = WORK / "course"
    if not (site / f"{redraws.PAGE}.html").is_file():
        return ""
    with serve(site) as home, sync_playwright() as playwright:
        return report.redraws(redraws.measure(playwright.chromium, chromium, f"{home}/{redraws.PAGE}.html"))


def main() -> int:
    """Build the peers, measure all, print the table and write it into the README."""
    if not (ROOT / "_build" / "site" / "index.html").is_file():
        print("The course isn't built: run `make html` first.", file=sys.stderr)
        return 1
    chromium = find_chromium()
    if chromium is None:
        print("There is no Chromium: `make bench` finds or installs one.", file=sys.stderr)
        return 1
    lighthouse.install()
    pages = subjects()
    stolen = machine.Stolen()
    measured = results(pages, chromium)
    # One after the other, so that they meet the machine at the same hour.
    waits = [least(chromium), answers(chromium), pictures(chromium)]
    text = "\n\n".join(
        [
            f"{_method(measured, chromium)} {stolen.said()}".strip(),
            report.table(measured),
            "Third parties asked (all blocked):",
            report.third_parties(measured),
            *waits,
        ]
    )
    report.write(ROOT / "benchmarks" / "README.md", text)
    print(f"\n{text}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
