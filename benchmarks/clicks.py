"""How long a learner waits for a virtual patient's answer: from the click to its painting, on a slow processor."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import quantiles
from typing import TYPE_CHECKING

from benchmarks.chromium import FLAGS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from playwright.sync_api import BrowserType, ElementHandle, Page

SLOWER = 4
"""The processor is slowed so many times."""
ENOUGH = 120
"""Clicks to measure, over several patients."""
STILL = 150
"""Milliseconds before a click, as long as a hand needs; what the last click left to do is done by then."""
SEEN = 400
"""Milliseconds after a click in which nothing asks the page anything: a question to it would be measured too."""
PRESS = 80
"""Milliseconds that a finger stays on the button: what pressing draws isn't what letting go draws."""
DESK = {"width": 1280, "height": 900}
KINDS = ("Ask", "Examine", "Talk")
"""What answers at once and asks for no judgement first."""

PAINTED = """
  // The first task after a frame comes when that frame is painted; one that blocks the user comes before all others.
  const painted = from => requestAnimationFrame(() => {
    scheduler.postTask(() => window.waits.push(performance.now() - from), {priority: "user-blocking"});
  });
"""
WATCH = f"""() => {{ {PAINTED}
  window.waits = [];
  let clicked = null;
  document.addEventListener("click", event => {{ clicked = event.timeStamp; }}, {{capture: true}});
  new MutationObserver(() => {{
    if (clicked !== null) painted(clicked);
    clicked = null;
  }}).observe(document.querySelector(".rf-pt-story ol"), {{childList: true, subtree: true, characterData: true}});
}}"""


@dataclass(frozen=True)
class Waits:
    """Milliseconds from clicks to answers."""

    count: int
    median: float
    p95: float
    longest: float


def measure(chromium: BrowserType, executable: str, pages: Iterable[str]) -> Waits:
    """Ask and examine patients until enough answers were seen."""
    browser = chromium.launch(executable_path=executable, args=FLAGS)
    waits: list[float] = []
    try:
        for url in pages:
            if len(waits) >= ENOUGH:
                break
            page = browser.new_page(viewport=DESK)
            page.goto(url)
            waits += _play(page)
            page.close()
    finally:
        browser.close()
    cuts = quantiles(waits, n=100, method="inclusive")
    return Waits(len(waits), cuts[49], cuts[94], max(waits))


def _play(page: Page) -> list[float]:
    """Judge at first sight, then do all that answers at once."""
    page.get_by_role("button", name="Begin").click()
    page.get_by_role("group", name="Diagnoses").get_by_role("button").first.click()
    page.get_by_role("button", name="Rank 1: empty").click()
    page.get_by_role("spinbutton").fill("10")
    page.get_by_role("button", name="That is my view").click()
    page.evaluate(WATCH)
    wire = page.context.new_cdp_session(page)
    wire.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    acts = [act for kind in KINDS for act in page.query_selector_all(f'[role=group][aria-label="{kind}"] .rf-pt-act')]
    for act in acts:
        press(page, act)
    return page.evaluate("window.waits")


def press(page: Page, element: ElementHandle) -> None:
    """Press what will add a wait to `window.waits`, and leave the page alone until it has.

    With the bare mouse: Playwright's own click runs checks within the page, and they would be measured.

    Raises
    ------
    RuntimeError
        It can't be seen, or pressing it changed nothing.
    """
    element.evaluate("element => element.scrollIntoView({block: 'center'})")
    box = element.bounding_box()
    if box is None:
        raise RuntimeError(f"{page.url}: what should be pressed can't be seen")
    before = page.evaluate("(window.waits ?? []).length")
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_timeout(STILL)
    page.mouse.down()
    page.wait_for_timeout(PRESS)
    page.mouse.up()
    page.wait_for_timeout(SEEN)
    page.wait_for_function("before => (window.waits ?? []).length > before", arg=before)
