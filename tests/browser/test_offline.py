"""Promise: after one visit the course needs no network, nobody gets half of two versions, the zip needs no server."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import shutil
import zipfile
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from players import served
from playwright.sync_api import expect
from test_lab_pages import mounted
from test_quiz import ITEMS, do, question

from conftest import PHONE, SITE
from nightly import nightly

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Page

    from conftest import Open, Watched

REST = 9_000
"""Milliseconds after which a page at rest saves the course."""
LONG = 60_000
"""Milliseconds for all files to be saved, on a machine that does other things too."""
ZIP = "when-back-pain-is-cancer"
SAVED = "The course is saved on this device."
CONTROLLED = """new Promise((done) => {
  const workers = navigator.serviceWorker;
  if (workers.controller) done();
  workers.addEventListener("controllerchange", () => done());
})"""
OFFER = """window.offer = Object.assign(new Event("beforeinstallprompt", { cancelable: true }), { asked: 0 });
offer.prompt = async () => { offer.asked += 1 };
dispatchEvent(offer);"""
"""What Chromium does when it would install the site; one without a window of its own never does."""
ENTRY = re.compile(r'\{url:"([^"]+)",revision:(?:"[^"]+"|null),integrity:"(sha256-[^"]+)"\}')


@contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """Serve a folder as a host would: at 127.0.0.1 itself the course saves nothing unasked."""
    with served(folder) as home:
        yield home.replace("127.0.0.1", "course.localhost")


def status(page: Page):
    """Return what the page on offline use says of this device."""
    return page.get_by_role("region", name="On this device").get_by_role("status")


def saver(visit: Open) -> BrowserContext:
    """Return a reader whose browser may keep a service worker, and whose clock can be put forward."""
    context = visit.context(service_workers="allow")
    context.clock.install()
    return context


def saved(reader: Watched) -> None:
    """Stay on a page until the course is saved, and read so."""
    reader.page.context.clock.fast_forward(REST)
    # Not by `wait_for_function`, which the page's policy stops.
    reader.page.evaluate(CONTROLLED)


def walk(reader: Watched, at: Callable[[str], str]) -> None:
    """Do a little of everything: a quiz, an explorer, a patient, a search."""
    page = reader.page
    page.goto(at("4-recognise/red-flags.html"))
    item = ITEMS["rf-rank-night"]
    article = question(page, item)
    do(article, item, touch=False)
    article.get_by_role("button", name="2 · 67 to 80").click()
    expect(article).to_contain_text("Take home:")
    live = mounted(reader, "red-flags")
    before = live.inner_text()
    live.get_by_role("slider").first.press("End")
    expect(live).not_to_have_text(before)
    page.goto(at("8-patients/night-shelter.html"))
    patient = page.locator(".rf-pt")
    patient.get_by_role("button", name="Begin").click()
    expect(patient.locator(".rf-pt-sheet")).to_be_visible()
    page.keyboard.press("Control+k")
    page.get_by_role("searchbox", name="Search the course").fill("corset")
    page.keyboard.press("Enter")
    page.locator("#search-results li a").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    # What was answered is found again.
    page.goto(at("4-recognise/red-flags.html"))
    expect(question(page, item)).to_contain_text("Take home:")
    assert reader.errors == []


def test_after_one_visit_the_course_works_with_the_network_off(visit: Open):
    context = saver(visit)
    with hosted(SITE) as home:
        reader = visit(f"{home}/index.html", context)
        saved(reader)
        reader.page.goto(f"{home}/offline.html")
        expect(status(reader.page)).to_contain_text(SAVED)
    context.set_offline(True)
    walk(reader, lambda path: f"{home}/{path}")
    reader.page.goto(f"{home}/8-patients/")
    expect(reader.page.get_by_role("heading", level=1)).to_be_visible()
    # What needs a network says so.
    reader.page.goto(f"{home}/1-why/how-often.html")
    reader.page.get_by_role("link", name="Open as a notebook in the browser").click()
    expect(status(reader.page)).to_contain_text(SAVED)


@nightly
def test_the_zip_works_from_its_folder(visit: Open, tmp_path: Path):
    with zipfile.ZipFile(SITE / f"{ZIP}.zip") as packed:
        packed.extractall(tmp_path)
    folder = tmp_path / ZIP
    reader = visit((folder / "offline.html").as_uri())
    expect(status(reader.page)).to_contain_text("It needs no network")
    reader.page.get_by_role("link", name="Red flags", exact=False).first.click()
    expect(reader.page.get_by_text("(on the web only)")).to_be_visible()
    walk(reader, lambda path: (folder / path).as_uri())
    assert reader.elsewhere == []


def publish(folder: Path, version: str) -> None:
    """Publish a few of the course's pages whose first heading names a version, with a worker that saves them."""
    worker = (SITE / "service-worker.js").read_text(encoding="utf-8")
    pages = ("index.html", "offline.html", "guides/first-day.html")
    wanted = [url for url, _ in ENTRY.findall(worker) if url in pages or not url.endswith(".html")]
    for url in wanted:
        (folder / url).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(SITE / url, folder / url)
    for page in pages:
        text = (folder / page).read_text(encoding="utf-8")
        (folder / page).write_text(re.sub(r"(<h1>).*?(?=<)", rf"\1{version}", text), encoding="utf-8")
    entries = []
    for url in wanted:
        digest = base64.b64encode(hashlib.sha256((folder / url).read_bytes()).digest()).decode()
        entries.append({"url": url, "revision": digest[:16], "integrity": f"sha256-{digest}"})
    text = re.sub(r"\[\{url:.*?\}\]", lambda _: json.dumps(entries), worker)
    (folder / "service-worker.js").write_text(text, encoding="utf-8")


def test_a_newer_version_waits_until_its_reader_agrees(visit: Open, tmp_path: Path):
    publish(tmp_path, "First")
    with hosted(tmp_path) as home:
        reader = visit(f"{home}/index.html", saver(visit))
        page, title = reader.page, reader.page.get_by_role("heading", level=1)
        saved(reader)
        publish(tmp_path, "Second")
        page.goto(f"{home}/guides/first-day.html")
        page.context.clock.fast_forward(REST)
        notice = page.get_by_role("status").filter(has_text="A newer version of the course is ready")
        expect(notice).to_be_visible()
        # Pages stay of one version, whatever is asked for.
        page.goto(f"{home}/index.html")
        expect(title).to_contain_text("First")
        expect(notice).to_be_visible()
        page.set_viewport_size({"width": PHONE, "height": 780})
        assert reader.axe() == []
        assert reader.sideways() <= 0
        assert notice.bounding_box()["y"] + notice.bounding_box()["height"] <= title.bounding_box()["y"]
        notice.get_by_role("button", name="Later").press("Enter")
        page.goto(f"{home}/offline.html")
        expect(status(page)).to_contain_text("A newer version waits")
        expect(notice).to_have_count(0)
        expect(title).to_contain_text("First")
        # Another tab asks anew; agreed there, it holds for both.
        other = visit(f"{home}/guides/first-day.html", page.context).page
        notice = other.get_by_role("status").filter(has_text="A newer version of the course is ready")
        notice.get_by_role("button", name="Reload").press("Enter")
        expect(other.get_by_role("heading", level=1)).to_contain_text("Second")
        expect(title).to_contain_text("Second")
        expect(status(page)).to_contain_text(SAVED)
        page.get_by_role("button", name="Remove it").click()
        expect(status(page)).to_contain_text("is not saved")
        assert page.evaluate("caches.keys()") == []
    assert reader.errors == []


def test_a_saving_that_fails_leaves_the_page_and_goes_on_when_asked(visit: Open, tmp_path: Path):
    publish(tmp_path, "First")
    missing = tmp_path / "guides" / "first-day.html"
    text = missing.read_bytes()
    # As on a host in the middle of an upload: the list is newer than the page.
    missing.write_bytes(text + b"<!-- older -->")
    with hosted(tmp_path) as home:
        page = visit(f"{home}/offline.html", saver(visit)).page
        expect(status(page)).to_contain_text("is not saved")
        page.get_by_role("button", name="Save the course").press("Enter")
        expect(status(page)).to_contain_text("could not be saved")
        missing.write_bytes(text)
        page.get_by_role("button", name="Save the course").press("Enter")
        expect(status(page)).to_contain_text(SAVED)
        expect(status(page)).to_be_focused()


def test_nothing_is_saved_or_installed_unasked_where_a_reader_saves_data(visit: Open, tmp_path: Path):
    publish(tmp_path, "First")
    context = saver(visit)
    context.add_init_script("Object.defineProperty(navigator, 'connection', {value: {saveData: true}})")
    with hosted(tmp_path) as home:
        page = visit(f"{home}/offline.html", context).page
        page.context.clock.fast_forward(REST)
        expect(status(page)).to_contain_text("is not saved")
        assert page.evaluate("navigator.serviceWorker.getRegistrations().then(found => found.length)") == 0
        # The only thing against installing is that this window keeps nothing.
        errors = context.new_cdp_session(page).send("Page.getInstallabilityErrors")["installabilityErrors"]
        assert {error["errorId"] for error in errors} <= {"in-incognito"}
        install = page.get_by_role("button", name="Install")
        expect(install).to_have_count(0)
        page.evaluate(OFFER)
        install.click()
        expect(install).to_have_count(0)
        assert page.evaluate("[offer.defaultPrevented, offer.asked]") == [True, 1]


@nightly
@pytest.mark.timeout(1800)
def test_every_page_and_everything_that_it_loads_is_there_with_the_network_off(visit: Open, subtests: pytest.Subtests):
    context = saver(visit)
    with hosted(SITE) as home:
        reader = visit(f"{home}/index.html", context)
        saved(reader)
    context.set_offline(True)
    for path in sorted(SITE.rglob("*.html")):
        url = path.relative_to(SITE).as_posix()
        if url.startswith("lite/"):
            continue
        with subtests.test(url):
            reader.errors.clear()
            reader.page.goto(f"{home}/{url}")
            for place in reader.page.locator("[data-script], [data-plotly]").all():
                place.scroll_into_view_if_needed()
            reader.page.wait_for_load_state("networkidle")
            assert reader.errors == []
    page = reader.page
    page.goto(f"{home}/2-tumours/anatomy-and-compartments.html")
    live = mounted(reader, "spine")
    live.get_by_role("button", name=re.compile("Turn it in 3D")).click()
    expect(live.get_by_role("img", name=re.compile("In 3D"))).to_be_visible()
    assert reader.errors == []


@nightly
def test_jupyterlite_and_the_saved_course_leave_each_other_alone(visit: Open):
    with hosted(SITE) as home:
        reader = visit(f"{home}/index.html", saver(visit))
        saved(reader)
        reader.page.goto(f"{home}/lite/tree/index.html")
        own = "navigator.serviceWorker.controller?.scriptURL.includes('/lite/')"
        reader.page.wait_for_function(own, timeout=LONG)
        reader.page.goto(f"{home}/offline.html")
        expect(status(reader.page)).to_contain_text(SAVED)
