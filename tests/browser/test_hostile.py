"""Promise: nothing that an author, a learner, a file or an address says ever runs, loads, or leads away.

Pages of the site get hostile text into every text that their players read, and are then used to the end; the night
builds a course that is hostile from its first file on. Once the page's policy is taken away, so that it hides no fault.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
from players import served
from playwright.sync_api import expect

from conftest import ROOT, SITE
from hostile import BREAKOUT, ELSEWHERE, PAYLOADS, poisoned
from nightly import NIGHTLY, nightly
from redflags.static_html import script_json
from redflags.yaml_text import read_yaml
from tiny_case import add_case

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import BrowserContext, Page, Route

    from conftest import Open, Watched

QUIZ, CASE, EXAM = "4-recognise/special-people", "8-patients/bowel-visit-harbour-flat", "exam-nursing"
PRESS = (Path(__file__).parent / "press_all.js").read_text(encoding="utf-8").partition("\n")[2].rstrip().rstrip(";")
ROUNDS = 6
LEAVE = ["Forget", "Print", "Save", "Download", "Full screen"]
"""What a page does beyond itself: files, paper, and an end to what was answered."""
KEEP = frozenset({"svg", "outline", "type", "hash", "name"})
DATA = re.compile(r'(<script type="application/json">)(.*?)(</script>)', re.DOTALL)
SMUGGLED = """() => [...document.querySelectorAll(
  'iframe, object, embed, base, meta[http-equiv=refresh], img[src=x], form[action*=hostile], link[href*=hostile]')]
  .concat([...document.querySelectorAll('*')].filter(one =>
    one.getAttributeNames().some(name => name.startsWith('on')) || /^(javascript|data):/i.test(one.href ?? '')))
  .map(one => one.outerHTML.slice(0, 200))"""
"""What can only have come out of a text."""
STAIN_STORE = """evil => new Promise(done => {
  const stain = (value, key) => typeof value === 'string' ? (key === 'hash' ? value : `${value}${evil}`)
    : Array.isArray(value) ? value.map(stain)
    : value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, stain(v, k)]))
    : value
  indexedDB.open('keyval-store').onsuccess = ({target: {result: base}}) => {
    const change = base.transaction('keyval', 'readwrite')
    let count = 0
    change.objectStore('keyval').openCursor().onsuccess = ({target: {result: at}}) => {
      if (!at) return
      count += 1
      at.update(stain(at.value))
      at.continue()
    }
    change.oncomplete = () => { base.close(); done(count) }
  }
})"""
"""Puts hostile text behind every text that the device keeps, as somebody else's script or file might have."""


class Canary:
    """Knows whether anything ran in a reader's pages, asked something, or led away."""

    def __init__(self, context: BrowserContext) -> None:
        self.sang: list[str] = []
        context.expose_binding("ran", lambda source, *_: self.sang.append(source["page"].url))
        context.on("dialog", self._dialog)

    def _dialog(self, dialog: Any) -> None:
        self.sang.append(f"a dialog: {dialog.message}")
        dialog.dismiss()


def stained(found: re.Match[str]) -> str:
    """Return a page's data with hostile text in it, written as the build writes data."""
    return f"{found[1]}{script_json(poisoned(json.loads(found[2]), KEEP))}{found[3]}"


def hostile_page(route: Route) -> None:
    """Answer with a page of the site whose players read hostile text."""
    path = SITE / route.request.url.split("/", 3)[3]
    body = DATA.sub(stained, path.read_text(encoding="utf-8"))
    route.fulfill(body=body, content_type="text/html; charset=utf-8")


def use(page: Page, rounds: int = ROUNDS) -> int:
    """Bring every player, explorer and chart into view and press all that can be pressed."""
    for place in page.locator(".rf-quiz, .rf-lab, .rf-case, figure.rf-plot").all():
        place.scroll_into_view_if_needed()
    expect(page.locator(".rf-lab .rf-lab-live")).to_have_count(page.locator(".rf-lab").count())
    return page.evaluate(PRESS, {"rounds": rounds, "words": f"{BREAKOUT}{PAYLOADS[0]}", "leave": LEAVE})


def assert_nothing_ran(watched: Watched, canary: Canary, address: str) -> None:
    """Check that a page is where it was, silent, and holds no element that a text made."""
    assert watched.page.url.partition("#")[0] == address
    assert watched.page.evaluate(SMUGGLED) == []
    assert canary.sang == []
    assert watched.elsewhere == []
    assert watched.errors == []


CHAPTERS = sorted(path.relative_to(SITE).with_suffix("").as_posix() for path in SITE.glob("[1-8]-*/*.html"))


def test_the_canary_sings_where_something_runs_and_the_policy_keeps_it_from_running(visit: Open):
    for policy in (True, False):
        context = visit.context(bypass_csp=not policy)
        canary = Canary(context)
        page = visit("index", context).page
        page.locator("main").evaluate(
            "(main, evil) => main.insertAdjacentHTML('beforeend', evil)", PAYLOADS[3] + BREAKOUT
        )
        page.wait_for_load_state("networkidle")
        assert page.evaluate(SMUGGLED) != []
        assert bool(canary.sang) is not policy


@pytest.mark.parametrize(
    ("path", "policy"),
    [
        (QUIZ, False),
        (CASE, False),
        *((path, policy) for path in (EXAM, *CHAPTERS) for policy in (True, False) if NIGHTLY),
    ],
)
def test_hostile_text_in_what_players_read_stays_text_whatever_is_pressed(visit: Open, path: str, *, policy: bool):
    context = visit.context(bypass_csp=not policy)
    canary = Canary(context)
    context.route("**/*.html", hostile_page)
    watched = visit(path, context)
    assert use(watched.page) > 10
    expect(watched.page.locator("main")).to_contain_text(BREAKOUT)
    assert_nothing_ran(watched, canary, f"{visit.home}/{path}.html")
    # The same again from what the device kept, which somebody else may have written.
    assert watched.page.evaluate(STAIN_STORE, BREAKOUT + PAYLOADS[0]) > 0
    watched.page.reload()
    use(watched.page, 1)
    assert_nothing_ran(watched, canary, f"{visit.home}/{path}.html")


THEME_SAYS = "Got invalid theme mode"
"""How the theme refuses a stored mode; it quotes it on the console, where nothing runs."""


def test_hostile_addresses_and_settings_change_nothing(visit: Open):
    context = visit.context(bypass_csp=True)
    canary = Canary(context)
    evil = f"{BREAKOUT}{PAYLOADS[0]}"
    context.add_init_script(f"for (const key of ['mode', 'theme']) localStorage.setItem(key, {json.dumps(evil)})")
    for path in (
        f"register.html#{quote(evil)}",
        f"{QUIZ}.html?highlight={quote(evil)}#{evil}",
        f"search.html?q={quote(evil)}&highlight={quote(evil)}",
        "search.html?q=cord&highlight=%3Cscript%3Eran()%3C/script%3E#javascript:ran()",
    ):
        watched = visit(f"{visit.home}/{path}", context)
        watched.page.wait_for_load_state("networkidle")
        assert watched.page.evaluate(SMUGGLED) == [], path
        said = [error for error in watched.errors if not error.startswith(THEME_SAYS)]
        assert (canary.sang, watched.elsewhere, said) == ([], [], []), path
        watched.page.close()


def test_the_marks_of_a_search_are_taken_away_under_the_policy(visit: Open):
    page = visit(f"{visit.home}/{QUIZ}.html?highlight=cancer").page
    marks = page.locator("main p span.highlighted:visible")
    expect(marks.first).to_be_visible()
    page.get_by_role("button", name="Hide Search Matches").click()
    expect(marks).to_have_count(0)


IDS = frozenset(
    "type level objective evidence reviewed use kind track sex start source checked chapter figure cause times unit"
    " value interval".split()
)
"""Keys of files whose values are looked up, or are numbers."""


@pytest.fixture(scope="module")
def hostile_course(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Build, publish and serve a course whose every file is hostile wherever its author may write."""
    root = tmp_path_factory.mktemp("hostile") / "course"
    shutil.copytree(ROOT / "tests" / "books" / "tiny", root)
    for name in ("types", "case"):
        shutil.copy(ROOT / "tests" / "quizzes" / f"{name}.yaml", root / "book" / "quizzes")
    for file in ("_config.yml", "book/favicon.svg"):
        shutil.copy(ROOT / file, root / file)
    case = add_case(root)
    for file in (root / "book").rglob("*.yaml"):
        plain = read_yaml(file, file.name).data
        # A register is the list `evidence`; everywhere else that names entries of it.
        evil = {key: poisoned(one, IDS) for key, one in plain.items() if key not in IDS or isinstance(one, list)}
        evil = plain | evil
        if file == case:
            # A case must not say what its answer says, and its page has its title.
            evil["title"] = plain["title"]
            evil["diagnoses"][0]["text"] = plain["diagnoses"][0]["text"]
        file.write_text(json.dumps(evil, indent=1), encoding="utf-8")
    chapter = root / "book" / "1-one" / "first.md"
    ticks = "".join(f"\n## About this\n\nWords `{payload}` and {escaped(payload)}\n" for payload in PAYLOADS[:6])
    more = "".join(f"\n```{{quiz}} {name}\n```\n" for name in ("types", "case"))
    figure = f"\n```{{svg-figure}} vertebra\nCaption {escaped(PAYLOADS[0])}\n```\n"
    chapter.write_text(f"{chapter.read_text()}{figure}{ticks}{more}", encoding="utf-8")
    run = partial(subprocess.run, check=True, timeout=170, capture_output=True, text=True)
    run([sys.executable, "-m", "redflags.cli", "--root", str(root), "html"])
    site = root / "_build" / "site"
    run(["node", "publish/main.ts", str(root / "_build" / "html"), str(site)], cwd=ROOT / "frontend")
    with served(site) as address:
        yield address


def escaped(text: str) -> str:
    """Return a text as an author of Markdown writes it: every mark behind a backslash."""
    return re.sub(r"([^\w\s])", r"\\\1", text)


@nightly
@pytest.mark.parametrize("policy", [True, False], ids=["with the policy", "without it"])
def test_a_course_that_is_hostile_in_every_file_is_built_and_used_and_nothing_runs(
    visit: Open, hostile_course: str, *, policy: bool
):
    visit.home = hostile_course
    for path in ("1-one/first", "8-patients/the-step", "8-patients/index", "register", "search", "genindex", "index"):
        context = visit.context(bypass_csp=not policy)
        canary = Canary(context)
        watched = visit(path, context)
        use(watched.page)
        assert_nothing_ran(watched, canary, f"{hostile_course}/{path}.html")
        if path.startswith(("1-one", "register")):
            expect(watched.page.locator("main")).to_contain_text(BREAKOUT)
    context = visit.context(bypass_csp=not policy)
    canary = Canary(context)
    watched = visit(f"{hostile_course}/search.html?q=words", context)
    expect(watched.page.locator("#search-results")).to_contain_text("First chapter")
    assert_nothing_ran(watched, canary, watched.page.url.partition("#")[0])
    # Without scripts all of it reads as it was written.
    plain = visit(f"{hostile_course}/1-one/first.html", visit.context(java_script_enabled=False))
    expect(plain.page.locator(".rf-static").first).to_contain_text(BREAKOUT)
    assert plain.elsewhere == []
    assert ELSEWHERE not in "".join(plain.requests)
