"""Promise: what a browser's kernel imports is pure Python, and the widget reports first attempts honestly."""

from __future__ import annotations

import subprocess
import sys

import pytest

from redflags.widgets import Quiz
from redflags.widgets.quiz import BOOK_BUILD

BLOCKED = ("pydantic", "pydantic_core", "yaml", "pybtex", "markdown_it", "numpy", "pandas", "sphinx")
BLOCK = f"""
import sys
class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {BLOCKED!r}:
            raise ImportError(name + " is not to be had in a browser's kernel")
sys.meta_path.insert(0, Blocked())
"""


def test_widgets_and_marking_import_nothing_that_a_browser_kernel_lacks():
    code = BLOCK + (
        "from redflags.widgets import Quiz\nfrom redflags.marking import mark\n"
        "quiz = Quiz('red-flags')\nassert isinstance(quiz.results(), list) and len(quiz.results()) > 10\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def attempt(response: object, certainty: int | None) -> dict[str, object]:
    return {"response": response, "certainty": certainty, "at": "2026-11-21T10:00:00Z"}


@pytest.fixture
def quiz() -> Quiz:
    return Quiz("red-flags", items=["rf-rank-night", "rf-lr-month"])


def key(item: dict) -> str:
    return next(option["id"] for option in item["options"] if option["correct"])


def test_the_first_attempt_counts_and_the_score_follows(quiz: Quiz):
    item = quiz.content["items"][0]
    right = key(item)
    wrong = "a" if right != "a" else "b"
    quiz.state = {item["id"]: {"hash": item["hash"], "attempts": [attempt(wrong, 3), attempt(right, None)]}}
    row = quiz.results().iloc[0]
    assert (row["response"], row["certainty"], row["earned"], row["certainty_mark"]) == (wrong, 3, 0, -6)
    assert quiz.score == 0
    quiz.state = {item["id"]: {"hash": item["hash"], "attempts": [attempt(right, 2)]}}
    assert quiz.score == 1


@pytest.mark.parametrize(
    "record",
    [
        {"hash": "of an older question", "attempts": [attempt("a", 1)]},
        {"attempts": "not a list"},
        {"attempts": [{"response": ["z"]}]},
        {"attempts": [None]},
        "not a record",
        None,
    ],
)
def test_a_stale_or_broken_record_counts_as_unanswered(quiz: Quiz, record: object):
    item = quiz.content["items"][0]
    if isinstance(record, dict):
        record.setdefault("hash", item["hash"])
    quiz.state = {item["id"]: record}
    row = quiz.results().iloc[0]
    assert row["earned"] is None or row["earned"] != row["earned"]


def test_names_that_do_not_exist_are_answered_with_those_that_do():
    with pytest.raises(FileNotFoundError, match="cord-compression"):
        Quiz("red-flag")
    with pytest.raises(KeyError, match="rf-rank-night"):
        Quiz("red-flags", items=["rf-rank-day"])


def test_in_a_book_build_a_quiz_is_html_and_opens_no_comm(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(BOOK_BUILD, "1")
    quiz = Quiz("red-flags", items=["rf-rank-night"])
    assert quiz.comm is None
    bundle = quiz._repr_mimebundle_()
    assert set(bundle) == {"text/plain", "text/html"}
    assert 'class="rf-quiz"' in bundle["text/html"]
