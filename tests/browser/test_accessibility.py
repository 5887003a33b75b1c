"""Promise: WCAG 2.2 AA on every page, in both themes and at three widths; the course goes by keys alone.

What other files hold of it stands there: players in each of their states (test_item_types, test_case_player,
test_exam), explorers and their tabs (test_lab_pages), pages without scripts (test_pages).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from test_lab_pages import NARROWEST
from test_pages import KEEP_ONE_OF_EACH_SHAPE, LISTS, PAGES, SMALL_LETTERS

from conftest import CHAPTERS, DESKTOP, PHONE
from nightly import nightly

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from conftest import Open

WIDTHS = (NARROWEST, 768, DESKTOP)
"""A phone, and a desk at 400 %; a tablet; a desk."""
SPACING = """() => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`p { margin-bottom: 2em !important }
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }`)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}"""
"""What WCAG 1.4.12 lets a reader set."""
CUT_OFF = """() => [...document.querySelectorAll("main *")].filter(one => {
  const style = getComputedStyle(one)
  const hides = axis => ["hidden", "clip"].includes(style[`overflow${axis}`])
  // What is a pixel large is there for screen readers.
  if (one.closest("svg") || !one.checkVisibility() || one.offsetWidth < 3 || !one.innerText.trim()) return false
  const [wide, high] = [one.scrollWidth - one.clientWidth, one.scrollHeight - one.clientHeight]
  return (hides("X") && wide > 1) || (hides("Y") && high > 1)
}).map(one => one.outerHTML.slice(0, 160))"""
"""Words that their own box cuts off."""
MOVES = """() => {
  const seconds = times => Math.max(...times.split(",").map(time => parseFloat(time) * (/ms$/.test(time) ? 0.001 : 1)))
  return [...document.querySelectorAll("*")].flatMap(one => [null, "::before", "::after"].map(part => {
    const style = getComputedStyle(one, part)
    const moves = seconds(style.transitionDuration) > 0.01 || style.scrollBehavior !== "auto"
      || (style.animationName !== "none" && seconds(style.animationDuration) > 0.01)
    return moves && `${one.outerHTML.slice(0, 80)} ${part ?? ""}`
  })).filter(Boolean)
}"""
"""What slides, fades or scrolls smoothly."""
FOCUS = """() => {
  const focused = document.activeElement
  if (!focused || focused === document.body) return { lost: "nothing has the focus" }
  // The theme's arrows stand in a summary without a height.
  const box = (focused.offsetHeight === 0 ? focused.firstElementChild : focused).getBoundingClientRect()
  const light = colour => {
    const part = colour.match(/[0-9.]+/g).slice(0, 3).map(Number)
    const [r, g, b] = colour.startsWith("color(") ? part : part.map(one => one / 255)
    const line = one => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4)
    return 0.2126 * line(r) + 0.7152 * line(g) + 0.0722 * line(b)
  }
  const ground = element => {
    for (let one = element; one; one = one.parentElement) {
      const colour = getComputedStyle(one).backgroundColor
      if (!/^rgba\\(0, 0, 0, 0\\)|\\/ 0\\)$/.test(colour)) return colour
    }
    return "rgb(255, 255, 255)"
  }
  // A card may carry the ring of the control in it, and a sign the ring of what it opens.
  let ring = 0
  for (const one of [focused.firstElementChild, focused, focused.parentElement, focused.parentElement?.parentElement]) {
    if (!one) continue
    const style = getComputedStyle(one)
    if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) continue
    const beside = parseFloat(style.outlineOffset) < 0 ? one : one.parentElement ?? one
    const [dark, bright] = [light(style.outlineColor), light(ground(beside))].sort((a, b) => a - b)
    ring = Math.max(ring, (bright + 0.05) / (dark + 0.05))
  }
  const seen = [0.5, 0.1, 0.9].some(across => [0.5, 0.1, 0.9].some(down => {
    const top = document.elementFromPoint(box.left + across * box.width, box.top + down * box.height)
    return focused.contains(top) || top?.closest("label")?.contains(focused)
  }))
  return { what: focused.outerHTML.slice(0, 140), ring, seen }
}"""
"""What has the focus, the contrast of its ring, and whether any of it is to be seen."""
RING = 3
"""Contrast of a focus ring with what is beside it (WCAG 1.4.11)."""


@nightly
@pytest.mark.parametrize("path", PAGES)
def test_a_page_keeps_every_rule_in_both_themes_at_three_widths_and_with_spaced_letters(visit: Open, path: str):
    reader = visit(path, visit.context(NARROWEST, reduced_motion="reduce"))
    page = reader.page
    reader.mount()
    if path in LISTS:
        page.evaluate(KEEP_ONE_OF_EACH_SHAPE, LISTS[path])
    for width in WIDTHS:
        reader.turn("light", width)
        assert reader.sideways() <= 0
        assert reader.out_of_card() == []
        assert reader.axe() == []
        # The other theme has the same names, roles and places in other colours.
        reader.turn("dark")
        assert reader.contrast() == []
    assert page.evaluate(MOVES) == []
    # Drawings shrink with the screen, and their letters with them.
    reader.turn("light", PHONE)
    assert page.locator("main svg text").evaluate_all(SMALL_LETTERS) == []
    reader.turn("light", NARROWEST)
    page.evaluate(SPACING)
    assert page.evaluate(CUT_OFF) == []
    assert reader.sideways() <= 0
    assert reader.errors == []


@pytest.mark.parametrize("path", [CHAPTERS[0], "7-talk/claim-check"])
def test_nothing_moves_for_who_asked_for_stillness_and_spaced_letters_are_not_cut_off(visit: Open, path: str):
    reader = visit(path, visit.context(NARROWEST, reduced_motion="reduce"))
    page = reader.page
    reader.mount()
    assert page.evaluate(MOVES) == []
    page.evaluate(SPACING)
    assert page.evaluate(CUT_OFF) == []
    assert reader.sideways() <= 0


def test_in_forced_colours_what_is_chosen_marked_and_focused_can_be_told_apart(visit: Open):
    page = visit(CHAPTERS[0], visit.context(theme="dark", forced_colors="active")).page
    lab = page.locator('.rf-lab[data-lab="red-flags"]')
    lab.scroll_into_view_if_needed()
    edges = [
        tab.evaluate("tab => getComputedStyle(tab).borderBottomColor")
        for tab in (lab.get_by_role("tab", selected=chosen).first for chosen in (True, False))
    ]
    assert edges[0] != edges[1] == page.evaluate("getComputedStyle(document.body).backgroundColor")
    question = page.locator(".rf-item", has=page.get_by_role("radio")).first
    first = question.get_by_role("radio").first
    first.focus()
    page.keyboard.press("Space")
    # The browser's own radio, in the reader's own colours.
    assert first.evaluate("radio => getComputedStyle(radio).appearance") == "auto"
    focus = page.evaluate(FOCUS)
    assert focus["ring"] >= RING, focus
    page.keyboard.press("0")
    # A sign and a word, never a colour alone.
    verdict = question.get_by_role("heading", name=re.compile("^(Right|Wrong|Partly right|Not answered|No idea)"))
    expect(verdict).to_be_focused()
    expect(verdict.locator("svg.rf-sign")).to_be_visible()
    for kind in ("right", "wrong", "missed"):
        for head in question.locator(f".rf-note-{kind} .rf-note-head").all():
            expect(head.locator("svg.rf-sign")).to_be_visible()
            expect(head).to_have_text(re.compile(r"\w"))


class Keys:
    """A reader without a mouse, who always sees where the focus is."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, key: str) -> None:
        """Press a key, and look where the focus is then."""
        self.page.keyboard.press(key)
        self.look(key)

    def look(self, after: str = "") -> None:
        """Assert that something has the focus, with a ring that can be told from what is beside it, in sight."""
        for _ in range(5):
            focus = self.page.evaluate(FOCUS)
            if focus.get("ring", 0) >= RING and focus["seen"]:
                return
            # A card that closes, a chart that takes its place: what an eye waits for.
            self.page.wait_for_timeout(100)
        pytest.fail(f"{after}: {focus}")

    def tab_to(self, target: Locator, most: int = 150) -> None:
        """Press Tab until something has the focus."""
        for _ in range(most):
            self.press("Tab")
            # An explorer is drawn once it is near.
            if target.count() and target.evaluate("one => one === document.activeElement"):
                return
        raise AssertionError(f"{target} is not reached by Tab")

    def skip(self) -> None:
        """Skip to the main content: it is the first thing that Tab reaches."""
        self.press("Tab")
        expect(self.page.get_by_role("link", name="Skip to main content")).to_be_focused()
        self.page.keyboard.press("Enter")


def read_a_chapter(keys: Keys) -> None:
    """Change the theme, search, answer a question, move an explorer's slider."""
    page = keys.page
    expect(page.get_by_role("heading", level=1, name=re.compile("Red flags"))).to_be_visible()
    keys.tab_to(page.get_by_role("button", name="Color mode"))
    shown = page.locator("html").get_attribute("data-mode")
    keys.press("Enter")
    assert page.locator("html").get_attribute("data-mode") != shown
    page.keyboard.press("Control+k")
    field = page.locator("dialog input[type=search]")
    expect(field).to_be_focused()
    keys.look("Control+k")
    page.keyboard.type("cord")
    page.keyboard.press("Escape")
    expect(field).to_be_hidden()
    keys.look("Escape")
    question = page.locator(".rf-item", has=page.get_by_role("radio")).first
    keys.tab_to(question.get_by_role("radio").first, most=300)
    keys.press("Space")
    keys.press("2")
    expect(question.locator(".rf-verdict")).to_be_focused()
    slider = page.get_by_role("slider", name="They start at")
    keys.tab_to(slider, most=300)
    value = slider.get_attribute("aria-valuetext")
    keys.press("ArrowRight")
    assert slider.get_attribute("aria-valuetext") != value


def meet_a_patient(keys: Keys) -> None:
    """Begin, say what it could be, act twice."""
    page = keys.page
    keys.tab_to(page.get_by_role("button", name="Begin"))
    keys.press("Enter")
    sheet = page.locator(".rf-pt-sheet")
    keys.tab_to(sheet.get_by_role("group", name="Diagnoses").get_by_role("button").first)
    keys.press("Space")
    keys.tab_to(sheet.get_by_role("button", name=re.compile("^Rank 1:")))
    keys.press("Enter")
    keys.tab_to(sheet.get_by_role("spinbutton"))
    page.keyboard.type("10")
    keys.tab_to(sheet.get_by_role("button", name=re.compile("^That is my")))
    keys.press("Enter")
    expect(sheet).to_be_hidden()
    told = page.locator(".rf-pt-scene")
    for act in (1, 2):
        before = told.count()
        keys.press("/")
        for _ in range(act):
            keys.press("ArrowDown")
        keys.press("Enter")
        expect(told).not_to_have_count(before)


def sit_an_exam(keys: Keys) -> None:
    """Start, answer a question, go to the next."""
    page = keys.page
    keys.tab_to(page.get_by_role("button", name="Start the exam"))
    keys.press("Enter")
    expect(page.get_by_role("heading", name="Question 1")).to_be_focused()
    keys.press("Tab")
    keys.press("Space")
    keys.tab_to(page.get_by_role("button", name="Next"))
    keys.press("Enter")
    expect(page.get_by_role("heading", name="Question 2")).to_be_focused()


@nightly
def test_the_course_goes_by_keys_alone_from_the_first_page_to_an_exam(visit: Open):
    # What slides in is seen at once.
    reader = visit("index", visit.context(reduced_motion="reduce"))
    page = reader.page
    keys = Keys(page)
    keys.skip()
    keys.tab_to(page.locator("main").get_by_role("link", name=re.compile("^Red flags")).first)
    page.keyboard.press("Enter")
    read_a_chapter(keys)
    for path, use in (("8-patients/mobile-library-driver", meet_a_patient), ("exam-nursing", sit_an_exam)):
        page.goto(f"{visit.home}/{path}.html")
        keys.skip()
        use(keys)
    assert reader.errors == []
