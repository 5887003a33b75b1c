"""Promise: the tumour table shortens and lets guess, and what is unknown stays so; clocks turn as they are set."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect
from test_lab_pages import NARROWEST, mounted

from conftest import DESKTOP

if TYPE_CHECKING:
    from conftest import Open

TABLE, CLOCKS = "2-tumours/primary-bone-tumours", "3-pain/cord-compression"


def test_the_table_shortens_and_what_it_cannot_say_is_not_dropped(visit: Open):
    reader = visit(TABLE, width=DESKTOP)
    live = mounted(reader, "tumours")
    expect(live.get_by_role("table", name="All 24 types").get_by_role("row")).to_have_count(25)
    live.get_by_label("Usual age").select_option("0-19")
    live.get_by_label("Part", exact=True).select_option("arch")
    expect(live.get_by_text("Fits: 4 of 24")).to_be_visible()
    expect(live.get_by_role("status")).to_contain_text("Fits: 4.")
    names = live.get_by_role("table", name="Fits").get_by_role("rowheader")
    expect(names).to_have_text(["Ewing sarcoma", "Aneurysmal bone cyst", "Osteoid osteoma", "Osteoblastoma"])
    live.get_by_label("Sort").select_option("by name")
    expect(names.first).to_have_text("Aneurysmal bone cyst")
    live.get_by_role("radio", name="Pictures").check()
    row = live.get_by_role("table", name="Fits").get_by_role("row", name=re.compile("^Osteoblastoma"))
    expect(row.get_by_role("cell")).to_have_text(["unknown: no source read"] * 4)
    live.get_by_text(re.compile("^The table can.t say: 4 of 24")).click()
    expect(live.get_by_role("table", name=re.compile("^The table can.t say"))).to_contain_text(
        "Solitary plasmacytoma of bone"
    )
    assert reader.errors == []


def test_a_guess_is_told_by_the_cells_that_decide_all_by_keyboard_and_on_cards(visit: Open):
    reader = visit(TABLE, width=NARROWEST)
    page, live = reader.page, mounted(reader, "tumours")
    live.get_by_role("tab", name="Table").focus()
    page.keyboard.press("End")
    expect(live.get_by_text("Picture 1 of 9.")).to_be_visible()
    expect(live.get_by_role("tabpanel")).not_to_contain_text("none of five")
    live.get_by_role("button", name="Aneurysmal bone cyst").focus()
    page.keyboard.press("Enter")
    expect(live.get_by_text(re.compile("^No: Osteoid osteoma"))).to_be_visible()
    expect(live.get_by_role("row", name=re.compile("^Osteoid osteoma .this one. Fits"))).to_contain_text("none of five")
    expect(live.get_by_role("row", name=re.compile("^Osteoblastoma"))).to_contain_text("Not named.")
    expect(live).to_contain_text("0 of 1 right so far, of 9 pictures")
    # A guess is not taken back, and it stays on the device.
    live.get_by_role("button", name="Osteoid osteoma").focus()
    page.keyboard.press("Enter")
    expect(live).to_contain_text("0 of 1 right so far")
    page.reload()
    live = mounted(reader, "tumours")
    live.get_by_role("tab", name="Which of these fits?").click()
    expect(live).to_contain_text("0 of 1 right so far")
    live.get_by_role("tab", name="Two side by side").click()
    live.get_by_label("One type").select_option("Schwannoma")
    live.get_by_label("Another").select_option("Meningioma")
    expect(live.get_by_text("Schwannoma and Meningioma: they differ in level.")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROWEST
    assert reader.errors == []


def test_clocks_turn_from_passed_to_kept_and_the_end_waits_for_a_guess(visit: Open):
    reader = visit(CLOCKS)
    page, live = reader.page, mounted(reader, "cord-timeline")
    expect(live).to_contain_text("3 kept, 3 passed")
    expect(live.get_by_role("img", name=re.compile("Pain 90, Told 66, Weak leg 20"))).to_be_visible()
    expect(live).not_to_contain_text("determinant")
    for name in ("They tell a professional", "Weak since"):
        live.get_by_role("slider", name=name).focus()
        page.keyboard.press("Home")
        page.keyboard.press("ArrowRight")
    expect(live).to_contain_text("5 kept, 0 passed")
    expect(live.get_by_role("status")).to_contain_text("5 kept, 0 passed")
    live.get_by_role("checkbox", name="Bladder trouble begins").check()
    expect(live).to_contain_text("UK, 2023: passed.")
    live.get_by_role("radio", name="not at all").check()
    field = live.get_by_role("textbox", name="Your guess first")
    field.fill("many")
    page.keyboard.press("Enter")
    expect(live.get_by_role("alert")).to_contain_text("A whole number from 0 to 100")
    field.fill("60")
    page.keyboard.press("Enter")
    expect(live.get_by_text("You guessed 60 of 100. Counted: about 28.")).to_be_visible()
    expect(live).to_contain_text("Where it had come within a week, 10% improved")
    assert reader.errors == []
