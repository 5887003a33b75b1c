"""Promise: this course's own content is sound, complete and says no more than it may."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from math import log, sqrt
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from redflags.compile import compile_patient, compile_quiz
from redflags.drawing import drawing
from redflags.model.evidence import Checked
from redflags.model.objective import RECALL, Track
from redflags.model.playable import PlayableCase
from redflags.rules import lint
from redflags.rules.case_pages import FOLDER
from redflags.rules.words import content_words
from redflags.static_answers import BODIES
from redflags.yaml_text import read_yaml

if TYPE_CHECKING:
    from pathlib import Path

    from redflags.reading import Content


NURSING_TYPES = {
    *("bow-tie", "drag-and-drop-cloze", "drop-down-cloze", "drop-down-table", "grouping", "highlight-table"),
    *("highlight-text", "matrix-multiple-choice", "matrix-multiple-response", "rationale", "select-all", "select-n"),
}
"""The formats of the Next Generation NCLEX."""
NEAR = 0.6
"""Items of this course that share a subject reach 0.5; a reworded copy passes 0.7."""


def test_nothing_is_wrong_with_the_content_and_no_warning_stands_without_a_reason(course: Content):
    assert [str(problem) for problem in lint(course) if not problem.waived] == []


def test_the_register_is_whole(course: Content):
    assert len(course.evidence) >= 380
    assert len(course.claims) >= 181
    assert len(course.references) >= 360
    assert len(course.scores) >= 15
    assert len(course.tumours) == 24


def test_no_item_rests_on_an_entry_that_nobody_read(course: Content):
    compiled = [*(compile_quiz(course, name) for name in course.quizzes)]
    compiled += [compile_patient(course, name) for name in course.cases]
    for one in compiled:
        assert all(note["checked"] != Checked.UNREAD for note in one["evidence"].values())


def test_the_bank_is_large_varied_and_asks_for_more_than_recall(course: Content):
    items = [item for quiz in course.quizzes.values() for item in quiz.all_items()]
    types = Counter(item.type for item in items)
    assert len(items) >= 320
    assert len(types) == len(BODIES), "every type that the course can ask is asked"
    assert sum(item.level not in RECALL for item in items) >= len(items) / 2
    nursing = sum(types[name] for name in NURSING_TYPES)
    assert nursing >= len(items) / 4
    assert all(sum(item.track == track for item in items) >= 80 for track in (Track.MEDICINE, Track.NURSING))


def test_every_chapter_quiz_has_twelve_items_over_six_types_and_three_per_objective(course: Content):
    for name, quiz in course.quizzes.items():
        if quiz.chapter.startswith(f"{FOLDER}/"):
            continue  # Six questions about one patient.
        assert len(quiz.items) >= 12, name
        assert len({item.type for item in quiz.items}) >= 6, name
        per_objective = Counter(item.objective for item in quiz.items)
        assert min(per_objective.values()) >= 3, (name, per_objective)
        above_recall = sum(item.level not in {"remember", "understand"} for item in quiz.items)
        assert above_recall >= len(quiz.items) / 2, name


def test_patients_are_many_and_six_nurses_shifts_go_on_as_unfolding_questions(course: Content):
    nursing = {name for name, case in course.cases.items() if case.track is Track.NURSING}
    assert len(course.cases) - len(nursing) >= 20
    assert len(nursing) == 6
    assert all(course.quizzes[name].case_studies for name in nursing)
    assert sum(case.safety is None for case in course.cases.values()) >= 6, "most back pain threatens no cord"
    benign = [
        name for name, case in course.cases.items() if not any(one.answer and one.cancer for one in case.diagnoses)
    ]
    assert len(benign) >= 10


def test_the_same_content_compiles_to_the_same_bytes(course: Content):
    assert compile_quiz(course, "red-flags") == compile_quiz(course, "red-flags")
    for name in course.cases:
        assert compile_patient(course, name) == compile_patient(course, name)


def test_a_compiled_case_has_the_shape_that_the_front_end_is_built_for(course: Content, case: dict[str, Any]):
    schema = PlayableCase.model_json_schema(mode="serialization")
    for one in [case, *(compile_patient(course, name) for name in course.cases)]:
        jsonschema.validate(one, schema)


SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">{}</svg>'


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<rect onclick="alert(1)"/>',
        '<a href="https://example.org"><rect/></a>',
        '<image href="https://example.org/x.png"/>',
        '<use href="https://example.org/x.svg#a"/>',
        "<foreignObject><p>x</p></foreignObject>",
        "<style>p { display: none }</style>",
        '<rect style="fill: url(https://example.org/x)"/>',
        '<rect fill="url(https://example.org/x)"/>',
        '<rect><set attributeName="href" to="https://example.org"/></rect>',
        "<rect",
    ],
)
def test_a_drawing_with_a_script_or_an_outside_link_is_refused(tmp_path: Path, inside: str):
    path = tmp_path / "x.svg"
    path.write_text(SVG.format(inside))
    with pytest.raises(ValueError, match=r"holds|not SVG"):
        drawing(path)


def test_a_drawing_may_refer_to_its_own_parts(tmp_path: Path):
    path = tmp_path / "x.svg"
    path.write_text(SVG.format('<defs><rect id="a"/></defs><use href="#a"/>'))
    assert drawing(path).startswith("<svg")


def test_a_missing_file_is_a_problem_and_not_a_crash(tmp_path: Path):
    [problem] = read_yaml(tmp_path / "gone.yaml", "gone.yaml").problems
    assert "can't be read" in problem.message


def test_no_two_items_test_the_same_sentence(course: Content):
    """Compare what items ask and teach by their rare words (cosine of tf-idf): near copies stand far above the rest."""
    words = {
        item.id: Counter(content_words(f"{item.stem.plain()} {item.lead_in.plain()} {item.take_home.plain()}"))
        for quiz in course.quizzes.values()
        for item in quiz.all_items()
    }
    rarity = Counter(word for counts in words.values() for word in counts)
    weights = {
        name: {word: count * log(len(words) / rarity[word]) for word, count in counts.items()}
        for name, counts in words.items()
    }
    lengths = {name: sqrt(sum(weight**2 for weight in vector.values())) for name, vector in weights.items()}
    near = [
        (one, other)
        for one, other in combinations(weights, 2)
        if sum(weight * weights[other].get(word, 0) for word, weight in weights[one].items())
        > NEAR * lengths[one] * lengths[other]
    ]
    assert near == []
