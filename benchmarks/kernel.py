"""How long a reader waits for Python in the browser, cold and warm, and what it takes from the network.

`python -m benchmarks.kernel` measures the built site and writes its part of the README; `make bench` calls it.
"""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from benchmarks import machine, report
from benchmarks.chromium import FLAGS
from benchmarks.server import serve
from playwright.sync_api import sync_playwright

from redflags.chromium import find_chromium
from redflags.notebooks import lite_address

if TYPE_CHECKING:
    from collections.abc import Iterable

    from playwright.sync_api import BrowserContext, BrowserType

ROOT = Path(__file__).parents[1]
PAGES = {
    "1-why/likelihood-ratios": ("A chapter without a chart", "article"),
    "4-recognise/red-flags": ("A chapter with a chart", ".js-plotly-plot .main-svg"),
}
"""Page -> what it is, and what shows that its last kind of output is there."""
RUNS = 3
PATIENCE = 300_000
"""Milliseconds."""


@dataclass(frozen=True)
class Wait:
    """One visit: seconds from the address to each sight, and bytes that the server sent."""

    ready: float
    """The notebook can be read."""
    first: float
    """Its first cell has run."""
    shown: float
    """A question, or a chart, shows."""
    sent: int


def visit(context: BrowserContext, url: str, shows: str, sent: list[int]) -> Wait:
    """Open a notebook and run all of it as soon as it can be read."""
    sent.clear()
    started = time.monotonic()
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(url)
    cell = page.locator(".jp-CodeCell").first
    cell.wait_for()
    ready = time.monotonic() - started
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    cell.get_by_text("[1]:", exact=True).wait_for()
    first = time.monotonic() - started
    page.locator(f".jp-OutputArea-output {shows}").first.wait_for(state="attached")
    shown = time.monotonic() - started
    page.wait_for_load_state("networkidle")
    page.close()
    return Wait(ready, first, shown, sum(sent))


def measure(chromium: BrowserType, executable: str, home: str, sent: list[int], page: str) -> list[tuple[Wait, Wait]]:
    """Return a first visit and a second one of the same reader, several times, each with a browser of its own."""
    found = []
    for number in range(1, RUNS + 1):
        print(f"Notebook {number} of {RUNS}: {page} ...", flush=True)
        browser = chromium.launch(executable_path=executable, args=FLAGS)
        try:
            context = browser.new_context(viewport={"width": 1280, "height": 900})
            url = f"{home}/{lite_address(page)}"
            found.append((visit(context, url, PAGES[page][1], sent), visit(context, url, PAGES[page][1], sent)))
        finally:
            browser.close()
    return found


def row(title: str, waits: Iterable[Wait]) -> str:
    """Return one line of the table: medians, with the lowest and the highest."""
    waits = list(waits)
    cells = [
        f"{median(times):.1f} ({min(times):.1f} to {max(times):.1f})"
        for times in ([getattr(wait, name) for wait in waits] for name in ("ready", "first", "shown"))
    ]
    return f"| {title} | {' | '.join(cells)} | {median(wait.sent for wait in waits) / 1e6:.1f} |"


def main() -> int:
    """Measure, print, and write the README's table."""
    site = ROOT / "_build" / "html"
    chromium = find_chromium()
    if chromium is None or not (site / "lite").is_dir():
        print("The course isn't built, or there is no Chromium: run `make html`, then `make bench`.", file=sys.stderr)
        return 1
    lines = [
        "| Seconds from the address | Notebook shows | First cell has run | Question or chart shows | MB sent |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    sent: list[int] = []
    with serve(site, sent) as home, sync_playwright() as playwright:
        for page, (title, _) in PAGES.items():
            found = measure(playwright.chromium, chromium, home, sent, page)
            lines += [row(f"{title}, first visit", (cold for cold, _ in found))]
            lines += [row(f"{title}, second visit", (warm for _, warm in found))]
    when = f"Measured on {datetime.now(UTC):%d %B %Y}: {machine.describe(chromium)}. Medians of {RUNS} runs."
    text = "\n\n".join([when, "\n".join(lines)])
    report.write(ROOT / "benchmarks" / "README.md", text, *report.KERNEL)
    print(f"\n{text}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
