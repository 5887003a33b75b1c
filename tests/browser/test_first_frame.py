"""Promise: a chapter's first frame leaves out what nobody sees yet, and no reader ever notices."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from conftest import CHAPTERS, DESKTOP, PHONE

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from conftest import Open

ANEW = ".rf-anew"
LEFT = ".bd-article [style*=content-visibility], .rf-quiz > .rf-static:not([hidden])"
SHIFTS = """() => {
  window.shifts = 0
  new PerformanceObserver(list => { for (const each of list.getEntries()) window.shifts += each.value })
    .observe({type: "layout-shift", buffered: true})
}"""
HEIGHT = "document.documentElement.scrollHeight"


def come(visit: Open, path: str, width: int = DESKTOP, anchor: str = "") -> Page:
    """Open a page and touch nothing."""
    page = visit.context(width=width).new_page()
    page.goto(f"{visit.home}/{path}.html{anchor}")
    return page


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("path", CHAPTERS)
def test_in_the_end_all_stands_where_it_would_have_stood_and_nothing_jumped(visit: Open, path: str, width: int):
    page = come(visit, path, width)
    page.evaluate(SHIFTS)
    # Who comes to a place in the page gets all of it at once.
    other = come(visit, path, width, "#further-reading")
    assert other.locator(ANEW).count() == 0
    for one in (page, other):
        expect(one.locator(f"{ANEW}, {LEFT}")).to_have_count(0)
    assert page.evaluate(HEIGHT) == other.evaluate(HEIGHT)
    assert page.evaluate("window.shifts") < 0.01


def test_what_is_out_of_sight_is_left_out_of_the_first_frame(visit: Open):
    page = visit.context().new_page()
    # Without the script that lays it out later.
    page.route("**/redflags/page.*.js", lambda route: route.abort())
    page.goto(f"{visit.home}/{CHAPTERS[0]}.html")
    expect(page.locator(ANEW)).to_have_count(1)
    last = page.locator("#questions .rf-q").last
    assert not last.evaluate("each => each.checkVisibility({contentVisibilityAuto: true})")
    # And is there for whoever scrolls to it.
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    page.wait_for_function("each => each.checkVisibility({contentVisibilityAuto: true})", arg=last.element_handle())


def test_who_leaps_at_once_by_a_link_or_by_keys_lands_there(visit: Open):
    page = come(visit, CHAPTERS[0])
    page.locator("nav.page-toc").get_by_role("link", name="What the web says").click()
    expect(page.get_by_role("heading", name="What the web says")).to_be_in_viewport()
    expect(page.locator(ANEW)).to_have_count(0)
    other = come(visit, CHAPTERS[0])
    other.keyboard.press("End")
    expect(other.locator("footer").last).to_be_in_viewport()


def test_who_reloads_or_comes_back_gets_all_at_once(visit: Open):
    page = come(visit, CHAPTERS[0])
    page.reload()
    assert page.locator(ANEW).count() == 0
    page.goto(f"{visit.home}/{CHAPTERS[1]}.html")
    page.go_back()
    expect(page.locator(LEFT)).to_have_count(0)
    assert page.locator(ANEW).count() == 0
