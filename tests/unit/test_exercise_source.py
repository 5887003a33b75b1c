"""Promise: whatever the author of an exercise gets wrong, the error names file and line and says what would be right.

And a release is whole: key, stubs, no solution where a student reads, the same bytes for the same source.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import nbformat
import pytest
from test_notebook_side import BLOCK, BLOCKED

from redflags.exercises import VARIANTS, variant
from redflags.marking import mark
from redflags.reading import read_content
from redflags.release.leaks import leaks, secrets
from redflags.release.notebooks import notebook_json
from redflags.release.questions import questions_json
from redflags.release.steps import make
from redflags.release.student import student_cells
from redflags.rules import check

if TYPE_CHECKING:
    from redflags.reading import Content

ROOT = Path(__file__).parents[2]
NAME = "01-count"
NOTEBOOK, DESCRIBED, ITEMS = "exercise.md", "exercise.yaml", "items.yaml"

# name: (file, what stands there, what the author wrote instead, message, remedy)
MISTAKES = {
    "a misspelt key": (DESCRIBED, "tolerance: 0.001", "tolerence: 0.001", "unknown key `tolerence`", "`tolerance`"),
    "a question without points": (DESCRIBED, "    points: 2\n", "", "`points` is missing", "add a line"),
    "a question without evidence": (DESCRIBED, "evidence: [T-1]\n  - id: q3", "evidence: []\n  - id: q3", "evidence", ""),
    "evidence that nobody read": (DESCRIBED, "evidence: [T-1]", "evidence: [T-3]", "is `unread`", ""),
    "an objective that no quiz has": (DESCRIBED, "objectives: [first-aim]", "objectives: [last-aim]", "no quiz of the course defines", ""),
    "an objective that the exercise lacks": (DESCRIBED, "objective: first-aim", "objective: last-aim", "no objective of this exercise", ""),
    "a rubric that doesn't add up": (DESCRIBED, "points: 3", "points: 4", "don't add up", ""),
    "an item that isn't there": (DESCRIBED, "item: ex01-pick", "item: ex01-pik", "no item `ex01-pik`", "`ex01-pick`"),
    "data that the register lacks": (DESCRIBED, "data: {T-1: [cancers,", "data: {T-1: [tumours,", "has no value `tumours`", "cancers"),
    "an id of the course's bank": (ITEMS, "id: ex01-pick", "id: first-1", "stands twice", "choose another"),
    "a free text as an item": (ITEMS, "type: select-n", "type: free-text", "", ""),
    "a question that isn't there": (NOTEBOOK, 'exercise.ask("q3")', 'exercise.ask("q4")', "has no question `q4`", "there are q1, q3"),
    "a check in a player's place": (NOTEBOOK, 'exercise.ask("q3")', 'exercise.check("q3", 1)', "has no question `q3`", "q2"),
    "a question asked twice": (NOTEBOOK, "exercise.summary()", 'exercise.ask("q3")', "`q3` stands twice", "line"),
    "a question beside other code": (NOTEBOOK, 'exercise.ask("q3")', 'exercise.ask("q3")\nprint(1)', "shares its cell", ""),
    "no solution for a value": (NOTEBOOK, "share = (exercise", "shore = (exercise", "no solution sets `share`", "BEGIN"),
    "a stub that doesn't match": (NOTEBOOK, "### STUB more = exercise.variant\n", "", "it sets no `more`", "### STUB more"),
    "a stub that is no Python": (NOTEBOOK, "### STUB share = None", "### STUB share =", "the stub is not Python", ""),
    "a solution without its end": (NOTEBOOK, "### END SOLUTION\n", "", "the solution does not end", "### END"),
    "a mark with a slip": (NOTEBOOK, "### END SOLUTION", "### end of solution", "this mark is not understood", "BEGIN"),
    "a magic": (NOTEBOOK, 'print(more, "more")', "%pip install redflags", "not Python", "plain Python"),
    "a directive": (NOTEBOOK, "Now the share of them", "```{note}\nNow\n```\nthe share of them", "no directive", "plain Markdown"),
    "a value that doesn't exist, in words": (NOTEBOOK, "{ev}`T-1: {cancers} of", "{ev}`T-1: {tumours} of", "no value `tumours`", ""),
    "another exercise's name": (NOTEBOOK, 'Exercise("01-count"', 'Exercise("02-count"', "does not begin this exercise", ""),
    "notes without a heading": ("notes.md", "## Discussion", "## Talk", "no `## Discussion`", "an instructor"),
}  # fmt: skip


@pytest.fixture
def folder(tiny: Path) -> Path:
    """Add one exercise, all sound, to the tiny course; gives its folder."""
    return shutil.copytree(ROOT / "tests" / "exercises" / NAME, tiny / "exercises" / NAME)


@pytest.fixture
def content(folder: Path) -> Content:
    return read_content(folder.parents[1])


def test_the_exercise_that_the_mistakes_are_made_in_is_sound(content: Content):
    assert not check(content)


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_names_its_place_and_its_remedy(folder: Path, mistake: str):
    file, right, wrong, message, remedy = MISTAKES[mistake]
    text = (folder / file).read_text(encoding="utf-8")
    assert right in text
    (folder / file).write_text(text.replace(right, wrong, 1), encoding="utf-8")
    found = [problem for problem in check(read_content(folder.parents[1])) if message in problem.message]
    assert found, mistake
    problem = found[0]
    assert problem.file.startswith(f"exercises/{NAME}/")
    assert remedy in problem.remedy
    # What is missing has no line of its own.
    if problem.line > 1 and problem.text:
        written = (ROOT / problem.file if not folder else folder.parents[1] / problem.file).read_text(encoding="utf-8")
        assert written.splitlines()[problem.line - 1].strip().startswith(problem.text[:40])


def test_a_release_is_whole_and_the_same_each_time(
    content: Content, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    source = content.exercises[NAME]
    assert make(content, source, tmp_path / "one") == []
    key = json.loads((tmp_path / "one/instructor" / NAME / "key.json").read_text(encoding="utf-8"))
    item, value, text = key["questions"]
    # A right answer earns what the question is worth; a stub's value nothing.
    assert mark(item["item"], ["a", "c"]).earned == item["max"] == item["points"] == 2
    assert [round(value["values"][str(place)] * 1975) for place in range(VARIANTS)] == [
        13 + place for place in range(VARIANTS)
    ]
    assert [line["points"] for line in text["rubric"]] == [2, 1]
    student = json.loads((tmp_path / "one/student" / NAME / f"{NAME}.ipynb").read_text(encoding="utf-8"))
    nbformat.validate(student)
    code = ["".join(cell["source"]) for cell in student["cells"] if cell["cell_type"] == "code"]
    assert code[2] == "# your code here\nmore = exercise.variant\nshare = None"
    assert not any("BEGIN" in cell or "exercise.answer" in cell for cell in code)
    assert [cell["id"] for cell in student["cells"] if cell["metadata"].get("redflags")] == [
        "q1",
        "q2-fill",
        "q2",
        "q3",
    ]
    # The same source, the same bytes.
    once, twice = (notebook_json(content, source, student_cells(source)) for _ in range(2))
    assert once == twice
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ('print(more, "more")', "print(more + share)", "the student's notebook fails here: TypeError"),
        ("share = (exercise", "share = str(exercise", "the solution fails here"),
    ],
)
def test_a_release_that_would_not_run_is_refused_and_leaves_nothing(
    folder: Path, tmp_path: Path, right: str, wrong: str, message: str
):
    path = folder / NOTEBOOK
    text = path.read_text(encoding="utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    content = read_content(folder.parents[1])
    found = make(content, content.exercises[NAME], tmp_path / "out")
    assert message in found[0].message
    assert found[0].text in path.read_text(encoding="utf-8").splitlines()[found[0].line - 1]
    assert not [path for path in (tmp_path / "out").rglob("*") if path.is_file()]


def test_what_is_hidden_is_found_wherever_it_leaks(content: Content, tmp_path: Path):
    source = content.exercises[NAME]
    hidden = secrets(source, questions_json(content, source))
    assert "Thirteen people and the variant's number stand above the line." in hidden
    assert "They stand above the line." in hidden
    assert "Names both groups of the study" in hidden
    for name, text in {
        "page.html": "<p>Names both groups&#32;of the study</p><p>They stand\n above the line.</p>",
        "cell.ipynb": json.dumps(
            {"source": ['share = (exercise.value("T-1", "cancers") + more) / exercise.value("T-1", "patients")']}
        ),
        "fine.json": json.dumps({"stem": "A study counts people in a clinic."}),
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert {path.name for path, _ in leaks(hidden, sorted(tmp_path.glob("*.*")))} == {"page.html", "cell.ipynb"}


def test_no_solution_of_this_course_stands_in_page_search_index_wheel_or_released_notebook(course: Content):
    built, package = ROOT / "_build", ROOT / "src" / "redflags"
    files = [built / "html" / "searchindex.js", *(built / "html").rglob("*.html")]
    files += [*package.rglob("*.py"), *(package / "static" / "content").rglob("*.json")]
    files += [
        path for kind in ("student", "lite", "nbgrader/release") for path in (built / "exercises" / kind).rglob("*.*")
    ]
    files = [path for path in files if path.is_file()]
    assert course.exercises
    hidden = sorted(
        {secret for source in course.exercises.values() for secret in secrets(source, questions_json(course, source))}
    )
    assert not [(path.name, secret) for path, secret in leaks(hidden, files)]


def test_a_student_has_one_variant_on_every_machine():
    assert variant("s1234567") == variant(" S1234567 ")
    assert {variant(f"student-{number}") for number in range(200)} == set(range(VARIANTS))


def test_a_wheel_is_built_without_what_only_notebooks_need():
    # Build requirements of pyproject.toml hold no IPython and no widgets, and the players are not there yet.
    code = BLOCK.replace(repr(BLOCKED), repr(("IPython", "anywidget", "ipywidgets", "traitlets", "sphinx", "nbformat")))
    code += "import redflags.rules, redflags.release.questions, redflags.compile\n"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
