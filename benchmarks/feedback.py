"""How long a reader waits for a question's feedback: from the click to its painting, on a slow processor."""

from __future__ import annotations

from itertools import cycle
from statistics import quantiles
from typing import TYPE_CHECKING

from benchmarks.chromium import FLAGS
from benchmarks.clicks import DESK, PAINTED, SLOWER, STILL, Waits, press
from benchmarks.measure import SCROLL

if TYPE_CHECKING:
    from benchmarks.hands import Hand
    from playwright.sync_api import BrowserType, Page

ENOUGH = 100
"""Clicks to measure."""

WATCH = f"""question => {{ {PAINTED}
  window.waits ??= [];
  let clicked = null;
  question.addEventListener("click", event => {{ clicked ??= event.timeStamp; }}, {{capture: true}});
  new MutationObserver(() => {{
    if (clicked !== null) painted(clicked);
    clicked = null;
  }}).observe(question, {{childList: true, subtree: true, characterData: true}});
}}"""


def measure(chromium: BrowserType, executable: str, pages: list[str], hand: Hand, enough: int = ENOUGH) -> Waits:
    """Answer questions of these pages, from the first again where they are too few, until enough clicks were seen.

    Raises
    ------
    RuntimeError
        A page has no question that can be answered.
    """
    browser = chromium.launch(executable_path=executable, args=FLAGS)
    waits: list[float] = []
    try:
        for url in cycle(pages):
            if len(waits) >= enough:
                break
            # A reader who has answered nothing yet.
            context = browser.new_context(viewport=DESK)
            found = _answered(context.new_page(), url, hand)
            context.close()
            if not found:
                raise RuntimeError(f"{url}: no answer had any feedback")
            waits += found
    finally:
        browser.close()
    cuts = quantiles(waits, n=100, method="inclusive")
    return Waits(len(waits), cuts[49], cuts[94], max(waits))


def _answered(page: Page, url: str, hand: Hand) -> list[float]:
    """Answer every question of a page."""
    page.goto(url, wait_until="networkidle")
    # Players come as a reader comes near.
    page.evaluate(SCROLL)
    page.wait_for_load_state("networkidle")
    wire = page.context.new_cdp_session(page)
    wire.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    for question in page.query_selector_all(hand.questions):
        question.evaluate(hand.fill)
        page.wait_for_timeout(STILL)
        question.evaluate(WATCH)
        pressed = question.evaluate_handle(hand.pressed)
        for place in range(pressed.evaluate("all => all.length")):
            element = pressed.evaluate_handle("(all, place) => all[place]", place).as_element()
            if element is not None:
                press(page, element)
    return list(page.evaluate("window.waits ?? []"))
