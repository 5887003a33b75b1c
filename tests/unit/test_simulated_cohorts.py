"""Promise: simulated people and waits have the shares that the register gave, and the same seed gives the same ones."""

from __future__ import annotations

from statistics import mean

import pytest

from redflags.clinical.simulated.cohort import cohort
from redflags.clinical.simulated.pathway import longest_run, timelines

QUESTIONS = {"old": (0.8, 0.7), "before": (0.3, 0.98)}


def test_the_same_seed_gives_the_same_people_and_another_seed_others():
    assert cohort(50, 0.5, QUESTIONS, seed=1) == cohort(50, 0.5, QUESTIONS, seed=1)
    assert cohort(50, 0.5, QUESTIONS, seed=1) != cohort(50, 0.5, QUESTIONS, seed=2)


def test_many_people_have_the_prior_and_the_accuracy_that_were_passed_in():
    people = cohort(40_000, 0.25, QUESTIONS, seed=7)
    sick = [person for person in people if person["cancer"]]
    well = [person for person in people if not person["cancer"]]
    assert len(sick) / len(people) == pytest.approx(0.25, abs=0.01)
    for question, (sensitivity, specificity) in QUESTIONS.items():
        assert mean(person[question] for person in sick) == pytest.approx(sensitivity, abs=0.02)
        assert mean(not person[question] for person in well) == pytest.approx(specificity, abs=0.01)


def test_a_changed_accuracy_changes_no_diagnosis():
    before = cohort(200, 0.3, QUESTIONS, seed=3)
    after = cohort(200, 0.3, {**QUESTIONS, "old": (0.1, 0.1)}, seed=3)
    assert [one["cancer"] for one in before] == [one["cancer"] for one in after]
    assert [one["before"] for one in before] == [one["before"] for one in after]


def test_many_waits_keep_the_limit_as_often_as_the_register_says():
    year = timelines(2000, 0.73, 24, 0, seed=5)
    assert mean(one["scanned"] <= 24 for one in year) == pytest.approx(0.73, abs=0.01)
    assert all(one["suspected"] <= one["requested"] <= one["scanned"] for one in year)


def test_as_many_scan_times_are_lost_as_asked_and_no_month_is_unlike_another():
    year = timelines(6, 0.73, 24, 4, seed=5)
    assert sum(one["scanned"] is None for one in year) == 4
    assert [sum(one["month"] == month for one in year) for month in range(1, 13)] == [6] * 12
    many = timelines(3000, 0.73, 24, 0, seed=9)
    halves = [mean(one["scanned"] <= 24 for one in many if (one["month"] > 6) is late) for late in (False, True)]
    assert halves[0] == pytest.approx(halves[1], abs=0.015)


@pytest.mark.parametrize(
    ("values", "longest"), [([], 0), ([5, 5], 0), ([6], 1), ([6, 7, 4, 4, 4, 9], 3), ([6, 5, 7, 8, 1], 3)]
)
def test_a_run_is_counted_by_hand(values: list[float], longest: int):
    assert longest_run(values, 5) == longest
