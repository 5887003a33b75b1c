"""Promise: every page is whole, quiet and accessible, on a phone and on a desk, by day and by night."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from conftest import CHAPTERS, DESKTOP, PHONE, ROOT, SITE
from redflags.book.build import pages

if TYPE_CHECKING:
    from conftest import Open

PAGES = pages(ROOT)
LOOKS = [(PHONE, "dark"), (DESKTOP, "light")]
"""How pages are looked at: the two chapters that everything began with in both ways, the others in turn in one; those
that between them hold one of each thing also for their colours in the other theme."""
VARIED = (*CHAPTERS, "index", "7-talk/claim-check", "scores", "guides/first-day", "exam-nursing")
LISTS = {
    "register": ".rf-register-entry, .rf-register-topic",
    "references": ".rf-works > li",
    "bank-report": "main tbody tr",
}
"""Pages that say the same kind of thing a thousand times -> what is one of these things."""
SMALL_LETTERS = """texts => texts.filter(text => text.checkVisibility()).map(text => {
  const {a, b} = text.getScreenCTM()
  return [text.textContent, Math.hypot(a, b) * parseFloat(getComputedStyle(text).fontSize)]
}).filter(([, size]) => size < 11.95)"""
"""What is drawn smaller than 12 px."""
SHAPES = 60
"""A list of more shapes than these is no list of one kind of thing."""
KEEP_ONE_OF_EACH_SHAPE = """things => {
  const shape = element => {
    const inner = [...element.children].map(shape).filter((one, place, all) => one !== all[place - 1])
    const words = [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())
    return `${element.localName}.${element.className}[${element.getAttributeNames()}]${words}(${inner})`
  }
  const seen = new Set()
  for (const thing of document.querySelectorAll(things)) {
    if (seen.has(shape(thing))) thing.remove()
    else seen.add(shape(thing))
  }
}"""


@pytest.mark.parametrize(
    ("path", "width", "theme"),
    [
        *((path, *look) for path in CHAPTERS for look in LOOKS),
        *((path, *LOOKS[place % 2]) for place, path in enumerate(PAGES) if path not in CHAPTERS),
    ],
)
def test_no_error_no_foreign_request_no_axe_violation_no_sideways_scroll(
    visit: Open, path: str, width: int, theme: str
):
    reader = visit(path, width=width, theme=theme)
    page = reader.page
    reader.mount()
    assert page.locator("html").get_attribute("data-theme") == theme
    assert reader.sideways() <= 0
    assert reader.out_of_card() == []
    if width == PHONE:
        assert page.locator("main svg text").evaluate_all(SMALL_LETTERS) == []
    if path in LISTS:
        ids = Counter(page.locator("[id]").evaluate_all("all => all.map(one => one.id)"))
        assert [name for name, count in ids.items() if count > 1] == []
        page.evaluate(KEEP_ONE_OF_EACH_SHAPE, LISTS[path])
        assert 1 <= page.locator(LISTS[path]).count() <= SHAPES
    assert reader.axe() == []
    if path in VARIED:
        reader.turn("light" if theme == "dark" else "dark")
        assert reader.contrast() == []
    assert reader.elsewhere == []
    assert reader.errors == []


def test_every_page_says_when_it_was_reviewed_and_that_it_is_not_for_clinical_use():
    line = re.compile(
        r'<p class="rf-meta">.*?<time datetime="20\d\d-\d\d-\d\d">.*?not for clinical use.*?</p>', re.DOTALL
    )
    silent = [path for path in PAGES if not line.search((SITE / f"{path}.html").read_text(encoding="utf-8"))]
    assert silent == []


@pytest.mark.parametrize("path", CHAPTERS)
def test_without_scripts_a_chapter_reads_as_a_textbook(visit: Open, path: str):
    page = visit(path, java_script_enabled=False).page
    questions = page.locator(".rf-static .rf-q")
    assert questions.count() >= 12
    first = questions.first
    expect(first).to_be_visible()
    answer = first.get_by_text("Answer", exact=True)
    expect(first.get_by_text("Take home")).to_be_hidden()
    answer.click()
    expect(first.get_by_text("Take home")).to_be_visible()
    expect(page.locator(".rf-plot-static svg").first).to_be_visible()


def test_a_citation_opens_by_keyboard_and_says_how_it_was_checked(visit: Open):
    page = visit(CHAPTERS[0]).page
    mark = page.get_by_role("button", name="Evidence RF-EPI-01").first
    mark.focus()
    page.keyboard.press("Enter")
    note = page.get_by_role("dialog", name="Evidence RF-EPI-01")
    expect(note).to_be_visible()
    expect(note).to_contain_text("US primary care")
    expect(note).to_contain_text("We read the source's own text")
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(mark).to_be_focused()


def test_a_citation_opens_by_touch_and_leads_to_the_register(visit: Open):
    page = visit(CHAPTERS[0], width=PHONE).page
    page.get_by_role("button", name="Evidence RF-EPI-01").first.tap()
    note = page.get_by_role("dialog", name="Evidence RF-EPI-01")
    expect(note).to_be_in_viewport()
    note.get_by_role("link", name="in the register").tap()
    expect(page).to_have_url(re.compile(r"register\.html#RF-EPI-01$"))
    expect(page.locator("#RF-EPI-01")).to_be_in_viewport()


def test_the_register_can_be_searched(visit: Open):
    page = visit("register").page
    page.get_by_label("Search the register").fill("hotline")
    expect(page.locator("#RF-MSC-19")).to_be_visible()
    expect(page.locator("#RF-EPI-01")).to_be_hidden()
    expect(page.get_by_role("status").first).to_contain_text("of")
    page.get_by_label("Search the register").fill("")
    expect(page.locator("#RF-EPI-01")).to_be_visible()


def test_the_chart_library_loads_only_when_a_chart_comes_near(visit: Open):
    reader = visit(CHAPTERS[0])
    chart = reader.page.locator("figure.rf-plot").first
    reader.page.wait_for_load_state("networkidle")
    assert not any("plotly" in url for url in reader.requests)
    box = chart.locator(".rf-plot-static svg").bounding_box()
    chart.scroll_into_view_if_needed()
    expect(chart.locator(".js-plotly-plot .main-svg").first).to_be_visible()
    assert any("plotly" in url for url in reader.requests)
    assert box is not None
    assert box["height"] > 100


def test_on_a_phone_a_chart_stays_the_drawing_made_for_it(visit: Open):
    reader = visit(CHAPTERS[0], width=PHONE)
    chart = reader.page.locator("figure.rf-plot").first
    chart.scroll_into_view_if_needed()
    expect(chart.locator(".rf-plot-static svg")).to_be_visible()
    reader.page.wait_for_load_state("networkidle")
    assert not any("plotly" in url for url in reader.requests)
    chart.get_by_text("The numbers as a table").tap()
    expect(chart.get_by_role("table")).to_be_visible()


def test_no_page_names_a_cdn_or_carries_widget_state():
    for path in SITE.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "application/vnd.jupyter.widget-state+json" not in text, path.name
        for host in ("unpkg.com", "jsdelivr", "cdnjs", "googleapis", "gstatic"):
            assert host not in text, f"{path.name} names {host}"
