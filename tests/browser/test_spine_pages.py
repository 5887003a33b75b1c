"""Promise: spine and pain map are driven by keyboard, say in words what they draw, and load 3D only when asked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from conftest import PHONE

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from conftest import Open, Watched

SPINE, PLACES, KINDS = "2-tumours/anatomy-and-compartments", "3-pain/where-it-hurts", "3-pain/how-tumours-hurt"


def mounted(reader: Watched, lab: str) -> Locator:
    place = reader.page.locator(f'.rf-lab[data-lab="{lab}"]').first
    place.scroll_into_view_if_needed()
    expect(place.locator(".rf-lab-live")).to_be_visible()
    return place.locator(".rf-lab-live")


def press(reader: Watched, button: Locator) -> None:
    button.focus()
    reader.page.keyboard.press("Enter")


def test_a_tumour_is_placed_and_grown_by_keyboard_and_the_words_follow(visit: Open):
    context = visit.context(PHONE, reduced_motion="reduce")
    context.add_init_script("HTMLCanvasElement.prototype.getContext = () => null")
    reader = visit(SPINE, context)
    live = mounted(reader, "spine")
    expect(live).to_contain_text("Extradural tumour at T8: flattens the cord. Feeling may fail from T10, navel, down.")
    expect(live).to_contain_text("it would be grade 2 of epidural compression")
    # A browser that can't draw surfaces: the explorer says so, and does without.
    expect(live).to_contain_text("no WebGL")
    size = live.get_by_role("slider", name="Size of the tumour")
    size.focus()
    reader.page.keyboard.press("Home")
    expect(size).to_have_attribute("aria-valuetext", "in the bone")
    expect(live.locator(".rf-body-lit")).to_have_count(0)
    press(reader, live.get_by_role("button", name="One step larger"))
    expect(size).to_have_value("20")
    reader.page.keyboard.press("Enter")
    reader.page.keyboard.press("Enter")
    expect(live).to_contain_text("Whether 1c counts as low or as high grade is disputed")
    size.focus()
    reader.page.keyboard.press("End")
    live.get_by_role("combobox", name="Vertebra").select_option("L4")
    expect(live).to_contain_text("weak or absent reflexes")
    expect(live.get_by_role("img", name="S3 sitting bone")).to_be_visible()
    live.get_by_role("radio", name="Intramedullary").focus()
    reader.page.keyboard.press("Space")
    expect(live).to_contain_text("Here the room is empty")
    expect(live.get_by_role("status")).to_contain_text("no cord to grow in")
    assert not any("plotly" in url for url in reader.requests)
    assert reader.errors == []


def test_3d_is_loaded_when_asked_for_and_turned_by_buttons(visit: Open):
    reader = visit(SPINE)
    live = mounted(reader, "spine")
    assert not any("plotly" in url for url in reader.requests)
    press(reader, live.get_by_role("button", name=re.compile(r"Turn it in 3D \(loads \d+ kB\)")))
    behind = live.get_by_role("button", name="From behind")
    expect(behind).to_be_visible(timeout=40_000)
    assert [url.rsplit("/", 1)[1] for url in reader.requests if "plotly" in url] == ["plotly-gl3d.min.js"]
    expect(live.locator(".rf-spine-3d canvas").first).to_be_visible()
    camera = "document.querySelector('.rf-spine-3d')._fullLayout.scene._scene.getCamera().eye"
    before = reader.page.evaluate(camera)
    press(reader, behind)
    reader.page.wait_for_function(f"before => Math.abs({camera}.x - before.x) > 0.1", arg=before)
    live.get_by_role("slider", name="Size of the tumour").focus()
    reader.page.keyboard.press("End")
    expect(live.get_by_role("img", name="In 3D: Extradural tumour at T8: flattens the cord, no fluid")).to_be_visible()
    press(reader, live.get_by_role("button", name="Back to the drawing"))
    expect(live.get_by_role("img", name="Lengthwise")).to_be_visible()
    assert reader.errors == []
    assert reader.elsewhere == []


def test_a_guess_comes_before_the_false_address_and_places_and_sources_answer_each_other(visit: Open):
    reader = visit(PLACES, width=PHONE)
    live = mounted(reader, "pain-map")
    expect(live).to_contain_text("Your guess first. The left hip crest hurts")
    expect(live).not_to_contain_text("classic false address")
    live.get_by_role("radio", name="At the height of the finger").focus()
    reader.page.keyboard.press("Space")
    press(reader, live.get_by_role("button", name="Show what the register says"))
    expect(live).to_contain_text("The review says otherwise. T12 or L1 is the classic false address")
    press(reader, live.get_by_role("button", name="Between the shoulder blades"))
    expect(live).to_contain_text("Between the shoulder blades: C7 to T1; Aorta, torn in the chest; Infection")
    live.get_by_role("radio", name="a bone, a root or an organ").focus()
    reader.page.keyboard.press("Space")
    press(reader, live.get_by_role("group", name="Nerve roots").get_by_role("button", name="Roots L2 to S2"))
    expect(live).to_contain_text("may be felt here: buttock, back of the thigh; front of the thigh; leg and foot.")
    expect(live.get_by_role("img", name="Body, back: marked: buttock")).to_be_visible()
    # A picture is there to be touched as well.
    live.locator(".rf-pain-oval").first.click()
    expect(live).to_contain_text("Shoulder and inner arm: Apex of the lung.")
    reader.page.reload()
    live = mounted(reader, "pain-map")
    expect(live).to_contain_text("You said: “At the height of the finger: L4 or L5”.")
    assert reader.errors == []


def test_what_is_said_of_a_pain_speaks_for_its_kinds_and_sets_the_clock(visit: Open):
    reader = visit(KINDS)
    live = mounted(reader, "pain-map")
    expect(live).to_contain_text("This speaks for mechanical pain.")
    expect(live.get_by_role("group", name="Places")).to_have_count(0)
    press(reader, live.get_by_role("button", name="Runs in a line or a band"))
    expect(live).to_contain_text("This speaks for mechanical and radicular pain.")
    expect(live).to_contain_text("With cancer now or ever: call at once")
    expect(live.get_by_role("status")).to_contain_text("mechanical and radicular")
