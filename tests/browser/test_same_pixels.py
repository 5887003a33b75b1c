"""Promise: the publishing step makes pages smaller and changes nothing that a reader sees."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest
from players import served
from playwright.sync_api import expect

from conftest import DESKTOP, PHONE, ROOT
from nightly import NIGHTLY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import BrowserContext

    from conftest import Open

MOST = 1 / 10_000
"""Of all pixels, how many may differ beyond what an eye tells apart (pixelmatch's threshold of 0.1)."""
EACH_TIME = [("index", DESKTOP), ("1-why/how-this-course-works", PHONE)]
"""The first page, and the only one that shows code."""
NIGHT = [
    (path, width)
    for path in (
        "index",
        "1-why/how-this-course-works",
        "2-tumours/primary-bone-tumours",
        "3-pain/cord-compression",
        "4-recognise/red-flags",
        "5-diagnose/staging-and-scores",
        "7-talk/claim-check",
        "8-patients/mobile-library-driver",
        "glossary",
        "instructors",
    )
    for width in (PHONE, DESKTOP)
]
SCROLL = """async () => {
  for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
    scrollTo(0, y)
    await new Promise(done => requestAnimationFrame(() => setTimeout(done)))
  }
}"""


@pytest.fixture(scope="module")
def built() -> Iterator[str]:
    """Serve the pages as Sphinx wrote them, which the step began with."""
    with served(ROOT / "_build" / "html") as address:
        yield address


def picture(visit: Open, context: BrowserContext, address: str, file: Path) -> Path:
    """Take a picture of a whole page when all that comes late is there."""
    page = visit(address, context).page
    page.evaluate(SCROLL)
    for mounted, places in ((".rf-quiz .rf-player", ".rf-quiz"), (".rf-lab .rf-lab-live", ".rf-lab")):
        expect(page.locator(mounted)).to_have_count(page.locator(places).count())
    page.wait_for_load_state("networkidle")
    page.evaluate("() => { scrollTo(0, 0); return document.fonts.ready.then(() => null) }")
    page.screenshot(path=file, full_page=True, animations="disabled")
    page.close()
    return file


@pytest.mark.parametrize(("path", "width"), NIGHT if NIGHTLY else EACH_TIME)
def test_a_published_page_looks_like_the_page_that_was_built(
    visit: Open, built: str, tmp_path: Path, path: str, width: int
):
    context = visit.context(width=width, reduced_motion="reduce")
    before = picture(visit, context, f"{built}/{path}.html", tmp_path / "built.png")
    after = picture(visit, context, f"{visit.home}/{path}.html", tmp_path / "site.png")
    drawing = tmp_path / "differ.png"
    command = ["node", "pixels.mjs", str(before), str(after), str(drawing)]
    done = subprocess.run(command, cwd=ROOT / "frontend", check=True, capture_output=True, text=True, timeout=120)
    found = json.loads(done.stdout)
    assert found["sizes"][0] == found["sizes"][1]
    assert found["differ"] <= MOST * found["of"], f"{found['differ']} pixels differ: see {drawing}"
