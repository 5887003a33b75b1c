"""Promise: the publishing step makes pages smaller and changes nothing that a reader sees."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest
from players import served
from playwright.sync_api import expect

from conftest import DESKTOP, PATIENCE, PHONE, ROOT
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
PART = 6_000
"""Pixels of height in one picture: of a much higher one a browser repeats what it has no room for."""
SCROLL = """async () => {
  for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
    scrollTo(0, y)
    await new Promise(done => requestAnimationFrame(() => setTimeout(done)))
  }
}"""

SETTLE = """async () => {
  scrollTo(0, 0)
  await document.fonts.ready
  for (const one of document.querySelectorAll('.bd-sidebar-secondary .active')) one.classList.remove('active')
}"""
"""Back at the top. Which heading the contents call the present one hangs on how fast a page was scrolled through."""


@pytest.fixture(scope="module")
def built() -> Iterator[str]:
    """Serve the pages as Sphinx wrote them, which the step began with."""
    with served(ROOT / "_build" / "html") as address:
        yield address


def pictures(visit: Open, context: BrowserContext, address: str, folder: Path) -> list[Path]:
    """Take pictures of a whole page, part by part, when all that comes late is there."""
    folder.mkdir()
    reader = visit(address, context)
    page = reader.page
    page.evaluate(SCROLL)
    for mounted, places in ((".rf-quiz .rf-player", ".rf-quiz"), (".rf-lab .rf-lab-live", ".rf-lab")):
        expect(page.locator(mounted)).to_have_count(page.locator(places).count())
    reader.whole()
    page.wait_for_load_state("networkidle")
    page.evaluate(SETTLE)
    width, height = page.evaluate("[document.documentElement.clientWidth, document.documentElement.scrollHeight]")
    parts = []
    for top in range(0, height, PART):
        part = {"x": 0, "y": top, "width": width, "height": min(PART, height - top)}
        parts.append(folder / f"{top:06}.png")
        page.screenshot(path=parts[-1], full_page=True, clip=part, animations="disabled", timeout=PATIENCE * 3)
    page.close()
    return parts


@pytest.mark.parametrize(("path", "width"), NIGHT if NIGHTLY else EACH_TIME)
def test_a_published_page_looks_like_the_page_that_was_built(
    visit: Open, built: str, tmp_path: Path, path: str, width: int
):
    context = visit.context(width=width, reduced_motion="reduce")
    before = pictures(visit, context, f"{built}/{path}.html", tmp_path / "built")
    after = pictures(visit, context, f"{visit.home}/{path}.html", tmp_path / "site")
    assert [part.name for part in before] == [part.name for part in after]
    for one, other in zip(before, after, strict=True):
        drawing = tmp_path / one.name
        command = ["node", "pixels.mjs", str(one), str(other), str(drawing)]
        done = subprocess.run(command, cwd=ROOT / "frontend", check=True, capture_output=True, text=True, timeout=120)
        found = json.loads(done.stdout)
        assert found["sizes"][0] == found["sizes"][1]
        assert found["differ"] <= MOST * found["of"], f"{found['differ']} pixels differ: see {drawing}"
