"""Promise: every virtual patient is played to its debrief, by mouse, touch or keys, and nothing of a run is lost."""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from case_play import Player
from players import served
from playwright.sync_api import expect

from conftest import DESKTOP, PHONE, ROOT
from nightly import NIGHTLY
from redflags.compile import compile_patient
from redflags.reading import read_content
from redflags.rules import check
from redflags.simulation import mark, replay
from redflags.static_case import case_html
from redflags.static_files import STATIC
from tiny_case import add_case

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

    from conftest import Open, Watched

Json = dict[str, Any]
NARROW = 320
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Patient</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<link rel="stylesheet" href="players.css"><link rel="stylesheet" href="case.css">
<style>:root {{ color-scheme: light dark }} body {{ margin: 12px; background: var(--rf-page); color: var(--rf-ink) }}
</style></head><body><main><h1>{title}</h1>{case}</main><script src="case.js"></script></body></html>"""
KEPT = """name => new Promise(done => {
  indexedDB.open("keyval-store").onsuccess = ({target: {result: base}}) => {
    base.transaction("keyval").objectStore("keyval").get(`case:${name}`).onsuccess = ({target}) => {
      base.close();
      done(target.result);
    };
  };
})"""
FOCUSED = "document.activeElement.ariaLabel || document.activeElement.innerText || ''"
STEP = "the-step"


def write(folder: Path, case: Json, page: str | None = None, **settings: Any) -> None:
    """Write a page with a case, made the way the book makes it."""
    html = PAGE.format(title=case["title"], case=case_html(case, 2, "", **settings))
    (folder / f"{page or case['name']}.html").write_text(html, encoding="utf-8")


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Json]:
    """Compile the fixture case and every case of the book."""
    root = tmp_path_factory.mktemp("course") / "tiny"
    shutil.copytree(ROOT / "tests" / "books" / "tiny", root)
    add_case(root)
    tiny = read_content(root)
    assert check(tiny) == []
    book = read_content(ROOT)
    return {STEP: compile_patient(tiny, STEP), **{name: compile_patient(book, name) for name in book.cases}}


@pytest.fixture(scope="module")
def site(cases: dict[str, Json], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a page for each case, for one without undo, and for one that has changed since; yields the address."""
    folder = tmp_path_factory.mktemp("cases")
    for name in ("players.css", "case.css", "case.js"):
        shutil.copy(STATIC / name, folder)
    for case in cases.values():
        write(folder, case)
    write(folder, cases[STEP], "no-undo", undo=False)
    write(folder, {**cases[STEP], "hash": "000000000000"}, "changed")
    with served(folder) as home:
        yield home


@pytest.fixture
def step(cases: dict[str, Json]) -> Json:
    """Return the fixture case."""
    return cases[STEP]


def opened(visit: Open, site: str, case: Json, page: str | None = None, **reader: Any) -> tuple[Watched, Player]:
    """Open a case's page as a new reader."""
    watched = visit(f"{site}/{page or case['name']}.html", **reader)
    return watched, Player(watched.page, case)


def kept(page: Page, case: Json) -> Json:
    """Return what the device keeps of a case."""
    return page.evaluate(KEPT, case["name"])


def told(page: Page) -> dict[str, str]:
    """Return the marks that the debrief shows, by name."""
    page.get_by_role("tab", name="Marks").click()
    table = page.get_by_role("table", name="Your marks, and how they come about")
    rows = "table => [...table.tBodies[0].rows].map(row => [...row.cells].slice(0, 2).map(cell => cell.innerText))"
    return dict(table.evaluate(rows))


def percent(share: float | None) -> str:
    """Write a share as the debrief does."""
    return "\N{EN DASH}" if share is None else f"{int(share * 100 + 0.5)}\N{NO-BREAK SPACE}%"


def earned(case: Json, log: list[Json]) -> dict[str, str]:
    """Return the marks that Python gives for a run, in the words of the debrief."""
    marks = mark(case, replay(case, log))
    return {
        **{name.capitalize(): percent(marks[name]) for name in ("thoroughness", "efficiency", "timeliness")},
        "Right diagnosis first, before the pause": ("No", "Yes")[marks["lead_before"]],
        "Right diagnosis first, after the pause": ("No", "Yes")[marks["lead_after"]],
        "Harm": f"\N{MINUS SIGN}{marks['harm']}" if marks["harm"] else "None",
        "Safety": marks["safety"].replace("-", " ").capitalize(),
    }


def debriefed(page: Page, case: Json) -> None:
    """Hold what the debrief shows against Python's marks for the log that was kept."""
    shown = told(page)
    for name, value in earned(case, kept(page, case)["log"]).items():
        assert shown[name] == value, (case["name"], name)


@pytest.mark.parametrize("name", [STEP, *sorted(path.stem for path in (ROOT / "book" / "cases").glob("*.yaml"))])
def test_every_case_is_played_to_its_debrief_by_its_paths_and_earns_what_python_says(
    visit: Open, site: str, cases: dict[str, Json], name: str
):
    case = cases[name]
    answer = next(each["text"] for each in case["diagnoses"] if each["answer"])
    # By the careless path each night; both engines walk both in the unit tests always.
    for path in case["paths"] if NIGHTLY or name == STEP else ["expert"]:
        watched, player = opened(visit, site, case)
        player.play_fast(case["paths"][path])
        expect(watched.page.get_by_role("heading", name=answer, exact=True)).to_be_visible()
        debriefed(watched.page, case)
        assert watched.errors == []
        assert [url for url in watched.elsewhere if not url.startswith(site)] == []


class Keys:
    """A learner without a mouse."""

    def __init__(self, player: Player) -> None:
        self.player = player
        self.press = player.page.keyboard.press
        self.type = player.page.keyboard.type

    def tab_to(self, name: str) -> None:
        """Press Tab until something of that name has the focus."""
        for _ in range(90):
            self.press("Tab")
            if re.match(name, self.player.page.evaluate(FOCUSED)):
                return
        raise AssertionError(f"nothing named {name} is reached by Tab")

    def rank(self, answer: Json) -> None:
        """Clear what was ranked before, rank, give a probability, and submit."""
        sheet = self.player.sheet
        for place in range(1, 6):
            slot = sheet.get_by_role("button", name=re.compile(f"^Rank {place}:"))
            if not (slot.get_attribute("aria-label") or "").endswith("empty"):
                self.tab_to(f"Rank {place}:")
                self.press("Delete")
        for place, diagnosis in enumerate(answer["ranks"], 1):
            sheet.get_by_role("heading").focus()
            self.tab_to(re.escape(self.player.texts[diagnosis]))
            self.press("Space")
            self.tab_to(f"Rank {place}:")
            self.press("Enter")
        self.tab_to("Probability of cancer in per cent")
        self.press("Control+a")
        self.type(str(answer["cancer"]))
        self.tab_to("That is my")
        self.press("Enter")

    def answer_all(self, stages: Json) -> None:
        """Answer whatever is asked."""
        while stage := self.player.stage():
            if stage in {"pause", "sentence"}:
                self.tab_to("To my last word|To the debrief")
                self.press("Enter")
            else:
                self.rank(stages[stage])

    def do(self, step: Json | str) -> None:
        """Order an act through the search, or wait."""
        if isinstance(step, str):
            # At once: a fast typist does not look where the focus is.
            self.press("/")
            self.type(self.player.labels[step])
            self.press("Enter")
            return
        minutes = step["wait"]
        self.tab_to("Next result" if minutes == "next" else r"Wait\s+1\sh")
        for _ in range(1 if minutes == "next" else minutes // 60):
            self.press("Enter")


def test_a_whole_case_is_played_by_keys_alone(visit: Open, site: str, step: Json):
    watched, player = opened(visit, site, step)
    keys, path = Keys(player), step["paths"]["expert"]
    keys.tab_to("Begin")
    keys.press("Enter")
    keys.answer_all(path["stages"])
    for act in path["steps"]:
        keys.do(act)
        keys.answer_all(path["stages"])
    expect(watched.page.get_by_role("tab", name="Story")).to_be_visible()
    keys.tab_to("Story")
    keys.press("ArrowRight")
    expect(watched.page.get_by_role("tab", name="Thinking")).to_be_focused()
    debriefed(watched.page, step)


def test_keys_move_in_the_list_and_help_opens_and_closes(visit: Open, site: str, step: Json):
    watched, player = opened(visit, site, step)
    page = watched.page
    player.begin()
    player.answer_all(step["paths"]["expert"]["stages"])
    page.keyboard.press("/")
    search = page.get_by_role("searchbox")
    expect(search).to_be_focused()
    page.keyboard.press("ArrowDown")
    first = player.root.locator(".rf-pt-act").first
    expect(first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(player.root.locator(".rf-pt-act").nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(search).to_be_focused()
    page.keyboard.type("zzz")
    expect(page.get_by_text("Nothing fits. Try another word.")).to_be_visible()
    page.keyboard.press("Escape")
    expect(search).to_have_value("")
    first.focus()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys and rules")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(first).to_be_focused()
    # In a field a question mark is a question mark.
    search.focus()
    page.keyboard.type("?")
    expect(search).to_have_value("?")


def test_a_case_is_played_at_320_pixels_and_nothing_scrolls_sideways(visit: Open, site: str, step: Json):
    watched, player = opened(visit, site, step, width=NARROW)
    page = watched.page

    def fits() -> None:
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW

    fits()
    path = step["paths"]["careless"]
    player.begin()
    fits()
    player.answer_all(path["stages"])
    for act in path["steps"]:
        if isinstance(act, str):
            player.order(act)
        else:
            player.wait(act["wait"])
        fits()
        player.answer_all(path["stages"])
        for view in ("What happened", "Findings", "Ask and order"):
            if player.root.locator(".rf-pt-views").is_visible():
                player.show(view)
                fits()
    for tab in page.get_by_role("tab").all():
        tab.click()
        fits()
    debriefed(page, step)


def in_both_themes(watched: Watched, theme: str) -> list[str]:
    """Return what axe finds in the player, and what it finds of colours in the other theme."""
    found = watched.axe(".rf-case")
    watched.turn("light" if theme == "dark" else "dark")
    found += watched.axe(".rf-case", runOnly=["color-contrast"])
    watched.turn(theme)
    return found


@pytest.mark.parametrize(("width", "theme"), [(PHONE, "dark"), (DESKTOP, "light")])
def test_no_state_of_the_player_breaks_an_accessibility_rule(
    visit: Open, site: str, step: Json, width: int, theme: str
):
    watched, player = opened(visit, site, step, width=width, theme=theme)
    path = step["paths"]["careless"]
    assert in_both_themes(watched, theme) == []
    player.begin()
    assert in_both_themes(watched, theme) == []
    player.answer_all(path["stages"])
    player.order("examine-walk")
    for view in ("What happened", "Findings", "Ask and order"):
        player.show(view)
        assert in_both_themes(watched, theme) == []
    for act in path["steps"]:
        if isinstance(act, str):
            player.order(act)
        else:
            player.wait(act["wait"])
        while stage := player.stage():
            assert in_both_themes(watched, theme) == [], stage
            if stage == "pause":
                player.sheet.get_by_role("button", name="To my last word").click()
            elif stage == "sentence":
                player.sheet.get_by_role("textbox").fill("A man.")
                player.sheet.get_by_role("button", name="To the debrief").click()
            else:
                player.answer(path["stages"][stage])
    for tab in watched.page.get_by_role("tab").all():
        tab.click()
        for closed in watched.page.locator("summary:visible").all():
            if closed.evaluate("each => !each.parentElement.open"):
                closed.click()
        assert in_both_themes(watched, theme) == []
    assert watched.errors == []


def test_the_answer_is_said_aloud_and_nothing_jumps(visit: Open, site: str, step: Json):
    _, player = opened(visit, site, step)
    player.begin()
    player.answer_all(step["paths"]["expert"]["stages"])
    columns = player.root.locator(".rf-pt-columns")
    before = columns.bounding_box()
    player.order("ask-onset")
    words = next(each for each in step["actions"] if each["id"] == "ask-onset")["gives"][0]["text"][0][0]
    expect(player.root.locator("> [role=status]")).to_contain_text(words)
    expect(player.root.get_by_role("group", name="Timeline")).to_contain_text(words)
    assert columns.bounding_box() == before
    # A second time it is refused, without a trace.
    player.act("ask-onset").click(force=True)
    expect(player.root.locator("> [role=status]")).to_contain_text("done already")


def test_a_run_is_found_again_where_it_was(visit: Open, site: str, step: Json):
    watched, player = opened(visit, site, step)
    page = watched.page
    stages = step["paths"]["expert"]["stages"]
    player.begin()
    player.answer_all(stages)
    player.order("ask-past")
    player.root.get_by_role("button", name="For", exact=True).first.click()
    clock = player.root.locator(".rf-pt-clock").inner_text()
    page.reload()
    expect(player.root.locator(".rf-pt-clock")).to_have_text(clock, use_inner_text=True)
    expect(player.root.get_by_role("button", name="For", exact=True).first).to_have_attribute("aria-pressed", "true")
    # Between the order and the judgement that it asks for.
    player.order("whole-mri")
    expect(player.sheet).to_be_visible()
    page.reload()
    expect(player.sheet).to_be_visible()
    player.answer(stages["bedside"])
    expect(player.root.get_by_role("group", name="Timeline")).to_contain_text("Result due")


def test_acts_are_taken_back_where_that_is_allowed(visit: Open, site: str, step: Json):
    stages = step["paths"]["expert"]["stages"]
    for page in (STEP, "no-undo"):
        _, player = opened(visit, site, step, page)
        player.begin()
        player.answer_all(stages)
        player.order("ask-onset")
        undo = player.root.get_by_role("button", name="Undo")
        if page == "no-undo":
            expect(undo).to_have_count(0)
            continue
        undo.click()
        expect(player.act("ask-onset")).to_have_attribute("aria-disabled", "false")
        # The judgement that a test asks for can be put off.
        player.order("whole-mri")
        player.sheet.get_by_role("button", name="Not yet").click()
        expect(player.sheet).to_have_count(0)


def test_a_changed_case_offers_the_old_run_as_a_file_and_begins_anew(
    visit: Open, site: str, step: Json, tmp_path: Path
):
    context = visit.context()
    watched, player = opened(visit, site, step, context=context)
    player.begin()
    player.answer_all(step["paths"]["expert"]["stages"])
    player.order("ask-onset")
    watched, player = opened(visit, site, step, "changed", context=context)
    page = watched.page
    expect(page.get_by_text("This case has changed since you played it")).to_be_visible()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save the old run as a file").click()
    waiting.value.save_as(tmp_path / "old.json")
    old = json.loads((tmp_path / "old.json").read_text())
    assert (old["hash"], len(old["log"])) == (step["hash"], 2)
    player.begin()
    expect(player.sheet).to_be_visible()
    assert kept(page, step)["hash"] == "000000000000"


def test_a_replay_file_leads_to_the_same_debrief_and_forgetting_forgets(
    visit: Open, site: str, step: Json, tmp_path: Path
):
    watched, player = opened(visit, site, step)
    page = watched.page
    player.play(step["paths"]["careless"])
    before = told(page)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save this run as a file").click()
    waiting.value.save_as(tmp_path / "run.json")
    page.get_by_role("button", name="Forget this case").click()
    page.get_by_role("button", name="Forget", exact=True).click()
    expect(page.get_by_role("button", name="Begin")).to_be_visible()
    page.reload()
    expect(page.get_by_role("button", name="Begin")).to_be_visible()
    page.get_by_label("Replay file").set_input_files(tmp_path / "run.json")
    assert told(page) == before


def test_a_file_that_is_no_replay_is_refused_with_its_reason_and_hostile_words_stay_words(
    visit: Open, site: str, step: Json
):
    watched, player = opened(visit, site, step)
    page = watched.page
    whole = {"format": "redflags-replay/1", "case": STEP, "hash": step["hash"], "title": "", "log": []}
    first = {"do": "stage", "stage": "opening", "ranks": ["disc"], "cancer": 1}

    def give(text: str) -> None:
        file = {"name": "run.json", "mimeType": "application/json", "buffer": text.encode()}
        page.get_by_label("Replay file").set_input_files(file)

    for text, reason in {
        "{": "hold JSON",
        "[]": "not a replay of this course",
        json.dumps({**whole, "format": "redflags-replay/9"}): "not a replay of this course",
        json.dumps({**whole, "case": "another"}): "another case",
        json.dumps({**whole, "hash": "x"}): "another version",
        json.dumps({**whole, "log": {}}): "no list of acts",
        json.dumps({**whole, "log": [first, {"do": "order", "action": "__proto__"}]}): "Act 2",
        json.dumps({**whole, "log": [{**first, "ranks": ["<b>"]}]}): "Act 1",
        json.dumps({**whole, "log": [{**first, "more": 1}]}): "Act 1",
        json.dumps({**whole, "log": [{"do": "write", "text": "x" * 5000}]}): "Act 1",
        json.dumps({**whole, "log": [first] * 5001}): "more acts",
        " " * 1_000_001: "too large",
    }.items():
        give(text)
        expect(page.get_by_role("alert")).to_contain_text(reason)
        expect(page.get_by_role("button", name="Begin")).to_be_visible()

    hostile = '<img src=x onerror="window.broken = 1">'
    player.play(step["paths"]["careless"])
    log = [*kept(page, step)["log"][:-1], {"do": "write", "text": hostile}]
    give(json.dumps({**whole, "log": log}))
    expect(page.locator(".rf-written").first).to_have_text(hostile)
    assert page.evaluate("window.broken") is None
    assert watched.errors == []


def test_from_the_replay_a_learner_goes_on_otherwise_and_the_first_run_is_kept(visit: Open, site: str, step: Json):
    watched, player = opened(visit, site, step)
    page = watched.page
    player.play(step["paths"]["careless"])
    before = told(page)
    page.get_by_role("tab", name="Replay").click()
    page.get_by_role("slider", name="Moment of the run").fill("2")
    expect(page.get_by_role("tabpanel", name="Replay")).to_contain_text("grade D")
    page.get_by_role("button", name="What if: go on from just before this").click()
    expect(player.act("ask-onset")).to_have_attribute("aria-disabled", "false")
    path = step["paths"]["expert"]
    for act in path["steps"]:
        if isinstance(act, str):
            player.order(act)
        else:
            player.wait(act["wait"])
        player.answer_all(path["stages"])
    assert told(page)["Safety"] == "Passed"
    page.get_by_text("Other runs (1)").click()
    page.get_by_role("button", name=re.compile("^Run 1: finished")).click()
    assert told(page) == before


def test_what_if_tells_how_the_story_ends_with_help_earlier_or_later(visit: Open, site: str, step: Json):
    watched, player = opened(visit, site, step)
    page = watched.page
    player.play(step["paths"]["careless"])
    page.get_by_role("tab", name="Replay").click()
    expect(page.get_by_text("You did none of the acts whose time counts here")).to_be_visible()
    page.get_by_role("button", name="Play again from the start").click()
    player.answer_all(step["paths"]["expert"]["stages"])
    path = step["paths"]["expert"]
    # The same acts, half a day late.
    player.wait(720)
    for act in path["steps"]:
        if isinstance(act, str):
            player.order(act)
        else:
            player.wait(act["wait"])
        player.answer_all(path["stages"])
    page.get_by_role("tab", name="Replay").click()
    panel = page.get_by_role("tabpanel", name="Replay")
    expect(panel).to_contain_text("As you played")
    panel.get_by_label("Earlier by").select_option("12")
    expect(panel).to_contain_text("With it 12 h earlier")
