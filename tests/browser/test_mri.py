"""Promise: the MRI explorer, its games and the viewer are played by keyboard, and tell nothing before an answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from conftest import Open, Watched

CHAPTER = "5-diagnose/reading-mri"
MIDDLE = "canvas => [...canvas.getContext('2d').getImageData(128, 96, 8, 8).data].filter((_, at) => at % 4 === 0)"


def mounted(reader: Watched, lab: str) -> Locator:
    place = reader.page.locator(f'.rf-lab[data-lab="{lab}"]')
    place.scroll_into_view_if_needed()
    live = place.locator(".rf-lab-live")
    expect(live).to_be_visible()
    return live


def take(page: Page, choice: Locator) -> None:
    """Choose a radio or a checkbox by keyboard."""
    choice.focus()
    page.keyboard.press("Space")
    expect(choice).to_be_checked()


def signal(live: Locator, tissue: str) -> str:
    return live.get_by_role("row", name=re.compile(f"^{tissue}")).get_by_role("cell").first.inner_text()


def test_the_scanner_is_turned_and_its_games_are_played_by_keyboard(visit: Open):
    reader = visit(CHAPTER)
    page, live = reader.page, mounted(reader, "mri")
    assert (signal(live, "Marrow of a vertebra"), signal(live, "Deposit")) == ("44", "25")
    picture = live.get_by_role("img", name=re.compile(r"^Simulated\. Side view.*deposit in T12 is darker"))
    before = picture.evaluate(MIDDLE)
    take(page, live.get_by_role("radio", name="STIR"))
    assert (signal(live, "Fat"), signal(live, "Deposit")) == ("0.1", "29")
    assert live.get_by_role("img", name=re.compile("fat under the skin black")).evaluate(MIDDLE) != before
    expect(live.get_by_role("status")).to_contain_text("The deposit in T12 is brighter than marrow")
    live.get_by_role("slider", name="TI, wait").focus()
    page.keyboard.press("ArrowRight")
    expect(live.locator(".rf-mri-caption")).to_contain_text("Your own settings")
    take(page, live.get_by_role("radio", name="3 T", exact=True))
    expect(live).to_contain_text("crosses zero 257 ms after the flip, at 3 T")
    # A game: an answer is told once, and the score stays on the device.
    take(page, live.get_by_role("radio", name="Game: find the deposit"))
    live.get_by_role("button", name="That is my answer").click()
    expect(live.get_by_role("alert")).to_contain_text("Choose one first")
    expect(live).not_to_contain_text("haemangioma, striped")
    take(page, live.get_by_role("radio", name="There is none"))
    live.get_by_role("button", name="That is my answer").focus()
    page.keyboard.press("Enter")
    told = live.get_by_text(re.compile("^(Right|No: it is)"))
    expect(told).to_be_focused()
    expect(live).to_contain_text("haemangioma, striped and bright on T1")
    assert reader.axe() == []
    live.get_by_role("button", name="Next picture").click()
    expect(live).to_contain_text("Spine 2: where is the deposit?")
    take(page, live.get_by_role("radio", name="Game: guess the sequence"))
    take(page, live.get_by_role("radio", name="STIR"))
    live.get_by_role("button", name="That is my answer").click()
    expect(live).to_contain_text(re.compile(r"It was taken at (1\.5|3) T with TR"))
    page.reload()
    live = mounted(reader, "mri")
    take(page, live.get_by_role("radio", name="Game: find the deposit"))
    expect(live).to_contain_text(re.compile("On this device: [01] of 1 right"))
    live.get_by_role("button", name="Forget what I did here").click()
    live.get_by_role("button", name="Forget", exact=True).click()
    expect(live).not_to_contain_text("On this device")
    assert reader.errors == []


def test_stacks_are_scrolled_measured_and_judged_before_anything_is_annotated(visit: Open):
    reader = visit(CHAPTER)
    page, live = reader.page, mounted(reader, "imaging-viewer")
    side = live.get_by_role("application", name=re.compile("^Side view 8 of 15"))
    expect(live).not_to_contain_text("sclerotic deposit in the left")
    expect(live.locator(".rf-scan-ring")).to_have_count(0)
    side.focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    expect(live.get_by_role("img", name=re.compile("Side view 11 of 15.*L2 is .*darker in the middle"))).to_be_visible()
    for _ in range(10):
        page.keyboard.press("ArrowDown")
    expect(
        live.get_by_role("img", name=re.compile("Cross-section 15 of 40. Through T11, middle third"))
    ).to_be_visible()
    expect(live.get_by_role("status")).to_contain_text("side view 11 of 15, cross-section 15 of 40")
    page.keyboard.press("2")
    expect(live.get_by_role("radio", name="Bone marrow")).to_be_checked()
    # 64 points of a side view are 50 mm.
    page.keyboard.press("m")
    page.keyboard.press("Enter")
    for _ in range(6):
        page.keyboard.press("Shift+ArrowDown")
    for _ in range(4):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(live).to_contain_text("50 mm (simulated)")
    # A click in the side view leads the cross-section there.
    box = live.get_by_role("application").first.bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] * 0.91)
    expect(live.get_by_role("application").nth(1)).to_have_attribute(
        "aria-label", re.compile("^Cross-section 37 of 40")
    )
    take(page, live.get_by_role("checkbox", name="T11"))
    live.get_by_role("button", name="That is what I see").click()
    expect(live.get_by_role("alert")).to_contain_text("Judge the canal too")
    take(page, live.get_by_role("radio", name="Gone on one side"))
    live.get_by_role("button", name="That is what I see").click()
    expect(live.get_by_text("Missed: L2. The canal: right.")).to_be_focused()
    expect(live).to_contain_text("L2: a sclerotic deposit in the left")
    expect(live.locator(".rf-scan-ring").first).to_be_attached()
    assert reader.axe() == []
    assert reader.errors == []
