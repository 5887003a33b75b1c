"""Promise: a case runs as its log says, in both engines alike, and no way of playing it gets stuck."""

from __future__ import annotations

import json
import os
import random
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from random_walks import walk

from redflags.compile import compile_patient
from redflags.simulation import brier, counterfactual, initial, mark, probability, replay, step
from redflags.simulation.overlap import rank_biased_overlap
from redflags.simulation.path import path_log

if TYPE_CHECKING:
    from redflags.reading import Content

ROOT = Path(__file__).parents[2]
WALKS = int(os.environ.get("REDFLAGS_WALKS", "25"))
"""Walks per case; `make bench` takes 1,000, which is what the course promises."""
Json = dict[str, Any]


def order(action: str) -> Json:
    return {"do": "order", "action": action}


def answer(stage: str, *ranks: str, cancer: int = 50) -> Json:
    return {"do": "stage", "stage": stage, "ranks": list(ranks or ["deposit"]), "cancer": cancer}


BEGUN = [answer("opening")]
AT_WORK = [*BEGUN, order("whole-mri"), answer("bedside")]


def kinds(state: Json, *skipped: str) -> list[str]:
    return [event["kind"] for event in state["timeline"] if event["kind"] not in {"opening", "stage", *skipped}]


# --- one promise each, on the tiny case ---


def test_nothing_can_be_done_before_the_first_question_is_answered(case: Json):
    state = replay(case, [order("ask-onset"), {"do": "wait"}])
    assert [event.get("reason") for event in state["timeline"][1:]] == ["asked", "asked"]
    assert state["clock"] == 0


def test_a_step_leaves_the_state_before_it_as_it_was(case: Json):
    before = replay(case, AT_WORK)
    kept = json.dumps(before, sort_keys=True)
    for entry in [order("steroid"), {"do": "wait"}, order("ask-past"), answer("final"), {"do": "write", "text": "x"}]:
        step(case, before, entry)
    assert json.dumps(before, sort_keys=True) == kept


def test_tests_wait_for_the_bedside_and_endings_for_a_decision(case: Json):
    state = replay(case, [*BEGUN, order("whole-mri")])
    assert (state["asked"], state["clock"], kinds(state)) == ("bedside", 0, [])
    state = replay(case, [*AT_WORK, order("home-leaflet")])
    assert (state["asked"], state["ended"]) == ("decision", None)
    state = replay(case, [*AT_WORK, order("home-leaflet"), answer("decision"), order("home-leaflet")])
    assert (state["asked"], state["ended"], state["pending"]) == ("final", "acted", [])


def test_a_result_comes_after_its_delay_and_others_are_at_work_meanwhile(case: Json):
    state = replay(case, [*AT_WORK, order("whole-mri"), order("ask-past")])
    assert [one["due"] for one in state["pending"]] == [190]
    assert [finding["id"] for finding in state["findings"]] == ["cancer-before"]
    state = step(case, state, {"do": "wait"})
    assert (state["clock"], state["pending"], state["flags"]) == (190, [], ["scan-known"])


def test_waiting_with_nothing_due_is_an_hour(case: Json):
    assert replay(case, [*BEGUN, {"do": "wait"}])["clock"] == 60


def test_an_act_is_done_once_unless_it_can_be_repeated(case: Json):
    state = replay(case, [*BEGUN, order("ask-onset"), order("ask-onset"), order("examine-walk"), order("examine-walk")])
    assert kinds(state, "result") == ["ordered", "refused", "ordered", "ordered"]
    assert state["done"] == {"ask-onset": 1, "examine-walk": 2}


def test_an_act_whose_needs_are_unmet_costs_its_time_and_nothing_else(case: Json):
    state = replay(case, [*BEGUN, order("call-team")])
    assert (kinds(state), state["clock"], state["done"], state["flags"]) == (["turned-away"], 10, {}, [])


def test_the_body_changes_unless_help_came_first(case: Json):
    late = [*AT_WORK, {"do": "wait", "minutes": 600}]
    assert (replay(case, late)["neuro"], replay(case, late)["pain"]) == ("C", 8)
    helped = replay(case, [*AT_WORK, order("steroid"), {"do": "wait", "minutes": 700}])
    assert (helped["neuro"], helped["fired"]) == ("D", [0])


def test_a_change_counts_from_the_flag_that_began_it(case: Json):
    log = [*AT_WORK, {"do": "wait", "minutes": 1799}]
    assert replay(case, log)["neuro"] == "C"
    assert replay(case, [*log, {"do": "wait", "minutes": 1}])["neuro"] == "A"


def test_what_is_found_depends_on_when_it_is_looked_for(case: Json):
    early = replay(case, [*BEGUN, order("examine-walk")])
    late = replay(case, [*BEGUN, {"do": "wait", "minutes": 600}, order("examine-walk")])
    assert (early["findings"][0]["id"], late["findings"][0]["id"]) == ("stiff-walk", "legs-weak")


def test_time_runs_out_and_only_what_is_left_is_asked(case: Json):
    state = replay(case, [*BEGUN, {"do": "wait", "minutes": 10080}])
    assert (state["clock"], state["ended"], state["asked"]) == (2880, "time", "decision")
    state = replay(case, [*BEGUN, {"do": "wait", "minutes": 10080}, answer("decision"), answer("final")])
    assert (state["asked"], kinds(state)[-1]) == (None, "epilogue")
    assert state["timeline"][-1]["epilogue"] == 1


def test_only_what_was_found_can_be_pinned_and_words_are_kept(case: Json):
    log = [*BEGUN, {"do": "pin", "finding": "five-weeks", "as": "for"}, order("ask-onset")]
    assert replay(case, log)["pins"] == {}
    log += [{"do": "pin", "finding": "five-weeks", "as": "for"}, {"do": "write", "text": "<b>"}]
    assert (replay(case, log)["pins"], replay(case, log)["words"]) == ({"five-weeks": "for"}, "<b>")
    assert replay(case, [*log, {"do": "pin", "finding": "five-weeks", "as": None}])["pins"] == {}


# --- marks ---


def test_marks_follow_the_printed_rubric(case: Json):
    log, state = path_log(case, case["paths"]["careless"])
    marks = mark(case, state)
    # One useful act of 24 points; four acts that count; one film at band 1 and 1.3 mSv; two harmful ones.
    assert marks["thoroughness"] == pytest.approx(1 / 24)
    assert (marks["efficiency"], marks["harm"], marks["harmless"]) == (0.25, 2, 0)
    assert (marks["safety"], marks["timeliness"], marks["neuro"]) == ("failed", 0, "A")
    assert (marks["cost"], marks["radiation"], marks["minutes"]) == (1, [1.3, 1.3], 103)
    assert "total" not in " ".join(marks)
    assert replay(case, log) == state


def test_harm_is_not_bought_back_and_counts_each_time(case: Json):
    again = [{**action, "again": True} if action["id"] == "manipulation" else action for action in case["actions"]]
    rough = {**case, "actions": again}
    state = replay(rough, [*AT_WORK, *[order("manipulation")] * 3, order("ask-past")])
    assert (mark(rough, state)["harm"], mark(rough, state)["harmless"]) == (3, 0)


def test_an_outcome_can_be_worth_less_than_its_act(case: Json):
    late = {**case["actions"][3]["gives"][0], "value": "useful"}
    changed = {**case["actions"][3], "gives": [late, case["actions"][3]["gives"][1]]}
    one = {**case, "actions": [*case["actions"][:3], changed, *case["actions"][4:]]}
    soon, after = (
        mark(one, replay(one, [*BEGUN, *wait, order("ask-bladder")]))["thoroughness"]
        for wait in ([], [{"do": "wait", "minutes": 600}])
    )
    assert (soon, after) == (pytest.approx(2 / 24), pytest.approx(1 / 24))


# Of William Webber's own implementation, as published with the rbo crate (test_data/uneven_abc.json): against a to z.
@pytest.mark.parametrize(
    ("other", "p", "value"),
    [
        ("av", 0.2, 0.900000),
        ("b", 0.4, 0.166238),
        ("ma", 0.4, 0.200001),
        ("cdxlyeqisk", 0.4, 0.062130),
        ("afdqwtvehcpubinloygrs", 0.4, 0.782330),
        ("f", 0.9, 0.053090),
        ("zclx", 0.9, 0.233312),
        ("karfvodcjmwgzlypebunq", 0.9, 0.468431),
    ],
)
def test_rank_biased_overlap_is_that_of_its_author(other: str, p: float, value: float):
    assert rank_biased_overlap("abcdefghijklmnopqrstuvwxyz", other, p) == pytest.approx(value, abs=1e-6)
    assert rank_biased_overlap(other, "abcdefghijklmnopqrstuvwxyz", p) == pytest.approx(value, abs=1e-6)


def test_the_reference_multiplies_odds_and_its_band_takes_both_ends(case: Json):
    before, after = replay(case, BEGUN), replay(case, [*BEGUN, order("ask-past")])
    assert probability(case, before) == {"p": pytest.approx(0.0066), "low": None, "high": None}
    odds = 0.0066 / (1 - 0.0066)
    expected = {key: odds * lr / (1 + odds * lr) for key, lr in (("p", 15.3), ("low", 6.4), ("high", 36.6))}
    assert probability(case, after) == pytest.approx(expected)
    assert probability(case, after, at=0) == probability(case, before)
    assert probability({**case, "reference": {**case["reference"], "prior": None}}, after) is None
    assert brier(case, 90) == pytest.approx(0.01)


def test_what_if_it_had_been_earlier(case: Json):
    wait = {"do": "wait", "minutes": 660}
    rest = [order("call-team"), order("transfer"), answer("decision"), order("transfer"), answer("final")]
    log = [*AT_WORK, wait, order("whole-mri"), {"do": "wait"}, *rest]
    end = replay(case, log)
    assert (end["neuro"], end["ended"]) == ("C", "acted")
    same, earlier = counterfactual(case, log, "whole-mri", 0), counterfactual(case, log, "whole-mri", 6)
    assert (same["neuro"], same["pain"]) == (end["neuro"], end["pain"])
    # The call and the transfer hang on the scan, so they move with it, and he leaves before his legs fail.
    assert (earlier["neuro"], earlier["pain"]) == ("D", 4)


# --- both engines ---


def in_the_browser_engine(case: Json, logs: list[Any], what_ifs: list[Json]) -> Json:
    cli = ROOT / "_build" / "simulate-cli.mjs"
    given = json.dumps({"case": case, "logs": logs, "what_ifs": what_ifs})
    done = subprocess.run(["node", str(cli)], input=given, capture_output=True, text=True, check=True)
    found: Json = json.loads(done.stdout)
    return found


def what_if(rng: random.Random, log: list[Any]) -> Json:
    """Move one of the acts of a log."""
    kept = [entry for entry in log if isinstance(entry, dict)]
    acts = [entry["action"] for entry in kept if entry.get("do") == "order" and isinstance(entry.get("action"), str)]
    return {"log": kept, "action": rng.choice(acts or ["none"]), "hours": rng.choice([1, 6, 24])}


def test_both_engines_walk_every_case_alike_and_every_walk_comes_to_its_end(course: Content, case: Json):
    compiled = [case, *(compile_patient(course, name) for name in course.cases)]
    for one in compiled:
        rng = random.Random(f"{one['name']} 20261121")
        walks = [walk(rng, one) for _ in range(WALKS)]
        walks += [path_log(one, path) for path in one["paths"].values()]
        what_ifs = [what_if(rng, log) for log, _ in walks]
        theirs = in_the_browser_engine(one, [log for log, _ in walks], what_ifs)
        for (log, state), other in zip(walks, theirs["runs"], strict=True):
            where = (one["name"], log)
            assert json.dumps(other["state"], sort_keys=True) == json.dumps(state, sort_keys=True), where
            assert state["timeline"][-1]["kind"] == "epilogue", where
            assert flat(other["marks"]) == pytest.approx(flat(mark(one, state))), where
        for moved, other in zip(what_ifs, theirs["what_ifs"], strict=True):
            ours = counterfactual(one, moved["log"], moved["action"], moved["hours"])
            assert played(other) == played(ours), (one["name"], moved)


def played(state: Json) -> str:
    """Return what came about; only Python ends a what-if with its epilogue, which the player finds for itself."""
    timeline = [event for event in state["timeline"] if event["kind"] != "epilogue"]
    return json.dumps({**state, "timeline": timeline, "asked": None}, sort_keys=True)


def flat(marks: Json) -> Json:
    """Return marks as one level, for a comparison within rounding."""
    low, high = marks["radiation"]
    rest = {key: value for key, value in marks.items() if key not in {"radiation", "concordance"}}
    return {**rest, "low": low, "high": high, **marks["concordance"]}


def test_a_case_begins_before_anything_was_done(case: Json):
    state = initial(case)
    assert (state["asked"], state["clock"], state["neuro"], state["pain"]) == ("opening", 0, "D", 7)
