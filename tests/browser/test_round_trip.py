"""Promise: an exercise comes back graded: answered by clicks in JupyterLab and in JupyterLite, handed in, marked.

The two stand in one zip with every hostile sample, as Moodle hands it out. Slow: each night.
"""

from __future__ import annotations

import csv
import json
import re
import shutil
import sys
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from nbgrader.api import Gradebook
from notebook_servers import alone, jupyterlab
from playwright.sync_api import expect
from test_item_types import of, steps, words

from conftest import ROOT
from nightly import nightly
from redflags.cli import main
from redflags.grading import sandbox

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

    from conftest import Open

sys.path.insert(0, str(ROOT / "exercises" / "submissions"))
import make

NAME = "02-red-flag-odds"
BUILT = ROOT / "_build" / "exercises"
KEY = json.loads((BUILT / "instructor" / NAME / "key.json").read_text(encoding="utf-8"))
TEXT = "Two of twenty-two have it. <b>Ask</b>, examine, and look sooner."
SLOW = 150_000
pytestmark = [nightly, pytest.mark.timeout(1800)]

Json = dict[str, Any]


def code(folder: str) -> list[Json]:
    """Return the code cells of an exercise as released to students, or as solved."""
    notebook = json.loads((BUILT / folder / NAME / f"{NAME}.ipynb").read_text(encoding="utf-8"))
    return [{**cell, "source": "".join(cell["source"])} for cell in notebook["cells"] if cell["cell_type"] == "code"]


def place(cell: Json) -> str:
    return cell["metadata"].get("nbgrader", {}).get("grade_id", "")


def right(article: Locator, item: Json) -> list[tuple[Locator, str | None]]:
    """Return the controls that give the right answer."""
    if item["type"] == "single-best-answer":
        names = [words(option["text"]) for option in item["options"] if option["correct"]]
        return [(article.get_by_role("radio", name=name), None) for name in names]
    if item["type"] == "matrix-multiple-choice":
        return [
            (article.get_by_role("radio", name=f"{words(row['text'])} {row['key']}", exact=True), None)
            for row in item["rows"]
        ]
    return steps(article, item)


def answered(page: Page) -> None:
    """Do the exercise as somebody who knows: each cell run in turn, players clicked, code typed, a text written."""
    page.set_default_timeout(SLOW)
    expect(page.locator(".jp-CodeCell").first).to_be_visible(timeout=SLOW)
    solved = {place(cell): cell["source"] for cell in code("instructor")}
    questions = {question["id"]: question for question in KEY["questions"]}
    for number, cell in enumerate(code("student")):
        shown = page.locator(".jp-CodeCell").nth(number)
        shown.scroll_into_view_if_needed()
        shown.locator(".cm-content").click()
        if place(cell).endswith("-fill"):
            page.keyboard.press("ControlOrMeta+a")
            page.keyboard.insert_text(solved[place(cell)])
        page.keyboard.press("Shift+Enter")
        expect(shown.locator(".jp-InputPrompt")).to_have_text(re.compile(r"\[\d+\]:"), timeout=SLOW)
        if not cell["source"].startswith("exercise.ask("):
            continue
        question = questions[place(cell)]
        output = shown.locator(".jp-OutputArea")
        if question["kind"] == "text":
            output.get_by_role("textbox").fill(TEXT)
        else:
            for control, _ in right(of(output, question["item"]["id"]), question["item"]):
                control.check()
        expect(output).to_contain_text(re.compile("Saved at"), timeout=SLOW)


def in_lab(visit: Open, folder: Path, address: str) -> bytes:
    """Return the notebook that JupyterLab saved."""
    page = visit(f"{address}/round/tree/{NAME}.ipynb").page
    page.set_default_timeout(SLOW)
    expect(page.get_by_text("| Idle")).to_be_visible(timeout=SLOW)
    answered(page)
    page.keyboard.press("Control+s")
    expect(page.locator(".jp-mod-dirty")).to_have_count(0)
    return (folder / f"{NAME}.ipynb").read_bytes()


def in_lite(away: Open) -> bytes:
    """Return the notebook that was downloaded from JupyterLite."""
    page = away(f"{away.home}/lite/notebooks/index.html?path=exercises/{NAME}/{NAME}.ipynb").page
    answered(page)
    page.keyboard.press("Control+s")
    with page.expect_download() as download:
        for name in ("File", "Download"):
            page.get_by_role("menuitem", name=name, exact=True).click()
    return download.value.path().read_bytes()


def handed_in(place: Path, notebooks: dict[str, bytes], samples: list[Json], **fills: object) -> None:
    """Write what Moodle gives for the assignment: theirs, and each sample as if it were of this exercise."""
    make.write(place / "samples.zip", samples, **fills)
    with zipfile.ZipFile(place / "samples.zip") as theirs, zipfile.ZipFile(place / "class.zip", "w") as archive:
        for info in theirs.infolist():
            archive.writestr(info, theirs.read(info).replace(b'"exercise": "sample"', f'"exercise": "{NAME}"'.encode()))
        for name, content in notebooks.items():
            archive.writestr(f"{name}_assignsubmission_file_/{NAME}.ipynb", content)


def sheet(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def grades(out: Path) -> dict[str, str]:
    """Return what goes to Moodle, by name."""
    return {row["Full name"]: row["Grade"] for row in sheet(out / "moodle.csv")}


def test_answered_in_lab_and_in_the_browser_s_kernel_handed_in_among_hostile_ones_and_graded(
    visit: Open, browser: Browser, tmp_path: Path
):
    sandbox.require()
    notebooks = {}
    desk = shutil.copytree(BUILT / "student" / NAME, tmp_path / "desk")
    with jupyterlab(desk) as address:
        notebooks["Rita Lab_2001"] = in_lab(visit, desk, address)
    (tmp_path / "host").mkdir()
    with alone(browser, tmp_path / "host") as away:
        notebooks["Liam Lite_2002"] = in_lite(away)
    samples = make.samples(nightly=False)
    canary = tmp_path / "canary.txt"
    canary.write_text("untouched", encoding="utf-8")
    handed_in(tmp_path, notebooks, samples, canary=canary, key=BUILT / "instructor" / NAME / "key.json", port=9)
    out = tmp_path / "graded"
    command = ["grade", str(tmp_path / "class.zip"), "--key", str(BUILT / "instructor" / NAME), "--out", str(out)]
    # Some have no marks, and it says so.
    assert main([*command, "--seconds", "20"]) == 1
    rows = {row["student"]: row for row in sheet(out / "grades.csv")}
    assert len(rows) == len(samples) + len(notebooks)
    machine = sum(question["points"] for question in KEY["questions"] if question["kind"] != "text")
    for student in ("2001", "2002"):
        assert float(rows[student]["earned"]) == machine, rows[student]
        assert rows[student]["problem"] == ""
    assert canary.read_text(encoding="utf-8") == "untouched"
    # Nobody else earns a mark that is not theirs: the hostile ones answer another exercise's questions.
    assert {row["earned"] for student, row in rows.items() if student not in {"2001", "2002"}} <= {"", "0"}
    report = (out / "reports" / "2001.html").read_text(encoding="utf-8")
    assert "&lt;b&gt;Ask&lt;/b&gt;" in report
    # Their texts wait to be read, so nobody's grade is sent yet.
    assert [grades(out)[name] for name in ("Rita Lab", "Liam Lite")] == ["", ""]
    with Gradebook(f"sqlite:///{out / 'gradebook.db'}", "default_course") as book:
        for student in ("2001", "2002"):
            grade = book.find_grade("q8", NAME, NAME, student)
            grade.manual_score, grade.needs_manual_grade = 4, False
        book.db.commit()
    assert main([*command, "--seconds", "20"]) == 1
    whole = str(machine + 4)
    assert [grades(out)[name] for name in ("Rita Lab", "Liam Lite")] == [whole, whole]
    assert {row["earned"] for row in sheet(out / "grades.csv") if row["student"] in {"2001", "2002"}} == {whole}
