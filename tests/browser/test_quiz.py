"""Promise: a person can answer by keyboard, touch or mouse, gets reasons, and finds the answers again."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Locator, Page, expect

from conftest import CHAPTERS, DESKTOP, PHONE, SITE
from redflags.static_files import compiled

if TYPE_CHECKING:
    from playwright.sync_api import Route

    from conftest import Open

RED_FLAGS = CHAPTERS[0]
QUIZ = compiled("quizzes", "red-flags.json")
ITEMS = {item["id"]: item for item in QUIZ["items"]}


def of_type(kind: str) -> dict:
    return next(item for item in QUIZ["items"] if item["type"] == kind)


def question(page: Page, item: dict) -> Locator:
    """Find an item's article by the words of its question."""
    words = "".join(node if isinstance(node, str) else "" for node in item["lead_in"][0]) or item["id"]
    found = page.locator(".rf-player").get_by_role("article").filter(has_text=words.strip())
    found.first.scroll_into_view_if_needed()
    return found.first


def right_answer(item: dict) -> list[tuple[str, str, str]]:
    """Return what a person does to answer rightly: (role, accessible name, value)."""
    words = lambda text: "".join(n if isinstance(n, str) else n.get("text", "") for n in text[0])  # noqa: E731
    match item["type"]:
        case "single-best-answer":
            return [("radio", words(o["text"]), "") for o in item["options"] if o["correct"]]
        case "select-all" | "select-n":
            return [("checkbox", words(o["text"]), "") for o in item["options"] if o["correct"]]
        case "matrix-multiple-choice":
            return [("radio", f"{words(row['text'])}|{row['key']}", "") for row in item["rows"]]
        case "drop-down-cloze":
            return [
                ("combobox", blank["label"], words(o["text"]))
                for blank in item["blanks"].values()
                for o in blank["options"]
                if o["correct"]
            ]
    return [("textbox", item["label"], str(item["value"]))]


def do(article: Locator, item: dict, *, touch: bool) -> None:
    """Answer an item rightly by pointer."""
    for role, name, value in right_answer(item):
        if "|" in name:
            row, column = name.split("|")
            place = article.get_by_role("row").filter(has_text=row[:60]).get_by_role("radio", name=column)
        else:
            place = article.get_by_role(role, name=name)
        if role == "combobox":
            place.select_option(label=value)
        elif role == "textbox":
            place.fill(value)
        elif touch:
            place.tap()
        else:
            place.check()


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the element with these words has the focus; a reader gives up after twenty."""
    for _ in range(20):
        if page.evaluate("document.activeElement.textContent.trim()") == name:
            return
        page.keyboard.press("Tab")
    pytest.fail(f"tabbing never reaches {name!r}")


TYPES = [
    *("single-best-answer", "select-all", "select-n"),
    *("matrix-multiple-choice", "drop-down-cloze", "numeric"),
]
"""The types that nearly every chapter uses, in a real chapter; test_item_types has the others."""


@pytest.mark.parametrize("touch", [False, True], ids=["mouse", "touch"])
def test_each_type_is_answered_rightly_and_full_marks_shown(visit: Open, subtests: pytest.Subtests, touch: bool):
    reader = visit(RED_FLAGS, width=PHONE if touch else DESKTOP)
    for item in map(of_type, TYPES):
        with subtests.test(item["type"]):
            article = question(reader.page, item)
            do(article, item, touch=touch)
            sure = article.get_by_role("button", name="2 · 67 to 80")
            sure.tap() if touch else sure.click()
            expect(article.get_by_role("heading", name=re.compile("Right"))).to_be_focused()
            expect(article).to_contain_text("Take home:")
    assert (reader.contrast() if touch else reader.axe()) == []
    assert reader.errors == []


def test_a_quiz_is_done_by_keyboard_alone(visit: Open):
    page = visit(RED_FLAGS).page
    item = ITEMS["rf-rank-night"]
    article = question(page, item)
    # A reader who tabs comes to the first option from whatever stands before it.
    article.get_by_role("radio").first.focus()
    wrong = next(place for place, option in enumerate(item["options"]) if not option["correct"])
    page.keyboard.press("Space")
    for _ in range(wrong):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("3")
    expect(article.get_by_role("heading", name=re.compile("Not right|Wrong", re.IGNORECASE))).to_be_focused()
    expect(article).not_to_contain_text("Take home:")
    tab_to(page, "Try again")
    page.keyboard.press("Enter")
    right = next(place for place, option in enumerate(item["options"]) if option["correct"])
    for _ in range(abs(right - wrong)):
        page.keyboard.press("ArrowDown" if right > wrong else "ArrowUp")
    tab_to(page, "Check my answer")
    page.keyboard.press("Enter")
    expect(article).to_contain_text("Your first attempt counts")
    expect(article).to_contain_text("Take home:")


def test_submitting_without_an_answer_says_why_it_is_not_possible(visit: Open):
    page = visit(RED_FLAGS).page
    article = question(page, of_type("matrix-multiple-choice"))
    # It stays reachable, so that whoever can't see it greyed learns why.
    article.get_by_role("button", name="3 · more than 80").focus()
    page.keyboard.press("Enter")
    expect(article.get_by_role("status")).to_contain_text(re.compile(r"\d of \d rows are empty"))


def test_a_digit_typed_into_a_number_field_is_a_digit_and_not_a_certainty(visit: Open):
    page = visit(RED_FLAGS).page
    article = question(page, of_type("numeric"))
    field = article.get_by_role("textbox")
    field.press_sequentially("123")
    expect(field).to_have_value("123")
    expect(article.get_by_role("button", name="No idea")).to_be_visible()


def test_progress_survives_a_reload(visit: Open):
    page = visit(RED_FLAGS).page
    item = of_type("single-best-answer")
    article = question(page, item)
    do(article, item, touch=False)
    article.get_by_role("button", name="1 · less than 67").click()
    expect(article).to_contain_text("Take home:")
    page.reload()
    article = question(page, item)
    expect(article).to_contain_text("Take home:")


def test_a_changed_question_is_asked_again_and_says_so(visit: Open):
    context = visit.context()
    page = visit(RED_FLAGS, context).page
    item = of_type("single-best-answer")
    article = question(page, item)
    do(article, item, touch=False)
    article.get_by_role("button", name="1 · less than 67").click()
    expect(article).to_contain_text("Take home:")

    def changed(route: Route) -> None:
        body = (SITE / f"{RED_FLAGS}.html").read_text(encoding="utf-8")
        route.fulfill(body=body.replace(json.dumps(item["hash"]), '"000000000000"'), content_type="text/html")

    page.route("**/red-flags.html", changed)
    page.reload()
    article = question(page, item)
    expect(article).to_contain_text("This question has changed since you answered it")
    expect(article).not_to_contain_text("Take home:")


def test_forgetting_asks_first_and_then_forgets(visit: Open):
    page = visit(RED_FLAGS).page
    item = ITEMS["rf-rank-night"]
    article = question(page, item)
    do(article, item, touch=False)
    article.get_by_role("button", name="1 · less than 67").click()
    player = page.locator(".rf-quiz").filter(has=article)
    player.get_by_role("button", name=re.compile("Forget my answer")).click()
    player.get_by_role("button", name=re.compile("^(Yes|Forget)")).first.click()
    expect(question(page, item).get_by_role("button", name="No idea")).to_be_visible()
    page.reload()
    expect(question(page, item).get_by_role("button", name="No idea")).to_be_visible()


def test_a_page_from_a_folder_works_without_any_server(visit: Open):
    reader = visit((SITE / f"{RED_FLAGS}.html").as_uri())
    page = reader.page
    item = of_type("select-all")
    article = question(page, item)
    do(article, item, touch=False)
    article.get_by_role("button", name="3 · more than 80").click()
    expect(article).to_contain_text("Take home:")
    page.reload()
    expect(question(page, item)).to_contain_text("Take home:")
    assert reader.elsewhere == []
    assert reader.errors == []


NEVER_WRITES = """() => {
  const open = indexedDB.open("keyval-store")
  open.onupgradeneeded = () => open.result.createObjectStore("keyval")
  open.onsuccess = () => {
    const all = open.result.transaction("keyval", "readwrite").objectStore("keyval")
    const hold = () => { all.count().onsuccess = hold }
    hold()
  }
}"""
"""Keeps the data base from everybody until the page is left."""


def test_an_answer_outlives_a_reload_before_the_device_has_written_it(visit: Open):
    reader = visit(RED_FLAGS)
    page = reader.page
    item = of_type("select-all")
    article = question(page, item)
    expect(article.get_by_role("checkbox").first).to_be_visible()
    page.evaluate(NEVER_WRITES)
    do(article, item, touch=False)
    article.get_by_role("button", name="3 · more than 80").click()
    expect(article).to_contain_text("Take home:")
    for _ in range(2):
        page.reload()
        expect(question(page, item)).to_contain_text("Take home:")
    assert reader.errors == []


def test_a_code_cell_in_a_page_is_the_same_player(visit: Open):
    reader = visit("1-why/how-this-course-works")
    item = ITEMS["rf-rank-night"]
    article = question(reader.page, item)
    do(article, item, touch=False)
    article.get_by_role("button", name="2 · 67 to 80").click()
    expect(article).to_contain_text("Take home:")
    assert reader.errors == []


def test_hostile_text_in_content_stays_text(visit: Open):
    context = visit.context()
    page = context.new_page()
    attack = "<img src=x onerror=window.hacked=1></script><script>window.hacked=1</script>"

    def poisoned(route: Route) -> None:
        body = (SITE / f"{RED_FLAGS}.html").read_text(encoding="utf-8")
        safe = attack.replace("<", "\\u003c")
        route.fulfill(body=body.replace('"why":[["', f'"why":[["{safe} '), content_type="text/html")

    page.route("**/red-flags.html", poisoned)
    page.goto(f"{visit.home}/{RED_FLAGS}.html")
    item = of_type("single-best-answer")
    article = question(page, item)
    do(article, item, touch=False)
    article.get_by_role("button", name="1 · less than 67").click()
    expect(article).to_contain_text("<img src=x onerror")
    assert page.evaluate("window.hacked") is None


def test_where_the_browser_keeps_nothing_the_page_says_so_and_still_works(visit: Open):
    context = visit.context()
    context.add_init_script("Object.defineProperty(window, 'indexedDB', {get() { throw new Error('denied') }})")
    page = visit(RED_FLAGS, context).page
    item = ITEMS["rf-rank-night"]
    article = question(page, item)
    do(article, item, touch=False)
    article.get_by_role("button", name="2 · 67 to 80").click()
    expect(article).to_contain_text("Take home:")
    expect(page.locator(".rf-player").first).to_contain_text("doesn\N{RIGHT SINGLE QUOTATION MARK}t let the page keep")


BREAK = """value => new Promise((done, fail) => {
  const open = indexedDB.open("keyval-store")
  open.onerror = fail
  open.onupgradeneeded = () => open.result.createObjectStore("keyval")
  open.onsuccess = () => {
    const write = open.result.transaction("keyval", "readwrite")
    write.objectStore("keyval").put(value, "quiz:red-flags")
    write.oncomplete = done
  }
})"""
"""Writes to the store of idb-keyval as a broken extension or an older version might."""
BROKEN = (
    "not an object",
    [1, 2],
    {"rf-rank-night": 7},
    {"rf-rank-night": {"hash": ITEMS["rf-rank-night"]["hash"], "attempts": "x", "revealed": 1}},
)


def test_broken_stored_answers_are_dropped_and_the_question_is_asked(visit: Open, subtests: pytest.Subtests):
    reader = visit(RED_FLAGS)
    page = reader.page
    item = ITEMS["rf-rank-night"]
    for stored in BROKEN:
        with subtests.test(str(stored)):
            expect(question(page, item)).to_be_visible()
            page.evaluate(BREAK, stored)
            page.reload()
            article = question(page, item)
            do(article, item, touch=False)
            article.get_by_role("button", name="2 · 67 to 80").click()
            expect(article).to_contain_text("Take home:")
            assert reader.errors == []


def test_two_tabs_keep_each_others_answers(visit: Open):
    context = visit.context()
    first, second = visit(RED_FLAGS, context).page, visit(RED_FLAGS, context).page
    for page, name in ((first, "rf-rank-night"), (second, "rf-clock-call")):
        article = question(page, ITEMS[name])
        do(article, ITEMS[name], touch=False)
        article.get_by_role("button", name="1 · less than 67").click()
        expect(article).to_contain_text("Take home:")
    first.reload()
    for name in ("rf-rank-night", "rf-clock-call"):
        expect(question(first, ITEMS[name])).to_contain_text("Take home:")
