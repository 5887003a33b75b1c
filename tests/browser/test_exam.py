"""Promise: an exam is calm, tells nothing before its end and loses nothing; errors come back; a case unfolds."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from players import course, page, served
from playwright.sync_api import Page, expect

from conftest import DESKTOP, PHONE
from redflags.cli import main
from redflags.compile import compile_quiz
from redflags.static_html import Sitting, quiz_html

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import Open

ROOT: dict[str, Path] = {}
SECRETS = ("In 13 of 1,975", "It is rare", "Divide, then", "Serious causes are common", "13 divided by")
"""Words of the tiny quiz's reasons."""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve exams, a case, a marked quiz and a review."""
    root = tmp_path_factory.mktemp("exam")
    content = course(root / "course", final="marked: true\nhand_in: Upload it to the course page.")
    ROOT["course"] = root / "course"
    exam = Sitting("exam", 30)
    for name, quiz, sitting in (
        ("practice", "first", None),
        ("exam", "first", exam),
        ("free", "first", Sitting("exam")),
        ("review", "first", Sitting("review")),
        ("case", "case", None),
        ("case-exam", "case", exam),
        ("types-exam", "types", exam),
        ("final", "final", None),
    ):
        (root / f"{name}.html").write_text(page(quiz_html(compile_quiz(content, quiz), sitting=sitting)))
    with served(root) as address:
        yield address


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def sit(page: Page) -> None:
    """Answer the tiny quiz: the first wrongly and surely, the second rightly and less so."""
    press(page, "Start the exam")
    page.get_by_role("radio", name="Something serious").check()
    page.get_by_role("radio", name="3 · more than 80").check()
    press(page, "Next")
    page.get_by_role("textbox").fill("0.66")
    page.get_by_role("radio", name="1 · less than 67").check()


def finish(page: Page) -> None:
    page.get_by_role("button", name="Finish …").click()
    press(page, "Finish now")


def test_nothing_is_told_before_the_end_and_everything_after_it(visit: Open):
    reader = visit("exam")
    page = reader.page
    expect(page.get_by_role("heading", name="First: exam")).to_be_visible()
    sit(page)
    dom = page.content().split("<script>")[0]
    assert [word for word in SECRETS if word in dom] == []
    assert re.search(r"rf-(right|wrong|verdict)|correct", dom.split("</style>")[1]) is None
    finish(page)
    expect(page.get_by_role("heading", name="Your result")).to_be_focused()
    # The confident error comes first.
    first, second = page.get_by_role("article").all()
    expect(first).to_contain_text("Certainty 3: \N{MINUS SIGN}6")
    expect(second).to_contain_text("Certainty 1: +1")
    table = page.get_by_role("table", name="How sure you were, and how right")
    expect(table.get_by_role("row").nth(3)).to_have_text(re.compile("more than 80.%.*1.*0.%.*80.% to 100.%"))
    expect(page.locator("main")).to_contain_text("you were right 0\xa0% of the time, so you were surer")
    assert reader.errors == []


def test_an_exam_is_done_by_keyboard_alone(visit: Open):
    page = visit("free").page
    page.get_by_role("button", name="Start the exam").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Question 1")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("2")
    expect(page.get_by_role("radio", name="2 · 67 to 80")).to_be_checked()
    page.get_by_role("button", name="Next").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Question 2")).to_be_focused()
    page.keyboard.press("Tab")
    # A digit in a number field is a digit.
    page.keyboard.type("2")
    assert page.get_by_role("radio", checked=True).count() == 0
    page.get_by_role("button", name="Finish …").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Finish the exam?")).to_be_focused()
    page.get_by_role("button", name="Finish now").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Your result")).to_be_focused()


def test_answers_certainty_flag_place_and_start_survive_a_reload_and_can_be_changed(visit: Open):
    page = visit("exam").page
    page.clock.install()
    page.reload()
    sit(page)
    page.get_by_role("checkbox", name="Flag").check()
    page.clock.fast_forward("10:00")
    page.reload()
    expect(page.get_by_role("heading", name="Question 2")).to_be_visible()
    expect(page.get_by_role("timer")).to_have_text("20 minutes left")
    expect(page.get_by_role("textbox")).to_have_value("0.66")
    expect(page.get_by_role("checkbox", name="Flag")).to_be_checked()
    press(page, "Previous")
    expect(page.get_by_role("radio", name="Something serious")).to_be_checked()
    page.get_by_role("radio", name="Nothing serious").check()
    page.get_by_role("button", name="Finish …").click()
    check = page.get_by_role("region", name="Finish the exam?")
    expect(check).to_contain_text("2 of 2 questions answered")
    expect(check).to_contain_text("Flagged")
    press(page, "Question 2")
    expect(page.get_by_role("heading", name="Question 2")).to_be_focused()
    finish(page)
    expect(page.locator("dd").first).to_have_text("2 of 2")
    page.reload()
    expect(page.locator("dd").first).to_have_text("2 of 2")


def test_the_check_before_the_end_names_what_is_empty_and_leads_there(visit: Open):
    page = visit("types-exam").page
    press(page, "Start the exam")
    page.get_by_role("checkbox").first.check()
    page.get_by_text("Overview: 0 of").click()
    expect(page.get_by_role("button", name="1 incomplete")).to_have_attribute("aria-current", "step")
    page.get_by_role("button", name="Finish …").click()
    check = page.get_by_role("region", name="Finish the exam?")
    expect(check).to_contain_text("Empty:")
    expect(check).to_contain_text("Incomplete")
    check.get_by_role("button", name="Question 3", exact=True).click()
    expect(page.get_by_role("heading", name="Question 3")).to_be_focused()


def test_time_is_told_politely_can_be_hidden_and_extended_and_its_end_loses_nothing(visit: Open):
    page = visit("exam").page
    page.clock.install()
    page.reload()
    sit(page)
    clock, said = page.get_by_role("timer"), page.locator(".rf-clock [role=status]")
    expect(clock).to_have_text("30 minutes left")
    press(page, "Hide the time")
    expect(clock).to_have_count(0)
    page.clock.run_for(15 * 60_000)
    expect(said).to_have_text(re.compile("Half of the time has gone"))
    page.clock.run_for(10 * 60_000)
    expect(said).to_have_text("5 minutes left.")
    page.clock.run_for(4 * 60_000)
    expect(said).to_have_text("1 minute left. You can take more time.")
    # Hidden or not, the last minute shows; one press gives more, long before the last 20 seconds.
    expect(clock).to_be_visible()
    press(page, "45 minutes in all")
    expect(said).to_have_text("45 minutes in all.")
    expect(page.get_by_role("group", name="More time")).to_have_count(0)
    page.clock.run_for(15 * 60_000 + 10_000)
    expect(page.get_by_role("group", name="More time")).to_be_visible()
    page.clock.run_for(70_000)
    expect(page.get_by_role("heading", name="Your result")).to_be_focused()
    expect(page.locator("main")).to_contain_text("The time was over: what you had answered by then counts.")
    expect(page.locator("dd").first).to_have_text("1 of 2")


def test_whoever_comes_back_after_the_end_still_has_20_seconds_to_take_more_time(visit: Open):
    page = visit("exam").page
    page.clock.install()
    page.reload()
    sit(page)
    page.clock.fast_forward("02:00:00")
    page.reload()
    expect(page.get_by_role("timer")).to_have_text("The time is over")
    page.clock.run_for(15_000)
    press(page, "No limit")
    expect(page.get_by_role("status").filter(has_text="No time limit")).to_be_visible()
    page.clock.run_for(3_600_000)
    expect(page.get_by_role("textbox")).to_have_value("0.66")


def test_time_can_be_chosen_at_the_start(visit: Open):
    page = visit("exam").page
    for name in ("30 minutes, as set", "45 minutes", "60 minutes", "No limit"):
        expect(page.get_by_role("radio", name=name)).to_be_visible()
    page.get_by_role("radio", name="60 minutes").check()
    press(page, "Start the exam")
    expect(page.get_by_role("timer")).to_have_text("60 minutes left")


STORE = """change => new Promise((done, fail) => {
  const open = indexedDB.open("keyval-store")
  open.onerror = fail
  open.onsuccess = () => {
    const store = open.result.transaction("keyval", "readwrite").objectStore("keyval")
    const read = store.get("exam:first")
    read.onsuccess = () => { store.put({...read.result, ...change}, "exam:first").onsuccess = done }
  }
})"""


SESSIONS: dict[str, Any] = {
    "a clock set back": {"started": "2200-01-01T00:00:00.000Z", "minutes": 30},
    "nonsense": {"started": "soon", "minutes": "x", "submitted": {}},
    "half nonsense": {"started": "2026-11-21T10:00:00Z", "minutes": -5, "place": "last"},
    "a list": [],
    "a number": 7,
    "nothing": None,
}


def test_a_changed_clock_or_a_broken_record_neither_crashes_nor_loses_answers(visit: Open, subtests: pytest.Subtests):
    reader = visit("exam")
    page = reader.page
    sit(page)
    press(page, "Previous")
    for name, session in SESSIONS.items():
        with subtests.test(name):
            # What the page itself has still to write is written first.
            page.wait_for_timeout(600)
            page.evaluate(STORE, {":exam": session})
            page.reload()
            # In the player: before it, the page shows its questions as HTML.
            player = page.locator(".rf-player")
            start = player.get_by_role("button", name="Start the exam")
            expect(start.or_(player.get_by_role("heading", name="Question 1"))).to_be_visible()
            if start.is_visible():
                start.click()
            expect(page.get_by_role("radio", name="Something serious")).to_be_checked()
            expect(page.get_by_role("radio", name="3 · more than 80")).to_be_checked()
            assert reader.errors == []


def test_exam_and_practice_of_a_quiz_know_nothing_of_each_other(visit: Open):
    context = visit.context()
    page = visit("exam", context).page
    sit(page)
    finish(page)
    practice = visit("practice", context).page
    expect(practice.locator("main")).to_contain_text("0 of 2 answered")
    practice.get_by_role("radio", name="Nothing serious").check()
    practice.get_by_role("button", name="3 · more").first.click()
    page.reload()
    expect(page.locator("dd").first).to_have_text("1 of 2")


def test_errors_come_back_in_review_and_asking_again_keeps_the_first_attempt(visit: Open):
    context = visit.context()
    review = visit("review", context).page
    expect(review.locator("main")).to_contain_text("Answer the questions first")
    page = visit("practice", context).page
    page.get_by_role("radio", name="Something serious").check()
    page.get_by_role("button", name="3 · more").first.click()
    press(page, "Show the answer")
    page.get_by_role("textbox").fill("0.66")
    page.get_by_role("article").nth(1).get_by_role("button", name="1 · less").click()
    press(page, "Review my errors")
    expect(page.get_by_role("heading", name="Review: First")).to_be_focused()
    article = page.get_by_role("article")
    expect(article).to_have_count(1)
    for words in ("Your answer, not right", "The best answer", "Take home"):
        expect(article).to_contain_text(words)
    press(page, "Ask me again")
    expect(page.get_by_role("heading", name="Question 1")).to_be_focused()
    expect(article).not_to_contain_text("Take home")
    page.get_by_role("radio", name="Nothing serious").check()
    page.get_by_role("button", name="2 · 67").click()
    expect(article.get_by_role("heading", name="Right")).to_be_focused()
    expect(article).to_contain_text("Your first attempt counts.")
    expect(article).to_contain_text("Certainty 3: \N{MINUS SIGN}6")
    press(page, "Back to all questions")
    expect(page.locator("dd").first).to_have_text("1 of 2")
    # The review page of the chapter shows the same.
    review.reload()
    expect(review.get_by_role("article")).to_have_count(1)


def test_a_review_without_errors_says_so(visit: Open):
    context = visit.context()
    page = visit("practice", context).page
    page.get_by_role("radio", name="Nothing serious").check()
    page.get_by_role("button", name="3 · more").first.click()
    expect(page.get_by_role("heading", name="Right")).to_be_visible()
    expect(visit("review", context).page.locator("main")).to_contain_text("was right at the first attempt")


def test_a_case_in_practice_goes_on_once_answered_and_back_freely(visit: Open):
    reader = visit("case")
    page = reader.page
    expect(page.locator("main")).to_contain_text("1 of 6 · Recognise cues")
    # It stays reachable, so that whoever can't see it greyed learns why.
    page.get_by_role("button", name="Next step").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Answer this step first")).to_be_visible()
    press(page, "No idea no marks, none lost")
    press(page, "Next step")
    expect(page.get_by_role("heading", name="Question 2")).to_be_focused()
    expect(page.get_by_text("New in the record: Vital signs, Bladder scan.")).to_be_visible()
    page.get_by_role("tab", name="Vital signs new").click()
    expect(page.get_by_role("columnheader", name="23:00 (new)")).to_be_visible()
    press(page, "Previous step")
    # What was not known then is not shown then.
    expect(page.get_by_role("tab")).to_have_count(2)
    expect(page.get_by_role("article")).to_contain_text("Take home")
    press(page, "Next step")
    for number in range(2, 7):
        press(page, "No idea no marks, none lost")
        if number < 6:
            press(page, "Next step")
    table = page.get_by_role("table", name="Marks for each step")
    expect(table.get_by_role("row")).to_have_count(7)
    expect(table).to_contain_text("Evaluate outcomes")
    page.reload()
    expect(page.locator("main")).to_contain_text("6 of 6 answered")
    assert reader.errors == []


def test_a_case_in_an_exam_has_no_way_back_and_warns_before_an_empty_step_is_left(visit: Open):
    page = visit("case-exam").page
    expect(page.locator("main")).to_contain_text("you can\N{RIGHT SINGLE QUOTATION MARK}t go back to an earlier step")
    press(page, "Start the exam")
    page.get_by_role("checkbox").first.check()
    press(page, "Next step")
    expect(page.get_by_role("heading", name="Question 2")).to_be_focused()
    expect(page.get_by_role("button", name="Previous")).to_have_count(0)
    press(page, "Next step")
    expect(page.get_by_role("button", name="Stay")).to_be_focused()
    press(page, "Go on all the same")
    expect(page.get_by_role("heading", name="Question 3")).to_be_focused()
    page.reload()
    expect(page.get_by_role("heading", name="Question 3")).to_be_visible()
    page.get_by_text("Overview:").click()
    for name in ("1 answered, closed", "2 empty, closed", "4 empty, later"):
        expect(page.get_by_role("button", name=name)).to_be_disabled()
    finish(page)
    expect(page.get_by_role("table", name="Marks for each step")).to_be_visible()


def test_a_marked_quiz_goes_from_answer_to_file_to_marks(
    visit: Open, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    reader = visit("final")
    page = reader.page
    expect(page.locator("main")).to_contain_text("Your instructor marks your answers")
    press(page, "Start the exam")
    for kind, answer in (
        ("Any number in each row", lambda: page.get_by_role("checkbox", name="Brisk knee jerks Cord").check()),
        ("Complete the table", lambda: page.get_by_role("combobox").first.select_option("MRI of the whole spine")),
    ):
        expect(page.get_by_role("heading", name=kind)).to_be_visible()
        answer()
        page.get_by_role("radio", name="2 · 67 to 80").check()
        press(page, "Next")
    page.get_by_role("combobox", name="action").select_option("call the team now")
    page.get_by_role("combobox", name="reason").select_option("she is tired")
    finish(page)
    expect(page.get_by_role("heading", name="Save your answers")).to_be_focused()
    expect(page.locator("main")).to_contain_text("Upload it to the course page.")
    assert page.get_by_text(re.compile(r"\d of \d+ marks|Take home|Right")).count() == 0
    with page.expect_download() as download:
        press(page, "Save my answers")
    expect(page.get_by_text("Saved as a file")).to_be_visible()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    assert main(["mark", str(file), "--quizzes", str(ROOT["course"] / "book" / "quizzes"), "--format", "json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    marks = {item["item"]: (item["earned"], item["max"]) for item in row["items"] if item["answered"]}
    # One of five cells, one of two blanks, and a rationale whose cause is wrong.
    assert marks == {"final-matrix": (1, 5), "final-table": (1, 2), "final-dyad": (0, 1)}
    assert row["earned"] == 2
    assert "read it yourself" in row["notes"]
    page.reload()
    expect(page.get_by_role("heading", name="Save your answers")).to_be_visible()
    assert reader.errors == []


def test_every_part_of_an_exam_is_accessible_and_fits(visit: Open):
    reader = visit("case-exam", width=PHONE)
    page = reader.page

    def sound() -> None:
        for width, look in ((320, None), (DESKTOP, reader.contrast), (PHONE, reader.axe)):
            reader.turn("dark" if width == DESKTOP else "light", width)
            assert reader.sideways() <= 0
            assert look is None or look() == []

    expect(page.get_by_role("button", name="Start the exam")).to_be_visible()
    sound()
    press(page, "Start the exam")
    page.get_by_text("More time").click()
    page.get_by_text("Overview:").click()
    page.get_by_role("checkbox").first.check()
    press(page, "Next step")
    press(page, "Next step")
    sound()
    press(page, "Stay")
    page.get_by_role("button", name="Finish …").click()
    sound()
    press(page, "Finish now")
    expect(page.get_by_role("heading", name="Your result")).to_be_visible()
    sound()
    press(page, "Review my errors")
    sound()
