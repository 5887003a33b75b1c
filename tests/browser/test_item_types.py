"""Promise: each item type is done by keyboard alone, by touch on a phone and by mouse, and is found again."""

from __future__ import annotations

import re
import shutil
import threading
from functools import partial
from http.server import ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Locator, Page, expect

from conftest import DESKTOP, PHONE, ROOT, _Quiet
from redflags.compile import compile_quiz
from redflags.reading import read_content
from redflags.rules import check
from redflags.static_files import STATIC
from redflags.static_html import quiz_html, script_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from conftest import Open

ITEMS: dict[str, dict[str, Any]] = {}
IDS = [
    "t-matrix",
    "t-table",
    "t-dyad",
    "t-triad",
    "t-grouping",
    "t-bow-tie",
    "t-drag",
    "t-order",
    "t-highlight",
    "t-highlight-table",
    "t-matching",
    "t-key",
    "t-trend",
    "t-hotspot",
    "t-concordance",
    "t-panel",
    "t-text",
]
MIXED = ["t-hotspot", "t-concordance", "t-text"]
TARGET = 44
VERDICTS = {
    "t-concordance": "The way that the evidence points",
    "t-panel": "The panel.s most frequent answer",
    "t-text": "Now mark your own answer",
}
"""What feedback begins with (as a pattern), where it isn't whether the answer is right."""
EVIL = (
    "<script>window.hit = 1</script>",
    '<path onload="window.hit = 1" d="M0 0"/>',
    '<image href="http://127.0.0.1/x.png"/>',
    '<rect fill="url(http://127.0.0.1/x)"/>',
)
NARROWEST = 320
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Types</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<style>{style} :root {{ color-scheme: light dark }} body {{ margin: 12px; background: var(--rf-page) }}</style>
</head><body><main><h1>One of each</h1><h2>Questions</h2>{quiz}</main><script>{script}</script></body></html>"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a page for each item of the fixture quiz, made the way the book makes them, and one with all."""
    root = tmp_path_factory.mktemp("types")
    course = root / "course"
    shutil.copytree(ROOT / "tests" / "books" / "tiny", course)
    shutil.copy(ROOT / "tests" / "quizzes" / "types.yaml", course / "book" / "quizzes")
    chapter = course / "book" / "1-one" / "first.md"
    chapter.write_text(chapter.read_text() + "\n```{quiz} types\n```\n")
    content = read_content(course)
    assert check(content) == []
    parts = {"style": (STATIC / "players.css").read_text(), "script": (STATIC / "page.js").read_text()}
    for name, items in {"all": None, "mixed": MIXED, **{item: [item] for item in IDS}}.items():
        quiz = compile_quiz(content, "types", items)
        ITEMS.update({item["id"]: item for item in quiz["items"]})
        (root / f"{name}.html").write_text(PAGE.format(quiz=quiz_html(quiz), **parts))
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def words(text: list[list[Any]]) -> str:
    return "".join(node if isinstance(node, str) else node.get("text", "") for node in text[0])


def of(place: Page | Locator, item: str) -> Locator:
    """Return an item's article among several."""
    return place.locator(f'article[aria-labelledby$="-{item}"]')


Step = tuple[Locator, str | None]
"""A control, and the words to choose where it is a drop-down."""


def steps(article: Locator, item: dict[str, Any]) -> list[Step]:  # noqa: C901, PLR0911 (a case for each type)
    """Return the controls that somebody who knows the answer uses, in order."""

    def button(name: str, group: str | None = None) -> Locator:
        near = article.get_by_role("group", name=group, exact=True) if group else article
        return near.get_by_role("button", name=name)

    def right(options: list[dict[str, Any]]) -> list[str]:
        return [words(option["text"]) for option in options if option["correct"]]

    match item["type"]:
        case "matrix-multiple-response":
            return [
                (article.get_by_role("checkbox", name=f"{words(row['text'])} {column}"), None)
                for row in item["rows"]
                for column in row["key"]
            ]
        case "drop-down-table" | "rationale":
            blanks = item["blanks"].values()
            return [
                (article.get_by_role("combobox", name=blank["label"]), right(blank["options"])[0]) for blank in blanks
            ]
        case "grouping":
            return [
                (one, None)
                for option in item["options"]
                for group in option["groups"]
                for one in (button(words(option["text"]), "To place"), button(f"{group} ("))
            ]
        case "highlight-text" | "highlight-table":
            return [(button(name), None) for name in right(list(item["spans"].values()))]
        case "bow-tie":
            wings = {
                "actions": ("Actions to take", ["Action 1 of 2", "Action 2 of 2"]),
                "conditions": ("Condition most likely", ["Condition"]),
                "parameters": ("Parameters to watch", ["Parameter 1 of 2", "Parameter 2 of 2"]),
            }
            return [
                (one, None)
                for wing, (title, places) in wings.items()
                for name, place in zip(right(item[wing]), places, strict=True)
                for one in (button(name, title), button(f"{place}: empty"))
            ]
        case "drag-and-drop-cloze":
            return [
                (one, None)
                for token in item["tokens"]
                if "target" in token
                for one in (
                    button(words(token["text"]), "To place"),
                    button(f"{item['targets'][token['target']]}: empty"),
                )
            ]
        case "ordered-response":
            return [
                (one, None)
                for place, step in enumerate(item["steps"], 1)
                for one in (button(words(step["text"]), "To place"), button(f"Position {place} of"))
            ]
        case "image-hotspot":
            return [(article.get_by_role("radio", name=right(item["regions"])[0]), None)]
        case "script-concordance":
            chosen = "less likely" if item["direction"] == "less" else "more likely"
            return [(article.get_by_role("radio", name=re.compile(rf"^\S+ {chosen}$")), None)]
        case "free-text":
            return [(article.get_by_role("textbox"), "Your spine may not be steady until the scan.")]
        case "extended-matching":
            return [
                (article.get_by_role("combobox", name=words(case["text"])), f"{case['answer'].upper()} · {case['key']}")
                for case in item["cases"]
            ]
    return [(article.get_by_role("checkbox", name=name), None) for name in right(item["options"])]


def by_mouse(_: Page, control: Locator, option: str | None) -> None:
    control.click() if option is None else put(control, option)


def by_touch(_: Page, control: Locator, option: str | None) -> None:
    control.tap() if option is None else put(control, option)


def put(control: Locator, words: str) -> None:
    """Choose in a drop-down, or write in a field."""
    writes = control.evaluate("el => el.localName === 'textarea'")
    control.fill(words) if writes else control.select_option(label=words)


def by_keyboard(page: Page, control: Locator, option: str | None) -> None:
    if control.get_attribute("type") == "radio":
        by_arrows(page, control)
        return
    tab_to(page, control)
    if option is None:
        page.keyboard.press("Space")
        return
    if control.evaluate("el => el.localName === 'textarea'"):
        page.keyboard.type(option)
        return
    for _ in range(control.locator("option").count()):
        if control.evaluate("select => select.selectedOptions[0].label") == option:
            return
        page.keyboard.press("ArrowDown")
    pytest.fail(f"the arrow keys never reach {option!r}")


def by_arrows(page: Page, radio: Locator) -> None:
    """Tab to a group of radios, and press the arrow key until the one is reached: a group is a single stop."""
    tab_to(page, radio.locator("xpath=ancestor::fieldset[1]").get_by_role("radio").first)
    page.keyboard.press("Space")
    for _ in range(10):
        if radio.is_checked():
            return
        page.keyboard.press("ArrowDown")
    pytest.fail("the arrow keys never reach the radio")


def tab_to(page: Page, control: Locator) -> None:
    """Press Tab, or Shift and Tab, until the control has the focus; a reader gives up after thirty."""
    for _ in range(30):
        where = control.evaluate("el => document.activeElement.compareDocumentPosition(el)")
        if where == 0:
            return
        page.keyboard.press("Shift+Tab" if where & 2 else "Tab")
    pytest.fail("tabbing never reaches the control")


@pytest.mark.parametrize("way", [by_keyboard, by_touch, by_mouse], ids=["keyboard", "touch", "mouse"])
def test_each_type_is_answered_rightly_and_found_again(
    visit: Open, subtests: pytest.Subtests, way: Callable[..., None]
):
    reader = visit("all", width=PHONE if way is by_touch else DESKTOP, theme="dark" if way is by_mouse else "light")
    page = reader.page
    expect(page.get_by_role("article")).to_have_count(len(IDS))

    def verdict(item: str) -> Locator:
        name = re.compile(rf"^{VERDICTS.get(item, 'Right')}$")
        return of(page, item).get_by_role("heading", name=name)

    for item in IDS:
        with subtests.test(item):
            article = of(page, item)
            for control, option in steps(article, ITEMS[item]):
                way(page, control, option)
            sure = "Check my answer" if item == "t-concordance" else "2 · 67 to 80"
            way(page, article.get_by_role("button", name=sure), None)
            expect(verdict(item)).to_be_focused()
            expect(article).to_contain_text("Take home:")
    if way is by_mouse:
        assert reader.axe() == []
    page.reload()
    for item in IDS:
        with subtests.test(item, again=True):
            expect(verdict(item)).to_be_visible()
    assert reader.errors == []
    assert reader.elsewhere == []


def test_no_type_breaks_a_rule_of_access_or_scrolls_sideways(visit: Open):
    reader = visit("all", width=NARROWEST)

    def sound() -> None:
        assert reader.sideways() <= 0
        reader.turn("light")
        assert reader.axe() == []
        reader.turn("dark")
        assert reader.contrast() == []

    expect(reader.page.get_by_role("article")).to_have_count(len(IDS))
    sound()
    for _ in range(len(IDS) - 1):
        reader.page.get_by_role("button", name="No idea").first.click()
    reader.page.get_by_role("radio", name="much more likely").nth(0).check()
    reader.page.get_by_role("button", name="Check my answer").click()
    expect(reader.page.locator(".rf-player").get_by_text("Take home:")).to_have_count(len(IDS))
    sound()


MISSING = {
    "t-matrix": "3 of 3 columns are empty",
    "t-grouping": "2 of 2 groups are empty",
    "t-bow-tie": "5 of 5 places are empty",
    "t-order": "4 of 4 positions are empty",
    "t-highlight": "Highlight at least one passage",
    "t-matching": "2 of 2 cases are empty",
    "t-hotspot": "Choose a place on the picture",
    "t-panel": "Choose an answer",
    "t-text": "Write an answer",
}


def test_submitting_too_early_says_what_is_missing(visit: Open, subtests: pytest.Subtests):
    page = visit("all").page
    for item, missing in MISSING.items():
        with subtests.test(item):
            article = of(page, item)
            article.get_by_role("button", name="3 · more than 80").press("Enter")
            expect(article).to_contain_text(missing)


def status(article: Locator) -> Locator:
    return article.get_by_role("status").filter(has_text=re.compile("selected|placed|taken"))


def test_placing_is_said_aloud_and_undone_by_keys(visit: Open):
    page = visit("t-bow-tie").page
    article = page.get_by_role("article")
    token = article.get_by_role("group", name="Actions to take").get_by_role("button", name="Bone scan")
    place = article.get_by_role("button", name="Action 2 of 2:")
    token.press("Enter")
    expect(token).to_have_attribute("aria-pressed", "true")
    expect(status(article)).to_have_text("Bone scan selected. Now choose its place.")
    token.press("Escape")
    expect(token).to_have_attribute("aria-pressed", "false")
    token.press("Enter")
    place.press("Enter")
    expect(status(article)).to_have_text("Bone scan placed in Action 2 of 2.")
    expect(place).to_have_accessible_name("Action 2 of 2: Bone scan")
    expect(token).to_have_accessible_name("Bone scan (placed in Action 2 of 2)")
    place.press("Delete")
    expect(status(article)).to_have_text("Bone scan taken out of Action 2 of 2.")
    expect(place).to_have_accessible_name("Action 2 of 2: empty")
    place.press("Enter")
    expect(article).to_contain_text("First select what to place, then press its place.")


def test_a_filled_place_gives_its_old_token_back_and_a_pressed_one_can_move(visit: Open):
    page = visit("t-drag", width=PHONE).page
    article = page.get_by_role("article")
    tray = article.get_by_role("group", name="To place")
    picture, medicine = (article.get_by_role("button", name=f"{name}:") for name in ("picture", "medicine"))
    for token in ("plain films", "ibuprofen"):
        tray.get_by_role("button", name=token).tap()
        picture.tap()
    expect(status(article)).to_have_text("ibuprofen placed in picture. plain films is back in the list.")
    expect(tray.get_by_role("button", name="plain films")).to_have_accessible_name("plain films")
    picture.tap()
    expect(picture).to_have_accessible_name("picture: empty")
    medicine.tap()
    expect(medicine).to_have_accessible_name("medicine: ibuprofen")


def test_dragging_is_an_extra_that_works(visit: Open):
    page = visit("t-order").page
    article = page.get_by_role("article")
    place = article.get_by_role("button", name="Position 3 of 4:")
    article.get_by_role("button", name="Arrange the MRI").drag_to(place)
    expect(place).to_have_accessible_name("Position 3 of 4: Arrange the MRI")


def test_a_group_gives_back_what_is_pressed_in_it(visit: Open):
    page = visit("t-grouping").page
    article = page.get_by_role("article")
    tray = article.get_by_role("group", name="To place")
    for group in ("See today", "Book a scan"):
        tray.get_by_role("button", name="Fever").click()
        article.get_by_role("button", name=f"{group} (").click()
    expect(tray.get_by_role("button", name="Fever")).to_have_accessible_name(
        "Fever and back pain (placed in See today and Book a scan)"
    )
    article.get_by_role("button", name="Take Fever and back pain out of Book a scan").press("Delete")
    expect(article.get_by_role("button", name="Book a scan (0 placed)")).to_be_focused()


def test_pressing_a_region_checks_its_radio_and_feedback_shows_key_and_choice(visit: Open):
    reader = visit("t-hotspot", width=PHONE)
    article = reader.page.get_by_role("article")
    picture = article.get_by_role("img", name=re.compile("A bone of the spine"))
    expect(picture).to_be_visible()
    for region in article.locator("[data-region]").all():
        box = region.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= TARGET
    article.locator("[data-region=d]").tap()
    expect(article.get_by_role("radio", name="The spike at the back")).to_be_checked()
    expect(article.locator(".rf-badge[data-state=chosen]")).to_have_text("D")
    article.get_by_role("button", name="3 · more than 80").tap()
    expect(article).not_to_contain_text("The cord runs there")
    article.get_by_role("button", name="Show the answer").tap()
    # The picture follows the verdict by a frame.
    for badge, state in zip(article.locator(".rf-badge").all(), ("open", "right", "open", "wrong"), strict=True):
        expect(badge).to_have_attribute("data-state", state)
    expect(article.locator(".rf-badge .rf-sign")).to_have_count(2)
    assert reader.errors == []


def test_a_drawing_keeps_the_theme_and_one_that_runs_a_script_is_not_drawn(visit: Open):
    reader = visit("t-hotspot", theme="dark")
    label = reader.page.locator(".rf-drawn text")
    expect(label).to_have_css("fill", "rgb(232, 236, 238)")
    hatch = reader.page.locator(".rf-drawn pattern").get_attribute("id")
    assert hatch != "vertebra-hatch", "two players of one drawing on a page must not share ids"
    html = reader.page.request.get(reader.page.url).text()
    assert "\\u003c/svg>" in html
    for evil in EVIL:
        page = visit.context().new_page()
        page.set_content(html.replace("\\u003c/svg>", script_json(evil)[1:-1] + "\\u003c/svg>", 1))
        expect(page.get_by_role("radio")).to_have_count(4)
        expect(page.locator(".rf-drawn svg")).to_have_count(0)
        assert page.evaluate("window.hit") is None


def test_free_text_stays_text_counts_its_characters_and_is_marked_by_its_writer(visit: Open):
    page = visit("t-text").page
    article = page.get_by_role("article")
    field = article.get_by_role("textbox", name="What do you say to her?")
    field.fill("<img src=x onerror=alert(1)> 1 2 3 " + "x" * 400)
    expect(field).to_have_accessible_description("435 of at most 400 characters")
    article.get_by_role("button", name="1 · less than 67").press("Enter")
    expect(article).to_contain_text("35 characters too many.")
    field.fill("")
    field.press_sequentially("<img src=x onerror=alert(1)> in 30 minutes")
    expect(article.get_by_text("A good answer")).to_have_count(0)
    article.get_by_role("button", name="1 · less than 67").click()
    expect(article.locator(".rf-written")).to_have_text("<img src=x onerror=alert(1)> in 30 minutes")
    expect(article).to_contain_text("Self-marked: nothing ticked, 0 of 3 points.")
    for point in ("Says until when", "Offers help with turning"):
        article.get_by_role("checkbox", name=point).check()
    expect(article.get_by_role("status").filter(has_text="Self-marked")).to_have_text(
        "Self-marked: 2 of 3 points. Certainty 1: +0.67."
    )
    page.reload()
    expect(article.get_by_role("checkbox", name="Says until when")).to_be_checked()
    expect(article).to_contain_text("Self-marked: 2 of 3 points.")


def test_a_panel_shows_its_answers_and_what_answering_without_reasoning_would_earn(visit: Open):
    page = visit("t-panel").page
    article = page.get_by_role("article")
    article.get_by_role("radio", name="much more likely").check()
    article.get_by_role("button", name="1 · less than 67").click()
    expect(article).to_contain_text("7 gave the most frequent answer: 5/7 = 0.71 of 1")
    expect(article.get_by_role("table", name="What the panel answered").get_by_role("row")).to_have_count(6)
    expect(article).to_contain_text("always answering 0 would earn 0.29 here")
    expect(article).to_contain_text("never an extreme, 0.43 on average")
    expect(article.get_by_role("button", name="Try again")).to_have_count(0)


def test_without_a_panel_nothing_is_marked_and_certainty_is_not_asked(visit: Open):
    page = visit("t-concordance").page
    article = page.get_by_role("article")
    expect(article.get_by_role("button", name="No idea")).to_have_count(0)
    expect(article).to_contain_text("there is no mark to be sure of")
    article.get_by_role("radio", name="+1 more likely").check()
    page.keyboard.press("3")
    expect(article.get_by_text("Take home")).to_have_count(0)
    article.get_by_role("button", name="Check my answer").click()
    expect(article.get_by_role("heading", name="The evidence points another way")).to_be_focused()
    expect(article).to_contain_text("Marks: none, since no panel has answered this.")
    expect(article).to_contain_text("Strain eases with rest")
    expect(article).not_to_contain_text("Guessing would earn")


def test_the_result_adds_up_own_marks_apart_and_leaves_out_what_nobody_marked(visit: Open):
    page = visit("mixed").page
    page.get_by_role("radio", name="+1 more likely").check()
    page.get_by_role("button", name="Check my answer").click()
    page.get_by_role("textbox").fill("Lie flat.")
    page.get_by_role("button", name="1 · less than 67").last.click()
    page.get_by_role("checkbox", name="Says until when").check()
    page.get_by_role("radio", name="The round space").check()
    page.get_by_role("button", name="1 · less than 67").click()
    result = page.get_by_role("region", name="Your result")
    expect(result.locator("div").filter(has_text=re.compile(r"^Marks\d"))).to_have_text("Marks1 of 1")
    expect(result.locator("div").filter(has_text="Marked by yourself")).to_have_text("Marked by yourself1 of 3")
    expect(result.get_by_text("Worth another look")).to_have_count(0)


def test_a_wrong_first_answer_keeps_the_key_back_and_can_be_mended(visit: Open):
    page = visit("t-key").page
    article = page.get_by_role("article")
    for name in ("Call the spinal team", "Send him home"):
        article.get_by_role("checkbox", name=name).check()
    article.get_by_role("button", name="1 · less than 67").click()
    expect(article).to_contain_text("Your answer would harm, and takes every mark")
    expect(article).to_contain_text("1 right, but one choice would harm and takes every mark = 0 of 3")
    expect(article).not_to_contain_text("Hours count")
    article.get_by_role("button", name="Try again").click()
    article.get_by_role("checkbox", name="Send him home").uncheck()
    for name in ("Give dexamethasone", "Ask for an MRI"):
        article.get_by_role("checkbox", name=name).check()
    article.get_by_role("button", name="Check my answer").click()
    expect(article.get_by_role("heading", name="Right, at the second attempt")).to_be_focused()


def test_the_tabs_of_a_record_move_by_arrow_keys_and_name_their_panels(visit: Open):
    page = visit("t-trend").page
    notes, observations = (page.get_by_role("tab", name=name) for name in ("Nurses' notes", "Observations"))
    panel = page.get_by_role("tabpanel")
    expect(panel).to_have_accessible_name("Nurses' notes")
    tab_to(page, notes)
    page.keyboard.press("ArrowRight")
    expect(observations).to_be_focused()
    expect(observations).to_have_attribute("aria-selected", "true")
    expect(panel).to_have_accessible_name("Observations")
    expect(panel.get_by_role("table", name="Observations").get_by_role("columnheader")).to_have_text(
        ["Finding", "06:00", "10:00", "14:00"]
    )
    expect(panel.get_by_role("rowheader", name="Pulse (a minute)")).to_be_visible()
    for key, tab in (("ArrowRight", notes), ("End", observations), ("Home", notes), ("ArrowLeft", observations)):
        page.keyboard.press(key)
        expect(tab).to_be_focused()
    page.keyboard.press("Tab")
    expect(panel).to_be_focused()


def test_without_a_script_each_type_reads_with_its_answer(visit: Open):
    page = visit("all", visit.context(java_script_enabled=False)).page
    expect(page.locator(".rf-q")).to_have_count(len(IDS))
    for answer in page.locator(".rf-q details").all():
        answer.locator("summary").click()
        expect(answer).to_contain_text("Take home:")
    record = page.locator(".rf-q").filter(has_text="Trend · Select all that apply")
    expect(record.get_by_role("table", name="Observations")).to_be_visible()
    expect(record.get_by_text("Needs the rail to stand up.")).to_be_visible()
