"""Promise: what a browser's kernel imports is pure Python, and the widget reports first attempts honestly."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from traitlets import TraitError

from redflags.replay_file import ReplayError
from redflags.static_files import CONTENT
from redflags.widgets import Case, Quiz, Score
from redflags.widgets.show import BOOK_BUILD

if TYPE_CHECKING:
    from pathlib import Path

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
        "from redflags.widgets import Case, Quiz, RedFlagExplorer, Score\nfrom redflags.marking import mark\n"
        "from redflags.replay_file import read_replay\nfrom redflags.simulation import replay\n"
        "assert Score('sins', location='rigid').result['total'] == [0, 15]\n"
        "assert RedFlagExplorer(prior=0.1).result()['band']\n"
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


# --- a patient in a notebook ---

BEGIN = [
    {"do": "stage", "stage": "opening", "ranks": ["strain"], "cancer": 1},
    {"do": "order", "action": "ask-past"},
]


@pytest.fixture
def patient(case: dict, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Case:
    folder = tmp_path / "compiled" / "cases"
    folder.mkdir(parents=True)
    (folder / "the-step.json").write_text(json.dumps(case), encoding="utf-8")
    monkeypatch.setenv(CONTENT, str(folder.parent))
    return Case("the-step")


def test_a_run_can_be_read_and_marked_in_python(patient: Case):
    assert (patient.log, patient.now["asked"]) == ([], "opening")
    patient.state = {"hash": patient.content["hash"], "log": BEGIN, "others": [], "ticks": []}
    assert [finding["id"] for finding in patient.now["findings"]] == ["cancer-before"]
    assert patient.marks()["thoroughness"] == pytest.approx(2 / 24)
    assert patient.what_if("ask-past", 1)["neuro"] == "A"
    with pytest.raises(KeyError, match="whole-mri"):
        patient.what_if("whole-mir", 1)


@pytest.mark.parametrize("state", [{"hash": "older"}, {"log": "not a list"}, {"log": [{"do": "fly"}]}, {"log": [None]}])
def test_a_stale_or_broken_run_counts_as_none(patient: Case, state: dict):
    patient.state = {"hash": patient.content["hash"], "log": BEGIN, **state}
    assert patient.log == []
    assert patient.now["clock"] == 0


def test_a_run_goes_through_a_file_and_keeps_the_one_before(patient: Case, tmp_path: Path):
    patient.state = {"hash": patient.content["hash"], "log": BEGIN, "others": [], "ticks": [1]}
    now = patient.now
    patient.save_replay(tmp_path / "run.json")
    other = Case("the-step")
    other.open_replay(tmp_path / "run.json")
    assert other.now == now
    patient.open_replay(tmp_path / "run.json")
    assert patient.state["others"] == [BEGIN]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"format": "other/1"}, "not a replay of this course"),
        ({"case": "another"}, "another case"),
        ({"hash": "000000000000"}, "another version of this case"),
        ({"log": {}}, "no list of acts"),
        ({"log": [{"do": "order", "action": "rm -rf"}]}, "Act 1 of the file"),
        ({"log": [*BEGIN, {"do": "wait", "minutes": 1e9}]}, "Act 3 of the file"),
        ({"log": [{"do": "order", "action": "ask-past", "more": 1}]}, "Act 1 of the file"),
        ({"log": [{"do": "pin", "finding": ["x"], "as": "for"}]}, "Act 1 of the file"),
        ({"log": [{"do": "stage", "stage": ["final"], "ranks": [], "cancer": 1}]}, "Act 1 of the file"),
        ({"log": [{"do": "write", "text": "x" * 2001}]}, "Act 1 of the file"),
        ({"log": BEGIN * 2501}, "more acts than anybody can do"),
        ({"title": "x" * 1_000_001}, "too large"),
    ],
)
def test_a_hostile_replay_file_is_refused_with_its_reason(patient: Case, tmp_path: Path, change: dict, reason: str):
    patient.state = {"hash": patient.content["hash"], "log": BEGIN}
    path = tmp_path / "run.json"
    patient.save_replay(path)
    path.write_text(json.dumps({**json.loads(path.read_text()), **change}))
    with pytest.raises(ReplayError, match=reason):
        patient.open_replay(path)
    assert patient.log == BEGIN


@pytest.mark.parametrize("raw", [b"", b"[1, 2", b"null", b"\xff\xfe", b"[" * 100_000, b'{"format": NaN}'])
def test_a_file_that_is_no_replay_is_refused(patient: Case, tmp_path: Path, raw: bytes):
    (tmp_path / "run.json").write_bytes(raw)
    with pytest.raises(ReplayError, match="not a replay"):
        patient.open_replay(tmp_path / "run.json")


def test_in_a_book_build_a_case_is_a_readable_story(patient: Case, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(BOOK_BUILD, "1")
    bundle = Case("the-step")._repr_mimebundle_()
    assert set(bundle) == {"text/plain", "text/html"}
    assert "holding the rail with both hands" in bundle["text/html"]
    assert repr(patient) == "Case('the-step', 26 acts)"


def test_a_score_is_answered_and_read_in_python():
    sins = Score("sins", location="junctional")
    assert sins.result["total"] == [3, 18]
    sins.pain, sins.bone, sins.alignment = "mechanical", "lytic", "subluxation"
    sins.collapse = sins.posterolateral = None
    assert (sins.result["total"], sins.result["outcomes"]) == ([12, 18], ["indeterminate", "unstable"])
    assert sins.state["pain"] == "mechanical"
    with pytest.raises(TraitError):
        sins.pain = "awful"
    sins.state = {"location": "rigid", "pain": "awful"}
    assert sins.answers == {"location": "rigid"}
    assert "rf-sheet" in sins.static_html()
    assert repr(sins) == "Score('sins', location='rigid')"


def test_two_scores_do_not_share_their_questions():
    first, second = Score("tomita"), Score("corrected-calcium", calcium=2.5)
    assert not first.has_trait("calcium")
    assert second.result["missing"] == ["albumin"]
    with pytest.raises(TypeError, match="it has bone, growth"):
        Score("tomita", location="rigid")
    with pytest.raises(TraitError):
        Score("kps-to-ecog", grade=65)
    with pytest.raises(FileNotFoundError):
        Score("ngn-scoring")
