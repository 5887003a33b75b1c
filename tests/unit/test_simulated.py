"""Simulated data of exercises: the same seed gives the same people, and many of them are as their parameters say."""

from __future__ import annotations

import pytest

from redflags.clinical.mri import Scan, Tissue, signal
from redflags.clinical.simulated.raters import rated
from redflags.clinical.simulated.survival import Kind, arm, cohort
from redflags.clinical.simulated.vertebrae import NOISE, row_of_vertebrae

ANSWERS = {"pain": ["none", "occasional", "mechanical"], "bone": ["lytic", "mixed", "blastic"]}
KINDS = {"fit": Kind(share=0.5, walking=0.8, median=14), "frail": Kind(share=0.5, walking=0.25, median=3)}


def _same(pairs: list[tuple[dict[str, str], dict[str, str]]], question: str) -> float:
    return sum(one[question] == other[question] for one, other in pairs) / len(pairs)


def test_raters_agree_as_often_as_their_kappa_says() -> None:
    pairs = rated(ANSWERS, {"pain": 0.7, "bone": 0.0}, 20_000, seed=1)
    # With three answers that are equally likely, chance alone gives a third.
    assert _same(pairs, "pain") == pytest.approx(0.7 + 0.3 / 3, abs=0.02)
    assert _same(pairs, "bone") == pytest.approx(1 / 3, abs=0.02)


def test_raters_who_always_agree_never_differ() -> None:
    assert _same(rated(ANSWERS, {"pain": 1.0, "bone": 1.0}, 200, seed=3), "bone") == 1


def test_a_seed_gives_the_same_raters_and_another_seed_others() -> None:
    agreement = {"pain": 0.5, "bone": 0.5}
    assert rated(ANSWERS, agreement, 30, seed=8) == rated(ANSWERS, agreement, 30, seed=8)
    assert rated(ANSWERS, agreement, 30, seed=8) != rated(ANSWERS, agreement, 30, seed=9)


def test_agreement_on_one_question_leaves_the_other_alone() -> None:
    low = rated(ANSWERS, {"pain": 0.1, "bone": 0.5}, 50, seed=2)
    high = rated(ANSWERS, {"pain": 0.9, "bone": 0.5}, 50, seed=2)
    assert [(one["bone"], other["bone"]) for one, other in low] == [(one["bone"], other["bone"]) for one, other in high]


def test_half_of_an_arm_has_the_event_by_the_median() -> None:
    people = arm(20_000, 122, (10_000, 10_001), seed=1)
    assert sum(person["time"] <= 122 for person in people) / len(people) == pytest.approx(0.5, abs=0.015)


def test_nobody_is_watched_longer_than_follow_up_and_the_rest_is_censored() -> None:
    people = arm(500, 122, (100, 200), seed=5)
    assert all(person["time"] <= 200 for person in people)
    assert all(person["time"] >= 100 for person in people if not person["event"])
    assert {person["event"] for person in people} == {True, False}


def test_walking_goes_with_time_and_adds_none() -> None:
    people = cohort(20_000, KINDS, 12, seed=4)

    def alive(walking: bool, kinds: set[str]) -> float:
        chosen = [person for person in people if person["walking"] == walking and person["kind"] in kinds]
        return sum(person["time"] > 6 for person in chosen) / len(chosen)

    assert alive(True, set(KINDS)) - alive(False, set(KINDS)) > 0.2
    assert alive(True, {"fit"}) == pytest.approx(alive(False, {"fit"}), abs=0.03)
    assert alive(True, {"frail"}) == pytest.approx(alive(False, {"frail"}), abs=0.03)


def test_vertebrae_shine_as_their_tissue_does_give_or_take_the_noise() -> None:
    bright, dark = Tissue("bright", "Bright", 90, 300, 100), Tissue("dark", "Dark", 90, 1500, 30)
    scan = Scan(tr=500, te=15)
    row = row_of_vertebrae(["T8", "T9"], [bright, dark], {"t1": scan}, seed=6)
    expected = sorted(signal(tissue, scan) for tissue in (bright, dark))
    for found, wanted in zip(sorted(numbers["t1"] for numbers in row.values()), expected, strict=True):
        # Brightness is given to one decimal.
        assert found == pytest.approx(wanted, rel=NOISE, abs=0.05 + NOISE * wanted)


def test_vertebrae_are_dealt_out_by_the_seed() -> None:
    tissues = [Tissue(name, name, 10 * place, 900, 60) for place, name in enumerate("abcde", start=1)]
    rows = {
        tuple(
            numbers["t1"]
            for numbers in row_of_vertebrae(list("vwxyz"), tissues, {"t1": Scan(tr=500, te=15)}, seed).values()
        )
        for seed in range(6)
    }
    assert len(rows) > 1


def test_each_vertebra_needs_a_tissue() -> None:
    with pytest.raises(ValueError, match="2 vertebrae need as many tissues, not 1"):
        row_of_vertebrae(["T8", "T9"], [Tissue("a", "A", 1, 900, 60)], {}, seed=1)
