"""A real Chromium on the built book; every page it opens is watched for errors and for requests to elsewhere."""

from __future__ import annotations

import os
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from redflags.chromium import ADVICE, FLAGS, find_chromium

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
SITE = ROOT / "_build" / "site"
CHAPTERS = ("4-recognise/red-flags", "3-pain/cord-compression")
AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
PATIENCE = 15_000
"""Milliseconds: two workers share two cores, often with others."""
expect.set_options(timeout=PATIENCE)
PHONE, DESKTOP, HEIGHT = 360, 1280, 780
AXE_RUN = """async ([within, options]) => {
  // A bar that stays in sight lies over whatever control is below it just now: its reader scrolls on. Where it rests it
  // covers nothing, and must not.
  const sticky = [...document.querySelectorAll("*")].filter(one => getComputedStyle(one).position === "sticky")
  const before = sticky.map(one => one.style.position)
  for (const one of sticky) one.style.position = "static"
  try { return await axe.run(within, options) }
  finally { sticky.forEach((one, place) => { one.style.position = before[place] }) }
}"""
OUT_OF_CARD = """() => [...document.querySelectorAll(".rf-item")].flatMap(card => {
  const edge = card.getBoundingClientRect().right + 1
  return [...card.querySelectorAll("table, select, input, button")]
    .filter(one => one.checkVisibility() && one.getBoundingClientRect().right > edge)
    .map(one => `${card.querySelector("[id]")?.id}: ${one.outerHTML.slice(0, 120)}`)
})"""
"""What of a question reaches over the edge of its card: beside a list of contents the page needn't scroll for it."""


class Watched:
    """A page with what went wrong on it."""

    def __init__(self, page: Page, home: str) -> None:
        self.page = page
        self.errors: list[str] = []
        self.elsewhere: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda request: self._request(request.url, home))

    def _request(self, url: str, home: str) -> None:
        self.requests.append(url)
        if not url.startswith((home, "data:", "blob:", "file:")):
            self.elsewhere.append(url)

    def axe(self, within: str = "html", **options: object) -> list[str]:
        """Return the accessibility violations that axe finds below a selector, each with the elements it is about."""
        if not self.page.evaluate("'axe' in window"):
            # Not as a script of the page, whose policy allows none.
            self.page.evaluate(AXE.read_text(encoding="utf-8"))
        # No rule that is on reads style sheets, which axe would otherwise fetch first. WCAG 2.2's size of targets is
        # off unless asked for.
        rules = {"target-size": {"enabled": True}}
        options = {"resultTypes": ["violations"], "preload": False, "rules": rules, **options}
        found = self.page.evaluate(AXE_RUN, [within, options])
        return [f"{rule['id']}: {node['html'][:160]}" for rule in found["violations"] for node in rule["nodes"]]

    def contrast(self) -> list[str]:
        """Return what axe finds of colours alone: all that another theme or width of a page changes."""
        return self.axe(runOnly=["color-contrast"])

    def turn(self, theme: str, width: int | None = None) -> None:
        """Show the page that is open in a theme and at a width: cheaper than another reader who loads it."""
        if width:
            self.page.set_viewport_size({"width": width, "height": HEIGHT})
        self.page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        self.page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)

    def mount(self) -> None:
        """Bring near, one after another, all that is drawn when a reader comes near it, and wait until it is."""
        page = self.page
        if not page.locator(".rf-quiz, .rf-lab, figure.rf-plot").count():
            self.whole()
            return
        page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
        expect(page.locator(".rf-quiz .rf-player")).to_have_count(page.locator(".rf-quiz").count())
        self.whole()
        for lab in page.locator(".rf-lab").all():
            lab.scroll_into_view_if_needed()
            expect(lab.locator(".rf-lab-live")).to_be_visible()
        wide = page.evaluate("matchMedia('(min-width: 30rem)').matches")
        drawn = ".js-plotly-plot .main-svg" if wide else ".rf-plot-static svg"
        for chart in page.locator("figure.rf-plot").all():
            chart.scroll_into_view_if_needed()
            expect(chart.locator(drawn).first).to_be_visible()

    def whole(self) -> None:
        """Wait until nothing of the page waits: every question stands, and all that the first frame left out."""
        expect(self.page.locator(".rf-anew, .rf-quiz:has(.rf-player) > .rf-static:not([hidden])")).to_have_count(0)

    def sideways(self) -> int:
        """Return by how many pixels the page scrolls sideways."""
        return self.page.evaluate("document.documentElement.scrollWidth - innerWidth")

    def out_of_card(self) -> list[str]:
        """Return what of a question reaches over the edge of its card."""
        return self.page.evaluate(OUT_OF_CARD)


class Open:
    """Opens pages of the book as a reader with a given screen and theme would."""

    def __init__(self, browser: Browser, home: str, service_workers: str = "block") -> None:
        self.browser = browser
        self.home = home
        # Where a test isn't about them, saving the whole course would only take its time.
        self.settings = {"service_workers": service_workers}
        self.contexts: list[BrowserContext] = []

    def context(self, width: int = DESKTOP, theme: str = "light", **settings: object) -> BrowserContext:
        """Return a new reader: nothing stored, this screen, this theme."""
        settings = {**self.settings, **settings}
        context = self.browser.new_context(
            viewport={"width": width, "height": HEIGHT}, color_scheme=theme, has_touch=width <= PHONE, **settings
        )
        context.add_init_script(f"localStorage.setItem('mode', '{theme}'); localStorage.setItem('theme', '{theme}')")
        context.set_default_timeout(PATIENCE)
        self.contexts.append(context)
        return context

    def __call__(self, path: str, context: BrowserContext | None = None, **reader: object) -> Watched:
        """Open a page of the book (or any address), and watch it from its first byte."""
        page = (context or self.context(**reader)).new_page()
        watched = Watched(page, self.home)
        page.goto(path if "://" in path else f"{self.home}/{path}.html")
        # As who goes by keys, for whom all is laid out at once: a test may leap anywhere (test_first_frame.py doesn't).
        page.keyboard.press("Shift")
        return watched


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def home() -> Iterator[str]:
    """Serve the built book, as any plain host would."""
    assert (SITE / "index.html").is_file(), "there is no built book: run `make html`"
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(SITE)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium once for all tests."""
    found = find_chromium()
    assert found, ADVICE
    # Playwright's own driver warns of Node's deprecations on some machines.
    os.environ.setdefault("NODE_NO_WARNINGS", "1")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield running
        running.close()


@pytest.fixture
def visit(browser: Browser, home: str) -> Iterator[Open]:
    """Open pages; what a test opened is closed after it."""
    opener = Open(browser, home)
    yield opener
    for context in opener.contexts:
        context.close()
