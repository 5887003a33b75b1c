"""Promise: in JupyterLab the same player answers to a real kernel, which reads responses and marks.

A reload of the page finds the answers again as long as the kernel lives: it holds them, and the saved notebook has only
the questions.
"""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING

import nbformat
import pytest
from case_play import Player
from notebook_servers import jupyterlab
from players import course
from playwright.sync_api import expect
from test_item_types import by_mouse, of, steps

from conftest import ROOT
from nightly import nightly
from redflags.compile import compile_patient, compile_quiz, write_compiled, write_json
from redflags.exercises.records import MIME
from redflags.reading import read_content
from redflags.release.notebooks import notebook_json
from redflags.release.questions import questions_json
from redflags.release.student import student_cells
from redflags.static_files import CONTENT, STATIC, compiled
from tiny_case import add_case

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from conftest import Open

ITEM = next(item for item in compiled("quizzes", "red-flags.json")["items"] if item["id"] == "rf-rank-night")
IMPORT = "from redflags.widgets import Quiz\n"
NOTEBOOKS = {
    "quiz": (
        f'{IMPORT}quiz = Quiz("red-flags", items=["{ITEM["id"]}"])\nquiz',
        'row = quiz.results().iloc[0]; print(row.earned, "of", row["max"], "at", row.certainty, "score", quiz.score)',
    ),
    "types": (
        f'{IMPORT}quiz = Quiz("types")\nquiz',
        "rows = quiz.results(); print((rows.attempts > 0).sum(), (rows.earned == rows['max']).sum())",
    ),
    "exam": (
        f'{IMPORT}quiz = Quiz("first", mode="exam", minutes=30)\nquiz',
        "print(quiz.score, [one['response'] for one in quiz.answers()['items']], quiz.answers()['submitted'] is None)",
    ),
    "case": (f'{IMPORT}quiz = Quiz("case")\nquiz', "print((quiz.results().attempts > 0).sum())"),
    "patient": (
        'from redflags.widgets import Case\ncase = Case("the-step")\ncase',
        'print(len(case.log), case.now["clock"], round(case.marks()["thoroughness"], 3))',
    ),
    "explorer": (
        "from redflags.widgets import RedFlagExplorer\nexplorer = RedFlagExplorer()\nexplorer",
        "print(explorer.answers, explorer.revealed); explorer.setting = 'known'",
    ),
    "marked": (
        f'{IMPORT}quiz = Quiz("final")\nquiz',
        "try:\n    quiz.results()\nexcept RuntimeError as error:\n    print(error)",
    ),
}
"""Notebooks of two cells: the first shows a quiz, the second says what the kernel knows of it."""
COURSE: list[Path] = []
"""Where the fixture quizzes stand with their keys."""


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start a JupyterLab of its own, with notebooks of two cells and the fixture quizzes; yields their address."""
    folder = tmp_path_factory.mktemp("lab")
    for name, cells in NOTEBOOKS.items():
        notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
        notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
        nbformat.write(notebook, folder / f"{name}.ipynb")
    content = folder / "content"
    write_compiled(course(folder / "course", final="marked: true"), content)
    patient = add_case(shutil.copytree(ROOT / "tests" / "books" / "tiny", folder / "patient"))
    write_json(content / "cases" / "the-step.json", compile_patient(read_content(patient.parents[2]), "the-step"))
    COURSE.append(folder / "course")
    add_exercise(folder)
    shutil.copy(STATIC / "content" / "quizzes" / "red-flags.json", content / "quizzes")
    shutil.copytree(STATIC / "content" / "labs", content / "labs", dirs_exist_ok=True)
    with jupyterlab(folder, **{CONTENT: str(content)}) as address:
        yield address


def add_exercise(folder: Path) -> None:
    """Put the student's notebook of an exercise beside the others, with its questions."""
    source = shutil.copytree(ROOT / "tests" / "books" / "tiny", folder / "exercise")
    shutil.copytree(ROOT / "tests" / "exercises" / "01-count", source / "exercises" / "01-count")
    content = read_content(source)
    exercise = content.exercises["01-count"]
    write_json(folder / "01-count.questions.json", questions_json(content, exercise))
    text = notebook_json(content, exercise, student_cells(exercise))
    (folder / "01-count.ipynb").write_text(text, encoding="utf-8")


def opened(visit: Open, lab: str, name: str) -> tuple[Page, Locator, Locator]:
    """Open a notebook and run its first cell; returns the page and both cells."""
    # A workspace of its own: the default one would bring back the notebooks of other tests.
    page = visit(f"{lab}/{name}/tree/{name}.ipynb").page
    page.set_default_timeout(60_000)
    first, second = cells(page)
    run(page, first)
    return page, first, second


def cells(page: Page) -> tuple[Locator, Locator]:
    first, second = (page.locator(".jp-CodeCell").nth(place) for place in (0, 1))
    expect(first).to_be_visible(timeout=60_000)
    # The toolbar says idle before the kernel has answered, and a cell run too early is lost without a word.
    expect(page.get_by_text("| Idle")).to_be_visible(timeout=60_000)
    return first, second


def run(page: Page, cell: Locator) -> Locator:
    """Run a cell; returns its output."""
    cell.locator(".cm-content").click()
    page.keyboard.press("Shift+Enter")
    return cell.locator(".jp-OutputArea-output")


def reloaded(page: Page) -> tuple[Locator, Locator]:
    """Save the notebook and load the page again."""
    page.keyboard.press("Control+s")
    expect(page.locator(".jp-mod-dirty")).to_have_count(0)
    page.reload()
    return cells(page)


def test_an_answer_given_in_the_notebook_is_marked_in_the_kernel(visit: Open, lab: str):
    page, first, second = opened(visit, lab, "quiz")
    question = first.get_by_role("article")
    expect(question).to_be_visible(timeout=60_000)
    wrong = next(place for place, option in enumerate(ITEM["options"]) if not option["correct"])
    right = next(place for place, option in enumerate(ITEM["options"]) if option["correct"])
    question.get_by_role("radio").nth(wrong).check()
    question.get_by_role("button", name="2 · 67 to 80").click()
    question.get_by_role("button", name="Try again").click()
    question.get_by_role("radio").nth(right).check()
    question.get_by_role("button", name="Check my answer").click()
    expect(question).to_contain_text("Take home:")

    output = run(page, second)
    # The first attempt counts, in the kernel as in the page.
    expect(output).to_have_text(re.compile(r"0(\.0)? of 1 at 2(\.0)? score 0\.0"), timeout=60_000)


def test_every_type_is_answered_and_found_again_after_a_reload_while_the_kernel_lives(visit: Open, lab: str):
    page, first, second = opened(visit, lab, "types")
    items = compile_quiz(read_content(COURSE[0]), "types")["items"]
    expect(first.get_by_role("article")).to_have_count(len(items), timeout=60_000)
    for item in items:
        article = of(first, item["id"])
        for control, option in steps(article, item):
            by_mouse(page, control, option)
        article.get_by_role("button", name=re.compile("^(Check my answer|1 · less)")).click()
        expect(article).to_contain_text("Take home:")
    # A free text, and a concordance without a panel, have no marks of the key's.
    count = len(items)
    expect(run(page, second)).to_have_text(re.compile(rf"{count} {count - 1}"), timeout=60_000)
    first, second = reloaded(page)
    expect(first.get_by_text("Take home:")).to_have_count(count, timeout=60_000)
    expect(run(page, second).last).to_have_text(re.compile(rf"{count} {count - 1}"), timeout=60_000)


@nightly
def test_an_exam_keeps_its_answers_and_its_time_over_a_reload_and_has_marks_only_at_the_end(visit: Open, lab: str):
    page, first, second = opened(visit, lab, "exam")
    first.get_by_role("button", name="Start the exam").click()
    first.get_by_role("radio", name="Nothing serious").check()
    first.get_by_role("radio", name="3 · more").check()
    expect(run(page, second)).to_have_text(re.compile(r"0\.0 \['a', None\] True"), timeout=60_000)
    first, second = reloaded(page)
    expect(first.get_by_role("radio", name="Nothing serious")).to_be_checked(timeout=60_000)
    expect(first.get_by_role("timer")).to_contain_text("minutes left")
    first.get_by_role("button", name="Finish …").click()
    first.get_by_role("button", name="Finish now").click()
    expect(first.get_by_role("heading", name="Your result")).to_be_visible()
    expect(run(page, second).last).to_have_text(re.compile(r"1\.0 \['a', None\] False"), timeout=60_000)


@nightly
def test_a_case_unfolds_in_a_notebook_too(visit: Open, lab: str):
    page, first, second = opened(visit, lab, "case")
    first.get_by_role("button", name="No idea").click()
    first.get_by_role("button", name="Next step").click()
    expect(first.get_by_role("tab", name="Bladder scan new")).to_be_visible()
    expect(run(page, second)).to_have_text(re.compile("1"), timeout=60_000)


@nightly
def test_a_marked_quiz_in_a_notebook_says_where_marks_come_from(visit: Open, lab: str):
    page, first, second = opened(visit, lab, "marked")
    expect(first.get_by_role("button", name="Start the exam")).to_be_visible(timeout=60_000)
    expect(run(page, second)).to_contain_text("come from your instructor", timeout=60_000)


def test_a_virtual_patient_is_played_in_a_notebook_and_its_run_is_read_in_python(visit: Open, lab: str):
    page, first, second = opened(visit, lab, "patient")
    case = json.loads((COURSE[0].parent / "content" / "cases" / "the-step.json").read_text(encoding="utf-8"))
    player = Player(page, case)
    player.begin()
    player.answer_all(case["paths"]["expert"]["stages"])
    # JupyterLab has keys of its own, which a player in a notebook must not lose to it.
    player.root.get_by_role("heading", name="Ask and order").focus()
    page.keyboard.press("/")
    page.keyboard.type(player.labels["ask-past"])
    page.keyboard.press("Enter")
    expect(player.root.get_by_role("group", name="Timeline")).to_contain_text(player.labels["ask-past"])
    expect(run(page, second)).to_have_text(re.compile(r"2 \d+ 0\.\d+"), timeout=60_000)
    first, second = reloaded(page)
    expect(first.get_by_role("group", name="Timeline")).to_contain_text(player.labels["ask-past"], timeout=60_000)


def test_an_explorer_is_read_and_set_from_the_kernel(visit: Open, lab: str):
    page, first, second = opened(visit, lab, "explorer")
    age = first.get_by_role("group", name="Aged 50 or over")
    expect(age).to_be_visible(timeout=60_000)
    age.get_by_role("button", name="Yes").click()
    wanted = "{'cancer-before': 'yes', 'age-50': 'yes'} False"
    expect(run(page, second)).to_have_text(wanted, timeout=60_000)
    # The second cell set it.
    expect(first.get_by_role("radio", name="Cancer now or ever")).to_be_checked(timeout=60_000)
    expect(age).to_have_count(0)


class Assigned:
    """A student before the notebook of an exercise."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.notebook = COURSE[0].parent / "01-count.ipynb"
        self.kept = COURSE[0].parent / "01-count.answers.json"
        self.pick, self.text = (page.get_by_role("article").nth(place) for place in (0, 1))

    def menu(self, *names: str) -> None:
        """Choose from the menu."""
        for name in names:
            self.page.get_by_role("menuitem", name=name, exact=True).click()

    def run_all(self) -> None:
        """Run the notebook to its end, which is the summary."""
        self.menu("Run", "Run All Cells")
        expect(self.page.get_by_role("link", name="Save my answers")).to_be_visible(timeout=60_000)

    def save(self) -> dict[str, object]:
        """Save; returns the answers that the notebook's outputs hold."""
        self.page.keyboard.press("Control+s")
        expect(self.page.locator(".jp-mod-dirty")).to_have_count(0)
        outputs = [out for cell in json.loads(self.notebook.read_text())["cells"] for out in cell.get("outputs", [])]
        records = [out["data"][MIME] for out in outputs if MIME in out.get("data", {})]
        return {record["question"]: record["response"] for record in records}

    def shows(self, words: str) -> None:
        """Expect the answers on the screen."""
        expect(self.pick.get_by_role("checkbox", name="Everybody who came")).to_be_checked(timeout=60_000)
        expect(self.text.get_by_role("textbox")).to_have_value(words)


def test_answers_of_an_exercise_outlive_the_page_the_kernel_the_outputs_and_the_file(visit: Open, lab: str):
    page = visit(f"{lab}/exercise/tree/01-count.ipynb").page
    page.set_default_timeout(60_000)
    cells(page)
    student, words = Assigned(page), "Thirteen have it, the others do not."
    pick, field = student.pick, student.text.get_by_role("textbox")
    student.run_all()
    expect(pick).to_contain_text("Not answered yet.")
    pick.get_by_role("checkbox", name="Those with the disease").check()
    expect(pick).to_contain_text(re.compile(r"Saved at \d\d.\d\d.*Pick 1 more of 2\."))
    pick.get_by_role("checkbox", name="Everybody who came").check()
    field.fill(words)
    expect(student.text).to_contain_text("7 words; about 40 are asked for")
    expect(student.text).to_contain_text(re.compile("Saved at .*3 points"))
    # The table at the notebook's end follows; the field keeps the focus while it is saved, and Ctrl+S works in it.
    expect(page.get_by_role("row", name="3 (q3)")).to_contain_text("answered")
    expect(field).to_be_focused()
    assert student.save() == {"q1": ["a", "c"], "q3": words}
    kept = json.loads(student.kept.read_text())["answers"]
    assert {record["question"]: record["response"] for record in kept} == {"q1": ["a", "c"], "q3": words}
    assert "exercise.answer(" in student.notebook.read_text()

    page.reload()
    cells(page)
    student.shows(words)
    # The kernel can't reach the outputs of a page that is gone: it says so, and one run mends it.
    expect(pick).to_contain_text("Run the cell once more")
    student.kept.unlink()
    student.menu("Kernel", "Restart Kernel and Run All Cells…")
    page.get_by_role("button", name="Confirm Kernel Restart").click()
    expect(page.get_by_text("Run the cell once more")).to_have_count(0, timeout=60_000)
    student.shows(words)
    pick.get_by_role("checkbox", name="Everybody who came").uncheck()
    pick.get_by_role("checkbox", name="Their names").check()
    expect(page.locator(".jp-OutputArea-output", has_text="Answer kept in this notebook, q1: a, b")).to_be_visible()

    student.menu("Edit", "Clear Outputs of All Cells")
    assert student.save() == {}
    student.run_all()
    expect(pick.get_by_role("checkbox", name="Their names")).to_be_checked(timeout=60_000)
    assert student.save() == {"q1": ["a", "b"], "q3": words}
