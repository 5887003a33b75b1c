"""Promise: a page's notebook runs in the reader's browser, wherever the site stands, and asks no other host.

Pyodide takes its seconds to start, so one story is told always; `make nightly` tells the rest.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from notebook_servers import alone
from playwright.sync_api import expect
from test_item_types import of

from nightly import nightly
from redflags.notebooks import lite_address
from redflags.static_files import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator, Page

    from conftest import Open, Watched

PAGE = "1-why/likelihood-ratios"
ITEM = next(item for item in compiled("quizzes", "likelihood-ratios.json")["items"] if item["id"] == "lr-multiply")
SLOW = 150_000
"""Milliseconds for a kernel to start on a machine that does other things too."""
pytestmark = pytest.mark.timeout(600)


@pytest.fixture(scope="module")
def away(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Open]:
    """Open the site as a reader whom it alone can reach."""
    with alone(browser, tmp_path_factory.mktemp("host")) as opener:
        yield opener


def run_all(page: Page) -> None:
    """Run every cell of the notebook that is open; a kernel that is not ready yet runs them when it is."""
    page.set_default_timeout(SLOW)
    expect(page.locator(".jp-CodeCell").nth(1)).to_be_visible(timeout=SLOW)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()


def cell(page: Page, source: str) -> Locator:
    """Return the last cell with these words."""
    return page.locator(".jp-CodeCell").filter(has_text=source).last


def elsewhere(reader: Watched, away: Open) -> list[str]:
    """Return what was asked of another host; JupyterLite asks its service worker for its health, above the site."""
    return [url for url in reader.elsewhere if not url.startswith(away.home.removesuffix("course"))]


def test_a_page_opens_as_a_notebook_whose_quiz_answers_to_python(away: Open):
    reader = away(PAGE)
    assert reader.axe(include=[".rf-notebook"]) == []
    reader.page.get_by_role("link", name="Open as a notebook in the browser").click()
    run_all(reader.page)
    question = of(cell(reader.page, "quiz = Quiz("), ITEM["id"])
    expect(question).to_be_visible(timeout=SLOW)
    right = next(place for place, option in enumerate(ITEM["options"]) if option["correct"])
    question.get_by_role("radio").nth(right).check()
    question.get_by_role("button", name=re.compile("^1 · ")).click()
    expect(question).to_contain_text("Take home:")
    results = cell(reader.page, "quiz.results()")
    results.locator(".cm-content").click()
    reader.page.keyboard.press("Shift+Enter")
    row = results.get_by_role("row").filter(has_text=ITEM["id"])
    # Tried once, and the one mark of it.
    expect(row.get_by_role("cell").nth(3)).to_have_text("1", timeout=SLOW)
    expect(row.get_by_role("cell").nth(7)).to_have_text(re.compile(r"^1(\.0)?$"))
    assert elsewhere(reader, away) == []


@nightly
@pytest.mark.parametrize(
    ("page", "source", "shows"),
    [
        ("4-recognise/red-flags", 'figure("red_flag_odds")', ".js-plotly-plot .main-svg"),
        ("4-recognise/red-flags", "RedFlagExplorer()", ".rf-lab-live"),
        ("8-patients/hill-farm-visit", 'Case("hill-farm-visit")', "button"),
        ("scores", 'Score("sins")', "input[type=radio]"),
        ("exam-nursing", 'Quiz("exam-nursing"', "button"),
    ],
)
def test_every_kind_of_player_shows_itself_in_the_browser_s_kernel(away: Open, page: str, source: str, shows: str):
    reader = away(f"{away.home}/{lite_address(page)}")
    run_all(reader.page)
    shown = cell(reader.page, source)
    shown.scroll_into_view_if_needed(timeout=SLOW)
    expect(shown.locator(f".jp-OutputArea-output {shows}").first).to_be_visible(timeout=SLOW)
    assert elsewhere(reader, away) == []
