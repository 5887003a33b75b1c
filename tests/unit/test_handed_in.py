"""Promise: files of answers are marked where the key is, and whatever else is handed in gets a row that says why."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from redflags.cli import main
from redflags.handed_in import FORMAT, LARGEST, mark_file
from redflags.keyless import keyless
from redflags.reading import read_quizzes

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Keep a marked quiz, with its key, in a folder of its own."""
    quizzes = tmp_path / "keys"
    quizzes.mkdir()
    text = (ROOT / "tests" / "quizzes" / "types.yaml").read_text()
    (quizzes / "final.yaml").write_text(text.replace("title: One of each", "title: Final\nmarked: true"))
    case = (ROOT / "tests" / "quizzes" / "case.yaml").read_text()
    (quizzes / "case.yaml").write_text(case.replace("chapter:", "marked: true\nchapter:", 1))
    shutil.copy(ROOT / "tests" / "books" / "tiny" / "book" / "quizzes" / "first.yaml", quizzes)
    return quizzes


RIGHT: dict[str, Any] = {
    "t-dyad": {"p1": "a", "p2": "a"},
    "t-drag": {"p1": "b", "p2": "d"},
    "t-highlight": ["p2", "p4"],
    "t-order": None,
}


def answers(folder: Path, **changes: Any) -> dict[str, Any]:
    """Return what a player writes after some right answers at certainty 2."""
    quiz = read_quizzes(folder).quizzes["final"]
    items = []
    for item in quiz.all_items():
        whole = item.model_dump(mode="json", exclude_none=True)
        response = RIGHT.get(item.id)
        if item.type == "ordered-response":
            response = {str(place): step for place, step in enumerate(whole["key"], start=1)}
        items.append(
            {
                "item": item.id,
                "hash": keyless(whole)["hash"],
                "response": response,
                "certainty": 2 if response else None,
            }
        )
    return {"format": FORMAT, "quiz": "final", "submitted": "2026-11-21T10:00:00.000Z", "items": items, **changes}


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = main(["mark", *map(str, arguments)])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_right_answers_earn_their_marks_in_every_format(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    file = tmp_path / "maria.json"
    file.write_text(json.dumps(answers(folder)))
    code, out, _ = run(capsys, file, "--quizzes", folder, "--format", "json")
    (row,) = json.loads(out)
    earned = {item["item"]: (item["earned"], item["max"]) for item in row["items"] if item["answered"]}
    # Dyad 1, two targets, two spans, and a whole order.
    assert earned == {"t-dyad": (1, 1), "t-drag": (2, 2), "t-highlight": (2, 2), "t-order": (1, 1)}
    assert (code, row["earned"], row["notes"]) == (0, 6, "t-text: read it yourself")
    assert row["max"] == sum(item["max"] for item in row["items"]) > 20
    count = sum(item["max"] > 0 for item in row["items"])
    assert row["mean_certainty_mark"] == round(4 * 2 / count, 2)
    _, table, _ = run(capsys, file, "--quizzes", folder)
    assert table.splitlines()[1].split()[:4] == ["maria.json", "final", "6", str(row["max"])]
    _, text, _ = run(capsys, file, "--quizzes", folder, "--format", "csv")
    (line,) = csv.DictReader(io.StringIO(text))
    assert (line["earned"], line["answered"], line["items"]) == ("6", "4", str(count))


def test_free_text_is_handed_to_whoever_marks_and_its_writer_s_own_ticks_earn_nothing(folder: Path, tmp_path: Path):
    whole = answers(folder)
    next(one for one in whole["items"] if one["item"] == "t-text")["response"] = {"text": "<b>Now.</b>", "met": ["why"]}
    file = tmp_path / "text.json"
    file.write_text(json.dumps(whole))
    marked = mark_file(file, read_quizzes(folder).quizzes, ["t-text"])
    (item,) = marked.items
    assert (item.text, item.answered, item.earned, marked.max) == ("<b>Now.</b>", True, None, 0)


def test_an_answer_left_out_of_the_file_earns_nothing_and_still_counts(folder: Path, tmp_path: Path):
    whole = answers(folder)
    file = tmp_path / "part.json"
    file.write_text(json.dumps({**whole, "items": [one for one in whole["items"] if one["item"] == "t-dyad"]}))
    marked = mark_file(file, read_quizzes(folder).quizzes)
    assert (marked.earned, marked.answered) == (1, 1)
    assert marked.max > 20
    assert "t-drag: not in the file" in marked.notes
    only = mark_file(file, read_quizzes(folder).quizzes, ["t-dyad"])
    assert (only.earned, only.max, only.notes) == (1, 1, "")


def test_an_exam_over_a_case_is_marked_by_the_name_of_the_case(folder: Path, tmp_path: Path):
    quizzes = read_quizzes(folder).quizzes
    items = [
        {
            "item": item.id,
            "hash": keyless(item.model_dump(mode="json", exclude_none=True), item.seen)["hash"],
            "response": "a" if item.type == "single-best-answer" else None,
            "certainty": 1,
        }
        for item in quizzes["case"].all_items()
    ]
    file = tmp_path / "case.json"
    file.write_text(json.dumps({"format": FORMAT, "quiz": "case", "items": items}))
    marked = mark_file(file, quizzes, ["c-night"])
    assert (len(marked.items), marked.earned, marked.notes) == (6, 1, "")


ITEM = {"item": "t-dyad", "response": {"p1": "a", "p2": "a"}, "certainty": 2}
REFUSED = {
    "nothing": (b"", "not JSON"),
    "no JSON": (b"{", "not JSON"),
    "another coding": ("{}".encode("utf-16"), "not JSON, or not in UTF-8"),
    "a list": (b"[]", "not a file of answers"),
    "another format": (b'{"format": "other"}', "not a file of answers"),
    "very deep": (b"[" * 200_000, "nested too deeply"),
    "a number too long to read": (b'{"format": ' + b"9" * 10_000 + b"}", "not JSON"),
    "much too large": (b" " * (LARGEST + 1), "larger than"),
    "no quiz": ({"format": FORMAT, "items": []}, "`quiz` is not a word: None"),
    "a quiz that is a path": ({"format": FORMAT, "quiz": "../../etc/passwd", "items": []},
        "no quiz '../../etc/passwd'; here are case, final, first"),
    "a quiz that is a list": ({"format": FORMAT, "quiz": ["final"], "items": []}, "`quiz` is not a word"),
    "a quiz that is not marked": ({"format": FORMAT, "quiz": "first", "items": []}, "the quiz first is not `marked`"),
    "no items": ({"format": FORMAT, "quiz": "final"}, "`items` is not a list"),
    "items that are words": ({"format": FORMAT, "quiz": "final", "items": ["t-dyad"]}, "`items` is not a list"),
    "an item twice": ({"format": FORMAT, "quiz": "final", "items": [ITEM, ITEM]}, "'t-dyad' stands twice"),
    "an item without a name": ({"format": FORMAT, "quiz": "final", "items": [{}]}, "`item` is not a word"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_no_player_wrote_gets_a_row_and_the_others_are_marked(
    name: str, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    data, reason = REFUSED[name]
    bad, good = tmp_path / "bad.json", tmp_path / "good.json"
    bad.write_bytes(data if isinstance(data, bytes) else json.dumps(data).encode())
    good.write_text(json.dumps(answers(folder)))
    code, out, err = run(capsys, bad, good, "--quizzes", folder)
    _, first, second = out.splitlines()
    assert first.startswith("bad.json")
    assert reason in first
    assert second.split()[:3] == ["good.json", "final", "6"]
    assert (code, err) == (1, "")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"hash": "000000000000"}, "another wording"),
        ({"hash": None}, "another wording"),
        ({"certainty": 7}, "no such certainty: 7"),
        ({"certainty": True}, "no such certainty: True"),
        ({"certainty": [1]}, "no such certainty"),
        ({"response": {"p9": "a"}}, "no such answer"),
        ({"response": {"p1": ["a"]}}, "no such answer"),
        ({"response": ["\x1b[31m"]}, r"no such answer: ['\x1b[31m']"),
        ({"response": 7}, "no such answer: 7"),
        ({"response": [[[[]]]]}, "no such answer"),
    ],
)
def test_an_answer_that_no_player_can_give_earns_nothing_and_says_why(
    change: dict[str, Any], reason: str, folder: Path, tmp_path: Path
):
    whole = answers(folder)
    dyad = next(one for one in whole["items"] if one["item"] == "t-dyad")
    dyad.update(change)
    file = tmp_path / "odd.json"
    file.write_text(json.dumps(whole))
    marked = mark_file(file, read_quizzes(folder).quizzes)
    assert marked.earned == 5
    assert reason in marked.notes
    assert "\x1b" not in marked.notes


def test_strange_names_reach_neither_terminal_nor_spreadsheet_as_more_than_text(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    file = tmp_path / "=cmd|'calc'!A1\x1b[2J.json"
    file.write_text(json.dumps(answers(folder, submitted="=1+1")))
    _, table, _ = run(capsys, file, "--quizzes", folder)
    assert "\x1b" not in table
    _, text, _ = run(capsys, file, "--quizzes", folder, "--format", "csv")
    (line,) = csv.DictReader(io.StringIO(text))
    assert line["file"].startswith("'=cmd")
    assert line["submitted"] == ""


def test_a_missing_file_or_folder_is_a_row_and_never_a_traceback(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    code, out, _ = run(capsys, tmp_path / "gone.json", folder, "--quizzes", folder)
    assert code == 1
    assert out.count("can't be read") == 2
    code, _, err = run(capsys, tmp_path / "gone.json", "--quizzes", folder, "--items", "t-other")
    assert (code, "no item t-other" in err) == (2, True)
