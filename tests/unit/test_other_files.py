"""Promise: what stands in other files reaches its question, and changes it when it changes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from redflags.compile import compile_quiz, write_compiled
from redflags.reading import read_content
from redflags.rules import check
from redflags.static_files import CONTENT
from redflags.static_html import quiz_html
from redflags.widgets import Quiz

ROOT = Path(__file__).parents[2]
HASH = "4e11d733a674"
"""Of the tiny course's first item, when no item could have a record."""
DRAWING = "book/figures/vertebra.svg"


@pytest.fixture
def types(tiny: Path) -> Path:
    """Put the quiz of all types into the tiny course."""
    shutil.copy(ROOT / "tests" / "quizzes" / "types.yaml", tiny / "book" / "quizzes")
    return tiny


def item(root: Path, name: str) -> dict[str, Any]:
    [found] = compile_quiz(read_content(root), "types", [name])["items"]
    return found


def test_a_hotspot_carries_its_drawing_and_asks_again_when_that_changes(types: Path):
    before = item(types, "t-hotspot")
    assert before["svg"].startswith("<svg")
    assert before["alt"].startswith("A bone of the spine")
    assert [region["outline"] for region in before["regions"]][3] == "M196 312a44 44 0 1 0 88 0a44 44 0 1 0 -88 0Z"
    assert before["regions"][0]["at"] == [240, 95]
    path = types / DRAWING
    path.write_text(path.read_text().replace("</svg>", '<circle cx="9" cy="9" r="4"/></svg>'))
    assert item(types, "t-hotspot")["hash"] != before["hash"]


def test_a_drawing_that_is_more_than_one_is_named_by_its_file(types: Path):
    path = types / DRAWING
    path.write_text(path.read_text().replace("</svg>", "<script>alert(1)</script></svg>"))
    [problem] = [problem for problem in check(read_content(types)) if problem.file == DRAWING]
    assert "it holds <script>" in problem.message
    assert item(types, "t-hotspot")["svg"] == ""


def test_a_static_drawing_has_letters_words_and_ids_of_its_own(types: Path):
    html = quiz_html(compile_quiz(read_content(types), "types", ["t-hotspot"])).split("</script>")[1]
    assert html.count('class="rf-region"') == html.count('class="rf-badge"') == 4
    assert 'role="img" aria-label="A bone of the spine' in html
    assert 'id="t-hotspot-vertebra-hatch"' in html
    assert "url(#t-hotspot-vertebra-hatch)" in html
    assert "(#vertebra" not in html


def test_a_panel_carries_the_words_of_its_source(types: Path):
    assert item(types, "t-panel")["panel"]["citation"].startswith("First A, Second B")


def test_an_item_without_a_record_keeps_the_hash_it_had_before_records(tiny: Path):
    assert read_content(tiny).quizzes["first"].items[0].hash == HASH


def attempt(response: object, certainty: int | None) -> dict[str, Any]:
    return {"response": response, "certainty": certainty, "at": "2026-11-21T10:00:00Z"}


def test_a_notebook_tells_own_marks_and_unmarked_answers_apart(
    types: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    write_compiled(read_content(types), tmp_path / "compiled")
    monkeypatch.setenv(CONTENT, str(tmp_path / "compiled"))
    quiz = Quiz("types", items=["t-hotspot", "t-concordance", "t-panel", "t-text"])
    answers = {
        "t-hotspot": attempt("b", 2),
        "t-concordance": attempt("1", None),
        "t-panel": attempt("2", 1),
        "t-text": attempt({"text": "Until the scan.", "met": ["until"]}, 3),
    }
    hashes = {item["id"]: item["hash"] for item in quiz.content["items"]}
    quiz.state = {name: {"hash": hashes[name], "attempts": [answer]} for name, answer in answers.items()}
    rows = {row["item"]: row for row in json.loads(quiz.results().to_json(orient="records"))}
    assert {name: (row["earned"], row["max"]) for name, row in rows.items()} == {
        "t-hotspot": (1, 1),
        "t-concordance": (0, 0),
        "t-panel": (pytest.approx(5 / 7), 1),
        "t-text": (1, 3),
    }
    assert [name for name, row in rows.items() if row["self_marked"]] == ["t-text"]
    assert rows["t-concordance"]["certainty_mark"] is None
    assert rows["t-text"]["certainty_mark"] == 1
    assert quiz.score == pytest.approx(1 + 5 / 7)
