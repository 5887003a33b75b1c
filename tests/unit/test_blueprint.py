"""Promise: an exam is what its blueprint says, the same each time, fair to every objective, or it says why not."""

from __future__ import annotations

from collections import Counter
from copy import deepcopy
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from redflags.blueprint import DrawError, draw
from redflags.compile import compile_exam
from redflags.model.exam import Cell, Exam
from redflags.model.objective import RECALL, Track

if TYPE_CHECKING:
    from redflags.reading import Content


def with_exam(course: Content, **settings: object) -> Content:
    """Return the course with one exam, `trial`, alone."""
    blueprint = [{"part": "3-pain", "items": 8}, {"part": "4-recognise", "items": 6}]
    exam = {"title": "Trial", "track": "nursing", "minutes": 20, "blueprint": blueprint, **settings}
    return replace(course, exams={"trial": Exam.model_validate(exam)})


def test_a_draw_fills_every_row_for_its_track_and_mostly_above_recall(course: Content):
    units = draw(with_exam(course, above_recall=0.75), "trial")
    items = {item.id: (name, item) for name, quiz in course.quizzes.items() for item in quiz.items}
    parts = Counter(course.quizzes[quiz].chapter.partition("/")[0] for quiz, _ in units)
    assert parts == {"3-pain": 8, "4-recognise": 6}
    assert len({item for _, item in units}) == 14
    assert not {items[item][1].type for _, item in units} & {"free-text", "script-concordance"}
    assert {items[item][1].track for _, item in units} <= {Track.BOTH, Track.NURSING}
    assert sum(items[item][1].level in RECALL for _, item in units) <= 2 + 1


def test_the_same_bank_gives_the_same_exam_and_another_name_another(course: Content):
    content = with_exam(course)
    first = draw(content, "trial")
    assert draw(content, "trial") == first
    content.exams["other"] = content.exams["trial"]
    assert draw(content, "other") != first


def test_no_objective_is_asked_again_before_every_other_of_its_part_was_asked(course: Content):
    units = draw(with_exam(course, above_recall=0, blueprint=[{"part": "3-pain", "items": 8}]), "trial")
    objective = {item.id: item.objective for quiz in course.quizzes.values() for item in quiz.items}
    asked = Counter(objective[item] for _, item in units)
    assert max(asked.values()) - min(asked.values()) <= 1


def test_an_unfolding_case_for_the_other_track_is_left_out(course: Content):
    unfolding = deepcopy({name: quiz for name, quiz in course.quizzes.items() if quiz.case_studies})
    exam = {"track": Track.NURSING, "case_studies": 1, "blueprint": [Cell.model_construct(part="3-pain", items=0)]}
    trial = Exam.model_construct(title="Trial", minutes=20, above_recall=0, **exam)
    alone = replace(course, quizzes=unfolding, exams={"trial": trial})
    assert len(draw(alone, "trial")) == 1
    for quiz in unfolding.values():
        for case in quiz.case_studies:
            object.__setattr__(case.steps[2].item, "track", Track.MEDICINE)
    with pytest.raises(DrawError, match="only 0 case studies"):
        draw(alone, "trial")


def test_a_blueprint_that_the_bank_cannot_fill_names_its_row(course: Content):
    with pytest.raises(
        DrawError, match=r"only \d+ questions of 3-pain for nursing, the blueprint asks for 999"
    ) as caught:
        draw(with_exam(course, blueprint=[{"part": "3-pain", "items": 999}]), "trial")
    assert caught.value.path == ("blueprint", 0)


def test_a_compiled_exam_carries_the_objectives_and_evidence_of_all_its_quizzes(course: Content):
    compiled = compile_exam(with_exam(course), "trial")
    assert compiled["name"] == "exam-trial"
    assert {item["objective"] for item in compiled["items"]} == set(compiled["objectives"])
    assert {entry for item in compiled["items"] for entry in item["evidence"]} <= set(compiled["evidence"])
