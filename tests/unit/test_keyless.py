"""Promise: what is published of a marked quiz says nothing of its key, by word, by order, by name or by hash."""

from __future__ import annotations

import json
import math
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, get_args

import nbformat
import pytest

from redflags.compile import compile_quiz, write_compiled
from redflags.keyless import ASKED, NoShapeError, keyless
from redflags.model.items import Item
from redflags.reading import read_content
from redflags.rules import check
from redflags.static_files import CONTENT
from redflags.validate import validate
from redflags.widgets import Quiz
from redflags.widgets.quiz import MarkedElsewhereError
from redflags.yaml_text import read_yaml

ROOT = Path(__file__).parents[2]
TYPES = [get_args(kind.model_fields["type"].annotation)[0] for kind in get_args(get_args(Item)[0])]
SHIPPED = {
    *("id", "type", "track", "stem", "lead_in", "hash", "record", "name", "text", "table", "times", "rows"),
    *("options", "n", "max_responses", "columns", "segments", "blank", "blanks", "label", "cells", "groups"),
    *("paragraphs", "span", "spans", "actions", "conditions", "parameters", "targets", "tokens", "steps", "theme"),
    *("cases", "unit", "em", "strong", "code", "svg", "alt", "regions", "outline", "at", "hypothesis", "finding"),
    "limit",
}
"""Every key that an item of a marked quiz may have, at any depth; places in texts are p1, p2, …."""


STAYS = ("text", "shape")
"""What is asked of an option; all else belongs to its key."""


def raw_items() -> dict[str, dict[str, Any]]:
    """Return an item of each type, as YAML has it."""
    found: dict[str, dict[str, Any]] = {}
    for name in ("tests/quizzes/types.yaml", "tests/books/tiny/book/quizzes/first.yaml", "tests/quizzes/case.yaml"):
        data = read_yaml(ROOT / name, name).data
        items = [
            *data.get("items", []),
            *(step["item"] for case in data.get("case_studies", []) for step in case["steps"]),
        ]
        for item in items:
            found.setdefault(item["type"], item)
    return found


def read(item: dict[str, Any]) -> Any:
    """Read one item as the course would."""
    from pydantic import TypeAdapter

    return TypeAdapter(Item).validate_python(item)


def other_key(value: Any) -> Any:
    """Return an item as it would be with another key: words stay where they are, all else moves on by one."""
    if isinstance(value, list) and value and all(isinstance(one, dict) and "text" in one for one in value):
        return moved(value)  # options, rows, cases, regions
    if isinstance(value, dict) and value and all(isinstance(one, dict) and "text" in one for one in value.values()):
        return dict(zip(value, moved(list(value.values())), strict=True))
    if isinstance(value, dict):
        return {key: other_key(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [other_key(inner) for inner in value]
    return value


def moved(options: list[dict[str, Any]]) -> list[dict[str, Any]]:
    rests = [{key: inner for key, inner in option.items() if key not in STAYS} for option in options]
    return [
        {**{key: option[key] for key in STAYS if key in option}, **rest}
        for option, rest in zip(options, rests[1:] + rests[:1], strict=True)
    ]


def with_other_key(item: dict[str, Any]) -> dict[str, Any]:
    changed = {**other_key(item), "take_home": "Something else.", "evidence": ["T-2"], "level": "create"}
    if item["type"] == "numeric":
        changed |= {"value": "5", "low": "4", "high": "6", "why": "Otherwise.", "otherwise": "No."}
    if item["type"] == "ordered-response":
        changed["steps"] = [item["steps"][-1], *item["steps"][:-1]]
    if item["type"] == "image-hotspot":
        changed["figure"] = "another-name"
    if item["type"] == "script-concordance":
        changed |= {
            "direction": {"less": "more", "same": "less", "more": "same"}[item["direction"]],
            "reasoning": "Other.",
        }
        changed["panel"] = {"counts": ["0", "1", "2", "3", "4"], "source": "first1988"}
    if item["type"] == "free-text":
        changed |= {
            "model_answer": "Other.",
            "checklist": [{**point, "id": f"x-{point['id']}"} for point in item["checklist"]],
        }
    if item["type"] == "rationale":
        changed["cause"] = next(name for name in item["blanks"] if name != item["cause"])
    return changed


@pytest.mark.parametrize("kind", TYPES)
def test_an_item_with_another_key_is_published_as_the_same_bytes(kind: str):
    item = raw_items()[kind]
    first, second = read(item), read(with_other_key(item))
    assert first.hash != second.hash, "the test changed no key"
    shown = [json.dumps(keyless(one.model_dump(mode="json", exclude_none=True))) for one in (first, second)]
    assert shown[0] == shown[1]


def test_what_an_author_calls_a_place_and_in_which_order_is_not_published():
    item = raw_items()["highlight-text"]
    spans = {f"right-{name}" if span.get("correct") == "true" else name: span for name, span in item["spans"].items()}
    names = dict(zip(item["spans"], spans, strict=True))
    text = re.sub(r"\{(\w+)\}", lambda found: f"{{{names[found[1]]}}}", item["text"])
    sorted_by_key = dict(sorted(spans.items(), key=lambda pair: "correct" not in pair[1]))
    telling = {**item, "text": text, "spans": sorted_by_key}
    shown = [json.dumps(keyless(read(one).model_dump(mode="json", exclude_none=True))) for one in (item, telling)]
    assert shown[0] == shown[1]


def test_steps_are_shown_in_the_right_order_as_often_as_chance_has_it():
    item = raw_items()["ordered-response"]
    count = 0
    for number in range(600):
        dumped = read({**item, "id": f"order-{number}"}).model_dump(mode="json")
        count += dumped["key"] == sorted(dumped["key"])
    # A shuffle that avoided the right order would give away that it is another.
    expected = 600 / math.factorial(len(item["steps"]))
    assert expected / 2 < count < expected * 2


def test_a_type_of_which_nobody_said_what_may_be_shown_is_refused():
    assert set(TYPES) == set(ASKED)
    with pytest.raises(NoShapeError, match="keyless"):
        keyless({"id": "x", "type": "a-new-type"})


# --- every output of a build ---

NOTEBOOK = """---
reviewed: "2026-11-21"
jupytext: {text_representation: {extension: .md, format_name: myst}}
kernelspec: {name: python3, display_name: Python 3}
---
# Second chapter

These words are here so that the page has as many as the check asks of every page, and they say nothing of any clinical
matter: this page holds one cell of code, which shows the marked quiz in the way in which a notebook shows it, and the
test that made this page then looks through everything that the build wrote, wherever it stands, for words that only
somebody with the key may read, so that none of them can leave the house by a door that nobody thought of before.

```{code-cell} python
from redflags.widgets import Quiz
Quiz("final")
```
"""


def marked_course(root: Path) -> Path:
    """Make the tiny course with a marked quiz of every type, and a page that shows it from code."""
    shutil.copytree(ROOT / "tests" / "books" / "tiny", root)
    shutil.copy(ROOT / "_config.yml", root)
    shutil.copy(ROOT / "book" / "favicon.svg", root / "book")
    quizzes = root / "book" / "quizzes"
    text = (ROOT / "tests" / "quizzes" / "types.yaml").read_text()
    case = (
        (ROOT / "tests" / "quizzes" / "case.yaml")
        .read_text()
        .split("case_studies:")[1]
        .replace("case-aim", "final-aim")
    )
    rest = (
        (quizzes / "first.yaml")
        .read_text()
        .split("items:\n")[1]
        .replace("first-", "last-")
        .replace("last-aim", "final-aim")
    )
    text = text.replace("title: One of each", "title: Final\nmarked: true\nhand_in: Upload it by Friday.")
    (quizzes / "final.yaml").write_text(text.replace("second-aim", "final-aim") + rest + "case_studies:" + case)
    chapter = root / "book" / "1-one" / "first.md"
    chapter.write_text(chapter.read_text() + "\n```{quiz} final\n```\n")
    (root / "book" / "1-one" / "second.md").write_text(NOTEBOOK)
    (root / "_toc.yml").write_text((root / "_toc.yml").read_text() + "  - file: 1-one/second\n")
    return root


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = marked_course(tmp_path_factory.mktemp("marked") / "course")
    command = [sys.executable, "-m", "redflags.cli", "--root", str(root), "html"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return root


def secrets(root: Path) -> list[str]:
    """Return every word of the marked quiz that only somebody with the key may read."""
    quiz = read_content(root).quizzes["final"]
    assert quiz.marked
    published = json.dumps([keyless(item.model_dump(mode="json", exclude_none=True)) for item in quiz.all_items()])
    found: set[str] = set()

    def collect(value: Any, *, secret: bool) -> None:
        if isinstance(value, dict):
            for key, inner in value.items():
                collect(inner, secret=key in {"why", "misconception", "right_if", "fits", "take_home", "otherwise"})
        elif isinstance(value, list):
            for inner in value:
                collect(inner, secret=secret)
        elif isinstance(value, str) and secret and value not in published:
            found.add(value)

    for item in quiz.all_items():
        collect(item.model_dump(mode="json"), secret=False)
    # The tiny quiz, which is not marked, publishes some of the same words.
    first = json.dumps([item.model_dump(mode="json") for item in read_content(root).quizzes["first"].all_items()])
    return sorted(word for word in found if word not in first and len(word) > 8)


def test_no_output_of_a_build_holds_a_reason_or_a_key(built: Path):
    words = secrets(built)
    assert len(words) > 80
    files = [path for path in (built / "_build").rglob("*") if path.is_file()]
    assert any(path.suffix == ".ipynb" for path in files), "no executed notebook was looked at"
    assert any(path.name == "searchindex.js" for path in files)
    for path in files:
        text = path.read_bytes().decode("utf-8", "replace")
        assert [word for word in words if word in text] == [], path
        hashes = (
            [item.hash for item in read_content(built).quizzes["final"].all_items()] if path.suffix == ".html" else []
        )
        assert [one for one in hashes if one in text] == [], path


def test_every_copy_of_a_marked_item_has_only_the_keys_that_are_allowed(built: Path):
    pages = [built / "_build" / "html" / "1-one" / f"{name}.html" for name in ("first", "second")]
    copies = [
        json.loads(found)
        for page in pages
        for found in re.findall(r'<script type="application/json">(.*?)</script>', page.read_text(), re.DOTALL)
    ]
    marked = [quiz for quiz in copies if quiz["name"] == "final"]
    assert len(marked) == 2
    for quiz in [*marked, json.loads((built / "_build" / "content" / "quizzes" / "final.json").read_text())]:
        assert (quiz["marked"], quiz["evidence"], quiz["objectives"]) == (True, {}, {})
        for item in quiz["items"]:
            assert keys_of(item) <= SHIPPED, item["id"]


def keys_of(value: Any) -> set[str]:
    if isinstance(value, dict):
        return {key for key in value if not re.fullmatch(r"p\d+", key)}.union(*map(keys_of, value.values()))
    return set().union(*map(keys_of, value)) if isinstance(value, list) else set()


@pytest.fixture
def final(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Quiz, list[str]]:
    root = marked_course(tmp_path / "course")
    content = read_content(root)
    assert check(content) == []
    write_compiled(content, tmp_path / "compiled")
    monkeypatch.setenv(CONTENT, str(tmp_path / "compiled"))
    return Quiz("final"), secrets(root)


def test_a_notebook_holds_no_key_in_widget_state_or_output(final: tuple[Quiz, list[str]]):
    quiz, words = final
    shown = json.dumps(
        [quiz.get_state(["content", "state", "mode", "minutes"]), quiz._repr_mimebundle_()[0]], default=str
    )
    notebook = nbformat.writes(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(repr(quiz), outputs=[])]))
    for word in words:
        assert word not in shown + notebook
    assert quiz.mode == "exam"
    with pytest.raises(ValueError, match="exam"):
        Quiz("final", mode="practice")


def test_marks_of_a_marked_quiz_come_from_the_instructor_and_answers_can_be_read(final: tuple[Quiz, list[str]]):
    quiz, _ = final
    item = quiz.content["items"][0]
    quiz.state = {
        ":exam": {"started": "2026-11-21T10:00:00Z", "submitted": "2026-11-21T10:20:00Z"},
        item["id"]: {
            "hash": item["hash"],
            "attempts": [{"response": {"r1": ["Bone"]}, "certainty": 2, "at": "2026-11-21T10:20:00Z"}],
        },
    }
    with pytest.raises(MarkedElsewhereError, match="instructor"):
        quiz.results()
    answers = quiz.answers()
    assert answers["submitted"] == "2026-11-21T10:20:00Z"
    assert answers["items"][0] | {"at": 0} == {
        "item": item["id"],
        "hash": item["hash"],
        "response": {"r1": ["Bone"]},
        "certainty": 2,
        "at": 0,
    }
    quiz.state = {":exam": "nonsense", item["id"]: {"hash": item["hash"], "attempts": "nonsense"}}
    assert quiz.answers()["items"][0]["response"] is None


def test_sums_over_the_bank_leave_marked_keys_out(built: Path):
    from redflags.book.bank_report import alignment, positions

    content = read_content(built)
    without = read_content(built)
    del without.quizzes["final"]
    assert positions(content) == positions(without)
    rows = [row for row in alignment(content, lambda page: page).split("<tr>") if "Answer every kind" in row]
    assert rows
    assert all("T-1" not in row for row in rows)


def test_its_author_still_sees_the_key_in_the_preview(built: Path):
    content = read_content(built)
    assert "why" in json.dumps(compile_quiz(content, "final", ["t-matrix"], for_author=True))
    document = read_yaml(built / "book" / "quizzes" / "final.yaml", "final.yaml")
    from redflags.model.quiz import Quiz as Model

    assert validate(document, Model) is not None


def test_a_case_is_asked_whole_or_not_at_all(final: tuple[Quiz, list[str]]):
    quiz = Quiz("final", items=["t-dyad", "c-night"])
    assert [item["id"] for item in quiz.content["items"]][:2] == ["t-dyad", "c-cues"]
    assert len(quiz.content["items"]) == 7
    assert Quiz("final", items=["t-dyad"]).content["case_studies"] == []
    assert len(final[0].content["items"]) > 20
    with pytest.raises(KeyError, match="c-night"):
        Quiz("final", items=["c-cues"])
