"""What a click costs at the least here: a page with nothing but buttons, each of which adds a word."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks import feedback
from benchmarks.hands import Hand

if TYPE_CHECKING:
    from benchmarks.clicks import Waits
    from playwright.sync_api import BrowserType

CLICKS = 40
BUTTON = """<p><button onclick="this.after(' Right')">Answer</button></p>"""
HAND = Hand(
    questions="p",
    fill="() => {}",
    pressed="question => [...question.children]",
)


def measure(chromium: BrowserType, executable: str) -> Waits:
    """Press its buttons as `feedback` presses a question's."""
    with TemporaryDirectory() as folder:
        page = Path(folder) / "buttons.html"
        page.write_text(f"<!doctype html><title>Buttons</title>{BUTTON * CLICKS}", encoding="utf-8")
        return feedback.measure(chromium, executable, [page.as_uri()], HAND, CLICKS)
