"""How long a phone on a slow network needs from the address to the first question that can be answered."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from benchmarks.chromium import FLAGS
from benchmarks.lighthouse import Spread
from benchmarks.measure import PHONE

if TYPE_CHECKING:
    from benchmarks.hands import Hand
    from playwright.sync_api import BrowserType

SLOWER = 4
"""The processor is slowed so many times."""
NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750}
"""Lighthouse's slow 4G: 1.6 Mb/s down, 0.75 up, 150 ms. Chromium adds the wait to each answer of the server."""
PATIENCE = 60_000

TRY = """([option, confirm, feedback]) => {
  const look = setInterval(() => {
    const question = %s;
    if (!question) return;
    question.scrollIntoView({block: "center"});
    const first = question.querySelector(option);
    // Chosen before anybody listened, it would not change again.
    if (first?.checked) first.checked = false;
    first?.click();
    if (confirm) question.querySelector(confirm)?.click();
    if (![...question.querySelectorAll(feedback)].some(place => place.textContent.trim())) return;
    clearInterval(look);
    requestAnimationFrame(() => setTimeout(() => { window.answered = performance.now(); }));
  }, 50);
}"""
"""Scrolls to the question and presses until the answer has its feedback on the screen; times count from navigation."""


def measure(chromium: BrowserType, executable: str, url: str, hand: Hand) -> float:
    """Open a page once as a first-time visitor; returns milliseconds until an answer had its feedback."""
    browser = chromium.launch(executable_path=executable, args=FLAGS)
    try:
        page = browser.new_context(**PHONE).new_page()
        script = f"({TRY % hand.first})({[hand.option, hand.confirm, hand.feedback]!r});"
        page.add_init_script(script)
        wire = page.context.new_cdp_session(page)
        wire.send("Network.enable")
        wire.send("Network.emulateNetworkConditions", NETWORK)
        wire.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.goto(url, wait_until="commit")
        page.wait_for_function("() => window.answered", timeout=PATIENCE)
        return float(page.evaluate("window.answered"))
    finally:
        browser.close()


def spread(times: list[float]) -> Spread:
    """Return the median of several visits, the quickest and the slowest."""
    return Spread(median(times), min(times), max(times))
