"""Promise: a score counts as its file says, by keyboard alone, and says aloud what is still possible or disputed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Locator, Page, expect

from conftest import DESKTOP, PHONE

if TYPE_CHECKING:
    from conftest import Open

SHEETS = "scores"
NARROW = 320
DRAWN = "3-pain/fracture-and-instability"


def score(page: Page, title: str) -> Locator:
    """Return a score that has come near, and is live."""
    place = page.locator("section").and_(page.get_by_role("region", name=title))
    place.scroll_into_view_if_needed()
    live = place.locator(".rf-lab-live")
    expect(live).to_be_visible()
    return live


def told(live: Locator) -> Locator:
    return live.get_by_role("status")


def test_a_score_is_filled_in_by_keyboard_and_every_result_is_said(visit: Open):
    page = visit(SHEETS).page
    live = score(page, "Spinal Instability Neoplastic Score")
    expect(live).to_contain_text("Nothing is answered yet: 0 to 18 points are possible.")
    group = live.get_by_role("group", name="Location of the lesion")
    group.get_by_role("radio", name="Not known").focus()
    page.keyboard.press("ArrowDown")
    expect(group.get_by_role("radio", name="Junctional")).to_be_checked()
    expect(told(live)).to_contain_text("3 to 18 points are still possible")
    for question, answer in (
        ("Pain", "0 Pain-free lesion"), ("Bone lesion quality", "0 Blastic"),
        ("alignment", "0 Normal alignment"), ("Posterolateral", "0 None"),
    ):  # fmt: skip
        radio = live.get_by_role("group", name=question).get_by_role("radio", name=answer, exact=True)
        radio.focus()
        page.keyboard.press("Space")
    expect(told(live)).to_have_text("3 to 6 points are still possible, and all of them mean: Stable.")
    live.get_by_role("group", name="Vertebral body collapse").get_by_role("radio", name="Exactly 50%").focus()
    page.keyboard.press("Space")
    expect(live).to_contain_text("Disputed. The published table")
    live.get_by_text("Points, question by question").first.click()
    row = live.get_by_role("row", name="Vertebral body collapse")
    expect(row).to_contain_text("2 to 3")
    live.get_by_role("button", name="Back to the start").click()
    expect(live).to_contain_text("Nothing is answered yet")


def test_a_worked_example_fills_in_every_answer(visit: Open):
    live = score(visit(SHEETS).page, "Revised Tokuhashi")
    live.get_by_label("Fill in a worked example").select_option(label="breast, many lesions, walking")
    expect(live).to_contain_text("10 points: Predicted survival 6 months or more.")


def test_what_sources_leave_open_is_shown_as_open(visit: Open):
    page = visit(SHEETS).page
    escc = score(page, "Epidural spinal cord compression")
    for question, answer in (("epidural space", "Yes"), ("deformed", "Yes"), ("touch", "Yes"), ("compressed", "No")):
        escc.get_by_role("group", name=question).get_by_role("radio", name=answer, exact=True).check()
    expect(escc).to_contain_text("Grade 1c")
    expect(escc).to_contain_text("Disputed. Whether 1c counts as low or as high")
    mark = escc.get_by_role("button", name="Evidence SCO-ESCC-02").first
    mark.click()
    # The page has one of each entry for all that cite it.
    expect(page.get_by_role("dialog", name="Evidence SCO-ESCC-02").first).to_contain_text("Singapore")
    page.keyboard.press("Escape")
    noms = score(page, "NOMS")
    noms.get_by_role("radio", name="ESCC 1c").check()
    expect(noms).to_contain_text("No answer can be read here.")
    ecog = score(page, "Karnofsky to ECOG")
    ecog.get_by_role("spinbutton", name="Karnofsky grade").fill("60")
    expect(ecog).to_contain_text("The 3 tables do not agree: 2, 2 and 3.")
    expect(ecog).to_contain_text("Disputed. Published tables")
    ecog.get_by_role("spinbutton", name="Karnofsky grade").fill("65")
    expect(ecog).to_contain_text("Not counted: it has to be 0 to 100, in steps of 10.")


def test_what_nobody_read_is_in_no_byte_of_the_page(visit: Open):
    page = visit(SHEETS).page
    live = score(page, "Radiosensitivity")
    live.get_by_label("Histology").select_option("prostate")
    expect(live).to_contain_text("Unknown: we have read no source for this row.")
    assert "sensitive or intermediate" not in page.content()


def test_the_drawn_spine_says_in_words_what_it_shows_and_what_moved(visit: Open):
    page = visit(DRAWN).page
    live = score(page, "Spinal Instability")
    live.get_by_role("combobox", name="Radiographic spinal alignment").select_option("subluxation")
    picture = live.get_by_role("img", name="A drawn spine")
    expect(picture).to_have_accessible_name(re.compile("alignment: Subluxation or translation present"))
    expect(live).to_contain_text("Last change: Radiographic spinal alignment, Subluxation or translation present")


def test_the_script_comes_to_pages_with_a_score_alone(visit: Open):
    with_score, without = visit(DRAWN), visit("1-why/how-often")
    score(with_score.page, "Spinal Instability")
    assert any("lab-score." in url for url in with_score.requests)
    assert not any("lab-score." in url for url in without.requests)


def test_without_scripts_each_score_is_a_sheet_with_its_points(visit: Open):
    page = visit(SHEETS, java_script_enabled=False).page
    place = page.locator("section").and_(page.get_by_role("region", name="Spinal Instability Neoplastic Score"))
    expect(place).to_contain_text("Junctional")
    expect(place).to_contain_text("Total, 0 to 18")
    expect(page.get_by_role("region", name="Karnofsky grades")).to_contain_text("60: they differ")


@pytest.mark.parametrize("path", [SHEETS, DRAWN, "5-diagnose/staging-and-scores", "2-tumours/course-and-prognosis"])
def test_every_page_with_scores_is_accessible_and_fits(visit: Open, path: str):
    reader = visit(path, width=NARROW)
    for place in reader.page.locator(".rf-lab").all():
        place.scroll_into_view_if_needed()
        expect(place.locator(".rf-lab-live")).to_be_visible()
    assert reader.axe() == []
    assert reader.sideways() <= 0
    for width, theme in ((PHONE, "dark"), (DESKTOP, "dark"), (DESKTOP, "light")):
        reader.turn(theme, width)
        assert reader.contrast() == []
        assert reader.sideways() <= 0
    assert reader.errors == []
