"""Promise: an answer given in an exercise is not lost, says nothing of right and wrong, needs no compiled library."""

from __future__ import annotations

import errno
import json
import random
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from random_answers import random_item, random_response
from test_notebook_side import BLOCK

from redflags.compile import write_json
from redflags.exercises import Exercise, ResponseError, check_response, exercise, keeping, literal_response
from redflags.exercises.records import MIME
from redflags.exercises.responses import missing
from redflags.exercises.widget import question_html
from redflags.keyless import keyless, renamed
from redflags.marking import mark
from redflags.reading import read_content
from redflags.release.questions import questions_json

ROOT = Path(__file__).parents[2]
NAME = "01-count"
FILE = f"{NAME}.answers.json"


class Notebook:
    """What a notebook would hold: the newest output under each name."""

    def __init__(self) -> None:
        self.shown: dict[str, dict[str, Any]] = {}

    def display(self, shown: Any, *, raw: bool = False, display_id: str = "") -> None:
        """Take an output."""
        if raw:
            self.shown[display_id.rpartition("/")[2]] = shown

    def save(self, path: Path) -> None:
        """Write what is shown."""
        outputs = [{"output_type": "display_data", "data": dict(data)} for data in self.shown.values()]
        path.write_text(json.dumps({"cells": [{"cell_type": "code", "outputs": outputs}]}), encoding="utf-8")


@pytest.fixture
def folder(tiny: Path, tmp_path: Path) -> Path:
    """Make a student's folder, with the questions that came with the notebook."""
    shutil.copytree(ROOT / "tests" / "exercises" / NAME, tiny / "exercises" / NAME)
    content = read_content(tiny)
    mine = tmp_path / "mine"
    write_json(mine / f"{NAME}.questions.json", questions_json(content, content.exercises[NAME]))
    return mine


@pytest.fixture
def notebook(monkeypatch: pytest.MonkeyPatch) -> Notebook:
    """Stand in for the notebook that outputs go to."""
    made = Notebook()
    monkeypatch.setattr(exercise, "display", made.display)
    monkeypatch.setattr(exercise, "update_display", made.display)
    return made


def begun(folder: Path, me: str = "") -> Exercise:
    """Start a kernel's exercise and run its cells."""
    one = Exercise(NAME, me, folder=folder)
    one.ask("q1")
    one.ask("q3")
    return one


def stored(folder: Path) -> dict[str, Any]:
    answers = json.loads((folder / FILE).read_text(encoding="utf-8"))["answers"]
    return {record["question"]: record["response"] for record in answers}


def test_each_change_is_kept_in_the_output_and_in_the_file_and_a_new_kernel_goes_on_from_there(
    folder: Path, notebook: Notebook
):
    one = begun(folder, "s1")
    assert notebook.shown["q1"][MIME]["response"] is None
    one._widgets["q1"].response = ["a"]
    one._widgets["q1"].response = ["a", "d"]
    one._widgets["q3"].response = "Two groups."
    record = notebook.shown["q1"][MIME]
    assert (record["response"], record["complete"], record["n"], record["me"]) == (["a", "d"], True, 2, "s1")
    assert notebook.shown["q1"]["text/plain"].endswith("q1: a, d")
    assert stored(folder) == {"q1": ["a", "d"], "q3": "Two groups."}
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []

    again = begun(folder)
    assert again._widgets["q1"].response == ["a", "d"]
    assert notebook.shown["q3"][MIME]["response"] == "Two groups."
    # A clock that was set back makes no answer older than the one before.
    again._widgets["q1"].response = ["b"]
    assert notebook.shown["q1"][MIME]["at"] >= record["at"]
    assert notebook.shown["q1"][MIME]["n"] == 4


def test_a_lost_file_comes_back_from_the_saved_notebook_and_cleared_outputs_from_the_file(
    folder: Path, notebook: Notebook
):
    begun(folder)._widgets["q1"].response = ["a", "c"]
    notebook.save(folder / f"{NAME}.ipynb")
    (folder / FILE).unlink()
    assert begun(folder)._widgets["q1"].response == ["a", "c"]
    (folder / f"{NAME}.ipynb").write_text('{"cells": [{"outputs": "cleared"}]}', encoding="utf-8")
    begun(folder)._widgets["q3"].response = "x"
    (folder / f"{NAME}.ipynb").unlink()
    assert begun(folder)._widgets["q3"].response == "x"


def test_a_full_disk_is_told_and_loses_nothing(folder: Path, notebook: Notebook, monkeypatch: pytest.MonkeyPatch):
    one = begun(folder)
    one._widgets["q3"].response = "before"
    before = (folder / FILE).read_bytes()

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(keeping.os, "fsync", full)
        one._widgets["q3"].response = "while it was full"
        assert "the disk is full" in one._widgets["q3"].problem
        assert one._widgets["q1"].problem == one._widgets["q3"].problem
        assert notebook.shown["q3"][MIME]["response"] == "while it was full"
        assert (folder / FILE).read_bytes() == before
        assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []
    one._widgets["q1"].response = ["a", "b"]
    assert one._widgets["q3"].problem == ""
    assert stored(folder) == {"q1": ["a", "b"], "q3": "while it was full"}


@pytest.mark.parametrize("text", ["", "{", '{"format": "redflags-exercise-answers/1", "answers": 3}', "[" * 100_000])
def test_a_broken_file_is_put_aside_and_not_overwritten(folder: Path, notebook: Notebook, text: str):
    (folder / FILE).write_text(text, encoding="utf-8")
    begun(folder)._widgets["q3"].response = "new"
    assert stored(folder) == {"q3": "new"}
    assert (folder / f"{NAME}.answers.unreadable.json").read_text(encoding="utf-8") == text
    assert notebook.shown["q3"][MIME]["n"] == 1


@pytest.mark.usefixtures("notebook")
def test_records_that_this_exercise_did_not_write_are_left_alone(folder: Path):
    one = begun(folder)
    one._widgets["q1"].response = ["a", "c"]
    good = json.loads((folder / FILE).read_text(encoding="utf-8"))
    record = good["answers"][0]
    later = "2999-01-01T00:00:00.000Z"
    strange = [
        None, 7, [], {},
        {**record, "exercise": "02-count", "at": later},
        {**record, "question": "q9", "at": later},
        {**record, "n": "many", "at": later},
        {**record, "at": None},
        {**record, "format": "redflags-answer/2", "at": later},
    ]  # fmt: skip
    (folder / FILE).write_text(json.dumps({**good, "answers": [*strange, record]}), encoding="utf-8")
    assert begun(folder)._widgets["q1"].response == ["a", "c"]
    # An older wording is told and asked again; what no player gives is not shown.
    for wrong, older in (({"hash": "000000000000"}, True), ({"response": ["z"]}, True), ({"response": {"x": 1}}, True)):
        (folder / FILE).write_text(json.dumps({**good, "answers": [{**record, **wrong}]}), encoding="utf-8")
        widget = begun(folder)._widgets["q1"]
        assert (widget.response, widget.older) == (None, older)


@pytest.mark.usefixtures("notebook")
def test_two_windows_do_not_take_each_others_answers(folder: Path):
    one, other = begun(folder), begun(folder)
    one._widgets["q1"].response = ["a"]
    other._widgets["q3"].response = "Both."
    assert stored(folder) == {"q1": ["a"], "q3": "Both."}


def test_the_summary_names_what_is_missing_and_its_link_holds_the_answers(
    folder: Path, notebook: Notebook, capsys: pytest.CaptureFixture[str]
):
    one = begun(folder, "s1")
    one.summary()
    one._widgets["q1"].response = ["a"]
    one.check("share", 0.5)
    html = notebook.shown["summary"]["text/html"]
    # It follows what is answered below or above it.
    assert "1 more to answer" in html
    assert "checked: the form is right" in html
    assert "no answer yet" in html
    data = json.loads(unquote(html.partition("charset=utf-8,")[2].partition('"')[0]))
    assert (data["me"], data["answers"][0]["response"]) == ("s1", ["a"])
    assert "is marked later" in capsys.readouterr().out


@pytest.mark.usefixtures("notebook")
@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0.5, "the form is right"),
        (None, "not answered yet"),
        (..., "not answered yet"),
        (50, "can't be meant: the share of people who have it lies between 0 and 1"),
        ("0.5", "expected a number, got a text"),
        (True, "expected a number, got True or False"),
        (float("nan"), "divided by nothing"),
        (len, "expected a number"),
        ([0.5], "expected a number, got a list"),
    ],
)
def test_a_check_speaks_of_form_alone(folder: Path, capsys: pytest.CaptureFixture[str], value: object, said: str):
    Exercise(NAME, folder=folder).check("share", value)
    printed = capsys.readouterr().out
    assert said in printed
    assert not {"correct", "wrong"} & set(printed.split())


@pytest.mark.usefixtures("notebook")
def test_answers_in_code_are_kept_as_a_player_gives_them_and_errors_say_the_shape(folder: Path):
    one = begun(folder)
    one.answer("q1", ("c", "a"))
    one.answer("q3", "In words.")
    assert stored(folder) == {"q1": ["c", "a"], "q3": "In words."}
    assert one._widgets["q1"].response == ["c", "a"]
    with pytest.raises(ResponseError, match=r'no option z.*exercise\.answer\("q1", \["a", "b", …\]\)'):
        one.answer("q1", ["z"])
    with pytest.raises(ResponseError, match="expected a text in quotes"):
        one.answer("q3", 3)
    with pytest.raises(KeyError, match="there are q1, q3"):
        one.answer("q2", 3)
    assert stored(folder) == {"q1": ["c", "a"], "q3": "In words."}


def test_without_a_key_python_takes_the_answers_that_marking_takes_and_no_others():
    rng = random.Random(20261121)
    seen: dict[bool, set[str]] = {True: set(), False: set()}
    for _ in range(2000):
        item = random_item(rng)
        if item["type"] == "free-text":
            continue
        item = {"stem": [["x"]], "lead_in": [["x"]], **item}
        shown = keyless(item)
        question = {"id": "q", "kind": "item", "item": shown}
        response = random_response(rng, renamed(item))
        takes = True
        try:
            mark(renamed(item), response)
        except ResponseError:
            takes = False
        try:
            check_response(question, response)
        except ResponseError:
            assert not takes, (item, response)
        else:
            assert takes, (item, response)
            assert literal_response(question, response) == response
            assert missing(question, None) == "no answer yet"
        seen[takes].add(item["type"])
    assert len(seen[True]) == 19
    assert len(seen[False]) > 15


def test_a_question_without_widgets_is_readable_and_says_how_to_answer():
    rng = random.Random(3)
    kinds: set[str] = set()
    while len(kinds) < 19:
        item = {"stem": [["x"]], "lead_in": [["Which?"]], **random_item(rng)}
        if item["type"] == "free-text" or item["type"] in kinds:
            continue
        kinds.add(item["type"])
        try:
            html = question_html({"id": "q7", "kind": "item", "item": keyless(item)}, 7)
        except KeyError:
            # The random item has no words of its own; the course's have.
            continue
        assert "exercise.answer(&quot;q7&quot;" in html
        assert "Question 7" in html


def test_a_browsers_kernel_can_import_ask_answer_and_sum_up(folder: Path):
    code = BLOCK + (
        "import os\n"
        f"os.chdir({str(folder)!r})\n"
        "from redflags.exercises import Exercise\n"
        f"exercise = Exercise({NAME!r}, me='s1')\n"
        "exercise.ask('q1')\nexercise.answer('q1', ['a', 'c'])\nexercise.check('share', 0.5)\nexercise.summary()\n"
        "assert exercise.value('T-1', 'cancers') == 13\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert stored(folder) == {"q1": ["a", "c"]}
    assert "1 (q1): answered" in done.stdout


def test_without_its_questions_an_exercise_says_what_to_do(tmp_path: Path):
    with pytest.raises(FileNotFoundError, match=r"put the file 09-none\.questions\.json beside this notebook"):
        Exercise("09-none", folder=tmp_path)
    (tmp_path / "09-none.questions.json").write_text("{", encoding="utf-8")
    with pytest.raises(ValueError, match="take the one that came with this notebook"):
        Exercise("09-none", folder=tmp_path)
