"""Promise: every explorer is whole in its chapter: untouched readable, by keyboard alone, on paper, without scripts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from conftest import DESKTOP, PHONE, SITE

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from conftest import Open, Watched

NARROWEST = 320
FLAGS, RATIO = "4-recognise/red-flags", "1-why/likelihood-ratios"


def places() -> list[tuple[str, str]]:
    """Return each page with an explorer, and the explorer."""
    found = []
    for path in sorted(SITE.rglob("*.html")):
        labs = dict.fromkeys(
            re.findall(r'<section class="rf-lab" data-lab="([a-z0-9-]+)"', path.read_text(encoding="utf-8"))
        )
        found += [(path.relative_to(SITE).with_suffix("").as_posix(), lab) for lab in labs]
    return found


PLACES = places()


def mounted(reader: Watched, lab: str) -> Locator:
    """Return an explorer once its script has drawn it."""
    place = reader.page.locator(f'.rf-lab[data-lab="{lab}"]').first
    place.scroll_into_view_if_needed()
    live = place.locator(".rf-lab-live")
    expect(live).to_be_visible()
    return live


def test_there_are_explorers():
    assert {"red-flags", "likelihood-ratio"} <= {lab for _, lab in PLACES}


@pytest.mark.parametrize(("path", "lab"), PLACES)
def test_an_explorer_is_accessible_and_quiet_fits_and_prints(visit: Open, path: str, lab: str):
    reader = visit(path, width=NARROWEST, theme="dark")
    page, live = reader.page, mounted(reader, lab)
    own = f'.rf-lab[data-lab="{lab}"]'
    tabs = live.get_by_role("tab")
    for number in range(max(1, tabs.count())):
        if tabs.count():
            tabs.nth(number).click()
        # What stands around it is looked at with every page (test_pages.py).
        assert reader.axe(own) == []
        assert reader.sideways() <= 0
    reader.turn("light", DESKTOP)
    assert reader.axe(own, runOnly=["color-contrast"]) == []
    assert reader.sideways() <= 0
    page.emulate_media(forced_colors="active")
    expect(live).to_be_visible()
    page.emulate_media(media="print", forced_colors="none")
    expect(live).to_be_hidden()
    expect(page.locator(f"{own} > .rf-static").first).to_be_visible()
    assert reader.errors == []
    assert reader.elsewhere == []


@pytest.mark.parametrize(("path", "lab"), PLACES)
def test_an_explorer_reads_without_its_script_which_no_other_page_loads(path: str, lab: str):
    page = (SITE / f"{path}.html").read_text(encoding="utf-8")
    section = page[page.index(f'data-lab="{lab}"') :].split("</section>")[0]
    words = re.sub(r"<script.*?</script>|<[^>]+>", " ", section, flags=re.DOTALL).split()
    assert len(words) >= 60
    assert re.search(rf'data-script="[^"]*lab-{lab}\.[0-9a-f]+\.js"', page)
    assert f"lab-{lab}." not in (SITE / "index.html").read_text(encoding="utf-8")


def test_without_scripts_an_explorer_says_its_point(visit: Open):
    page = visit(FLAGS, java_script_enabled=False).page
    expect(page.locator(".rf-lab .rf-lab-says").first).to_be_visible()


# --- the red-flag explorer ---


def answer(page: Page, live: Locator, flag: str, value: str) -> None:
    """Answer a question by keyboard."""
    button = live.get_by_role("group", name=flag, exact=True).get_by_role("button", name=value)
    button.focus()
    page.keyboard.press("Space")
    expect(button).to_have_attribute("aria-pressed", "true")


def test_a_guess_comes_before_the_result_and_is_kept_all_by_keyboard(visit: Open):
    reader = visit(FLAGS)
    page, live = reader.page, mounted(reader, "red-flags")
    outcome = live.locator(".rf-flags-result")
    expect(outcome).to_contain_text("From 7 in 1,000 to about 92 in 1,000")
    expect(outcome).to_contain_text("from 40 to 191")
    answer(page, live, "Aged 50 or over", "Yes")
    expect(outcome).not_to_contain_text("212")
    field = live.get_by_role("textbox", name="Your guess first")
    field.focus()
    page.keyboard.type("lots")
    page.keyboard.press("Enter")
    expect(live.get_by_role("alert")).to_contain_text("A whole number from 0 to 1,000")
    page.keyboard.press("Control+a")
    page.keyboard.type("900")
    page.keyboard.press("Enter")
    expect(outcome).to_contain_text("somewhere between 92 and 212 in 1,000")
    expect(outcome).to_contain_text("These answers may travel together.")
    expect(outcome).to_contain_text("0 within what the studies allow, 1 above it, 0 below it")
    expect(outcome.get_by_text("somewhere between 92 and 212")).to_be_focused()
    live.get_by_role("slider", name="They start at").focus()
    page.keyboard.press("ArrowRight")
    expect(live.get_by_role("status")).to_contain_text("From 7 in 1,000 to somewhere between")
    # What was answered goes with the page; the guess stays.
    page.reload()
    live = mounted(reader, "red-flags")
    expect(live).to_contain_text("From 7 in 1,000 to about 92 in 1,000")
    expect(live).to_contain_text("1 above it")
    live.get_by_role("button", name="Forget what I did here").click()
    live.get_by_role("button", name="Forget", exact=True).click()
    expect(live).not_to_contain_text("1 above it")
    assert reader.errors == []


def test_three_views_say_the_same_of_one_question(visit: Open):
    live = mounted(visit(FLAGS), "red-flags")
    live.get_by_label("1,000 people of this setting are asked one question").select_option("Aged 50 or over")
    said = "of 293 who say yes 5 have cancer; of 707 who say no 2 have"
    expect(live.get_by_role("tabpanel")).to_contain_text(said)
    expect(live.get_by_role("img", name=re.compile(said))).to_be_visible()
    live.get_by_role("tab", name="Tree").click()
    expect(live.get_by_role("tabpanel")).to_contain_text(re.compile(r"7.*with cancer.*5.*say yes.*2.*say no"))
    expect(live.get_by_role("tabpanel")).to_contain_text(said)
    live.get_by_role("tab", name="Table").click()
    expect(live.get_by_role("row", name=re.compile("^Say yes 5 288 293"))).to_be_visible()
    live.get_by_role("tab", name="Studies").click()
    expect(live.get_by_role("row", name=re.compile("^Aged 50 or over 77% .* 2.65"))).to_be_visible()


def test_what_the_studies_cannot_say_is_not_counted(visit: Open):
    reader = visit(FLAGS)
    page, live = reader.page, mounted(reader, "red-flags")
    live.get_by_text("6 more questions").click()
    answer(page, live, "Fever", "Yes")
    live.get_by_role("button", name="Show without a guess").click()
    outcome = live.locator(".rf-flags-result")
    expect(outcome).to_contain_text("Not counted. Fever: yes. None of the 13 people with cancer in that study")
    expect(outcome).to_contain_text("to about 92 in 1,000")


def test_in_another_setting_a_ratio_is_said_to_be_borrowed_and_a_known_cancer_asks_how_fast(visit: Open):
    reader = visit(FLAGS)
    page, live = reader.page, mounted(reader, "red-flags")
    live.get_by_role("radio", name="Emergency department").check()
    answer(page, live, "Aged 50 or over", "Yes")
    live.get_by_role("button", name="Show without a guess").click()
    outcome = live.locator(".rf-flags-result")
    expect(outcome).to_contain_text("Borrowed. Aged 50 or over: measured in the US walk-in clinic, 1988")
    expect(outcome).to_contain_text("all seven people with cancer were already known to have it in bone")
    expect(outcome).to_contain_text("No interval. Cancer before")
    live.get_by_role("radio", name="Cancer now or ever").check()
    expect(outcome).to_contain_text("The question is how fast.")
    expect(live.get_by_role("group", name="Fever")).to_have_count(0)
    live.get_by_role("button", name="Back to the start").click()
    expect(live.get_by_role("radio", name="Primary care")).to_be_checked()
    expect(live.locator(".rf-lab-view")).to_be_focused()


def test_the_sliders_of_the_ratio_move_by_keyboard_and_say_their_value_in_words(visit: Open):
    reader = visit(RATIO, width=PHONE)
    page, live = reader.page, mounted(reader, "likelihood-ratio")
    ratio = live.get_by_role("slider", name="Likelihood ratio")
    expect(ratio).to_have_attribute("aria-valuetext", "2.4: small")
    ratio.focus()
    page.keyboard.press("End")
    expect(ratio).to_have_attribute("aria-valuetext", "100: large")
    expect(live).to_contain_text("From 7 in 1,000, an LR of 100 leads to 399 in 1,000 (40%).")
    expect(live.get_by_role("status")).to_contain_text("leads to 399 in 1,000")
    expect(live.get_by_role("img", name=re.compile("399 have the disease"))).to_be_visible()
