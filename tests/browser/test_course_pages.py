"""Promise: a word explains itself where it stands, and a claim is judged before its verdict is seen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from conftest import CHAPTERS, PHONE

if TYPE_CHECKING:
    from conftest import Open

CORD = CHAPTERS[1]
CHECK = "7-talk/claim-check"


def test_a_term_tells_its_meaning_to_a_pointer_and_to_a_key_and_escape_ends_it(visit: Open):
    page = visit(CORD).page
    term = page.get_by_role("link", name="cauda equina").first
    card = page.locator("#rf-term-card")
    term.hover()
    expect(card).to_be_visible()
    expect(card).to_contain_text("nerve roots")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    term.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(term).to_be_focused()
    expect(card).to_be_visible()
    expect(term).to_have_accessible_description(re.compile("nerve roots"))


def test_a_tap_on_a_term_tells_and_does_not_leave_the_page(visit: Open):
    page = visit(CORD, width=PHONE).page
    page.get_by_role("link", name="cauda equina").first.tap()
    expect(page.locator("#rf-term-card")).to_be_in_viewport()
    expect(page).to_have_url(re.compile(r"cord-compression\.html$"))
    page.locator("#rf-term-card").get_by_role("link", name="All terms").tap()
    expect(page).to_have_url(re.compile(r"glossary\.html#term-cauda-equina$"))


def test_each_term_is_marked_once_a_page_and_its_link_leads_to_its_meaning(visit: Open):
    page = visit(CORD, java_script_enabled=False).page
    links = page.locator("a.rf-term").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert len(links) == len(set(links)) > 0
    page.locator("a.rf-term").first.click()
    expect(page.locator(f"#{links[0].partition('#')[2]}")).to_be_in_viewport()


def test_a_claim_is_judged_by_keyboard_before_its_verdict_is_seen(visit: Open):
    reader = visit(CHECK)
    page = reader.page
    claim = page.locator(".rf-check .rf-claim").first
    verdict = claim.locator(".rf-claim-verdict")
    expect(claim.get_by_role("button", name="Supported")).to_be_visible()
    expect(verdict).to_be_hidden()
    claim.get_by_role("button", name="No evidence found").focus()
    page.keyboard.press("Enter")
    expect(verdict).to_be_visible()
    expect(claim.locator(".rf-judged")).to_be_focused()
    expect(claim.locator(".rf-judged")).to_contain_text("You said: No evidence found")
    expect(page.locator(".rf-check-count").first).to_contain_text("1 of")
    page.reload()
    expect(claim.locator(".rf-judged")).to_be_visible()
    claim.get_by_role("button", name="Judge again").click()
    expect(verdict).to_be_hidden()
    assert reader.errors == []


def test_the_count_says_how_often_reader_and_register_agree(visit: Open):
    page = visit(CHECK).page
    names = {
        "supported": "Supported",
        "qualified": "True with a limit",
        "contradicted": "Contradicted",
        "unsupported": "No evidence found",
    }
    claims = page.locator(".rf-check").first.locator(".rf-claim")
    for number in range(3):
        verdict = claims.nth(number).get_attribute("data-verdict") or ""
        right = names[verdict]
        wrong = next(name for name in names.values() if name != right)
        claims.nth(number).get_by_role("button", name=right if number else wrong).click()
    expect(page.locator(".rf-check-count").first).to_contain_text("3 of")
    expect(page.locator(".rf-check-count").first).to_contain_text("agree on 2")


def test_a_table_wider_than_a_phone_scrolls_by_itself_by_keys_under_a_name(visit: Open):
    reader = visit("2-tumours/intradural-tumours", width=PHONE)
    page = reader.page
    table = page.get_by_role("group", name="Table: Three syndromes worth knowing by sight")
    assert table.evaluate("one => one.scrollWidth - one.clientWidth") > 0
    table.focus()
    expect(table).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("one => one.scrollLeft > 0", arg=table.element_handle())
    assert reader.sideways() <= 0


@pytest.mark.parametrize("guide", ["red-flags", "first-day", "nursing-observations"])
def test_a_guide_prints_on_one_page(visit: Open, guide: str):
    page = visit(f"guides/{guide}").page
    pdf = page.pdf(format="A4", margin=dict.fromkeys(("top", "right", "bottom", "left"), "12mm"))
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1


def test_without_scripts_verdicts_are_folded_not_lost(visit: Open):
    page = visit(CHECK, java_script_enabled=False).page
    claim = page.locator(".rf-check .rf-claim").first
    expect(claim.locator(".rf-claim-verdict")).to_be_hidden()
    claim.get_by_text("What the register says").click()
    expect(claim.locator(".rf-claim-verdict")).to_be_visible()
