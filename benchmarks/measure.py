"""What a page costs: bytes and requests that Chromium sees when a phone opens it."""

from __future__ import annotations

from collections import Counter
from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from benchmarks.chromium import FLAGS

if TYPE_CHECKING:
    from playwright.sync_api import BrowserType, Page

PHONE: dict[str, Any] = {
    "viewport": {"width": 412, "height": 823},
    "device_scale_factor": 1.75,
    "is_mobile": True,
    "has_touch": True,
}
"""Lighthouse's phone."""

SCROLL = "async () => { for (let y = 0; y < document.body.scrollHeight; y += 400) { \
scrollTo(0, y); await new Promise(done => setTimeout(done, 50)); } }"


@dataclass
class Cost:
    """What one load of a page took from our server, and what it asked of others."""

    transferred: int = 0
    """Bytes on the wire, headers included."""
    requests: int = 0
    scripts: int = 0
    """Bytes of script files; scripts inside the page count as page."""
    read: int = 0
    """Bytes after scrolling to the end, which loads what was lazy."""
    others: Counter[str] = field(default_factory=Counter)
    """Attempted requests to each third party."""
    errors: int = 0
    """Uncaught errors of the page's scripts."""


class _Ledger:
    """Adds up the network events of a page."""

    def __init__(self) -> None:
        self.cost = Cost()
        self._kinds: dict[str, str] = {}

    def asked(self, event: dict[str, Any]) -> None:
        """Note a request."""
        address = urlsplit(event["request"]["url"])
        if address.scheme not in {"http", "https"}:
            return
        if address.hostname == "127.0.0.1":
            self._kinds[event["requestId"]] = event.get("type", "Other")
            self.cost.requests += 1
        else:
            self.cost.others[address.hostname or "?"] += 1

    def came(self, event: dict[str, Any]) -> None:
        """Note the size of an answer."""
        kind = self._kinds.get(event["requestId"])
        if kind is None:
            return
        size = int(event["encodedDataLength"])
        self.cost.transferred += size
        if kind == "Script":
            self.cost.scripts += size

    def broke(self, _: object) -> None:
        """Note an uncaught error of a script."""
        self.cost.errors += 1


def measure(chromium: BrowserType, executable: str, url: str) -> Cost:
    """Open a page once in a fresh browser, as first-time visitor."""
    browser = chromium.launch(executable_path=executable, args=FLAGS)
    try:
        page = browser.new_context(**PHONE).new_page()
        return _load(page, url)
    finally:
        browser.close()


def _load(page: Page, url: str) -> Cost:
    ledger = _Ledger()
    page.on("pageerror", ledger.broke)
    wire = page.context.new_cdp_session(page)
    wire.on("Network.requestWillBeSent", ledger.asked)
    wire.on("Network.loadingFinished", ledger.came)
    wire.send("Network.enable")
    answer = page.goto(url, wait_until="networkidle")
    if answer is None or not answer.ok:
        raise RuntimeError(f"{url} can't be opened")
    cost = deepcopy(ledger.cost)
    page.evaluate(SCROLL)
    page.wait_for_load_state("networkidle")
    cost.read = ledger.cost.transferred
    return cost
