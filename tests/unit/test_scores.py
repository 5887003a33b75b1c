"""Promise: a score says what its file says, in both engines, and never more than the answers allow."""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from redflags.clinical.formula import FormulaError, compute
from redflags.clinical.scores import ScoreError, evaluate
from redflags.compile import compile_lab
from redflags.reading import Content, read_content
from redflags.rules import check
from redflags.rules.scores import outcome_words
from redflags.score_json import NoEngineError, published, score_json
from redflags.score_lab import score_lab
from redflags.static_lab import reading
from well_formed import well_formed

ROOT = Path(__file__).parents[2]
VECTORS = ROOT / "tests" / "vectors" / "scores"
ENGINE = "../src/clinical/scores.ts"
RANDOM = 12
"""Answers by chance for each score, some left out, some wrong."""


@pytest.fixture(scope="session")
def scores(course: Content) -> dict[str, dict[str, Any]]:
    """Return every score that can be computed, for the engines."""
    found = {}
    for name, score in course.scores.items():
        try:
            found[name] = score_json(name, score)
        except NoEngineError:
            assert score.type in {"marking", "names"}
    return found


def outcome(score: dict[str, Any], answers: dict[str, Any]) -> dict[str, Any]:
    try:
        return evaluate(score, answers)
    except ScoreError:
        return {"error": True}


def by_chance(rng: random.Random, question: dict[str, Any]) -> Any:
    if rng.random() < 0.02:
        return rng.choice(["nonsense", -1e9, True, ""])
    if "choices" in question:
        return rng.choice(question["choices"])["id"]
    steps = round((question["max"] - question["min"]) / question["step"])
    return round(question["min"] + rng.randint(0, steps) * question["step"], 6)


def vectors(name: str, score: dict[str, Any]) -> dict[str, Any]:
    """Return a score with its worked examples and answers by chance, and what Python says of each."""
    rng = random.Random(f"{name} 20261121")
    asked = [example["answers"] for example in score["examples"]]
    asked += [{}] + [
        {q["id"]: by_chance(rng, q) for q in score["questions"] if rng.random() < 0.7} for _ in range(RANDOM)
    ]
    return {"score": score, "vectors": [{"answers": answers, "result": outcome(score, answers)} for answers in asked]}


def test_every_worked_example_comes_out_as_its_file_says(scores: dict[str, dict[str, Any]]):
    examples = [(score, example) for score in scores.values() for example in score["examples"]]
    assert len(scores) >= 14
    assert len(examples) >= 80
    for score, example in examples:
        said = outcome_words(score, evaluate(score, example["answers"]))
        for key, wanted in example["expect"].items():
            assert said[key] == wanted, (score["name"], example["id"], key)


def test_the_shared_vectors_are_what_the_files_and_this_engine_say(scores: dict[str, dict[str, Any]]):
    for name, score in scores.items():
        path = VECTORS / f"{name}.json"
        text = json.dumps(vectors(name, score), ensure_ascii=False, indent=1) + "\n"
        if os.environ.get("UPDATE_GOLDEN"):
            path.write_text(text, encoding="utf-8")
        assert path.read_text(encoding="utf-8") == text, f"{name}: look at the change, then UPDATE_GOLDEN=1"
    assert {path.stem for path in VECTORS.glob("*.json")} == set(scores)


def test_what_is_not_answered_yet_may_still_be_anything(scores: dict[str, dict[str, Any]]):
    """Hold each partial result against all its completions, one by one."""
    rng = random.Random(7)
    for name in ("sins", "tomita", "escc"):
        score = scores[name]
        answers = {q["id"]: rng.choice(q["choices"])["id"] for q in score["questions"]}
        left_out = rng.sample(list(answers), k=2)
        ways = [answers]
        for question in (q for q in score["questions"] if q["id"] in left_out):
            ways = [{**way, question["id"]: choice["id"]} for way in ways for choice in question["choices"]]
        whole = [evaluate(score, way) for way in ways]
        part = evaluate(score, {key: value for key, value in answers.items() if key not in left_out})
        assert sorted(part["missing"]) == sorted(left_out)
        assert set(part["outcomes"]) == {one for result in whole for one in result["outcomes"]}
        if part["total"]:
            assert part["total"] == [
                min(result["total"][0] for result in whole),
                max(result["total"][1] for result in whole),
            ]


def test_sins_at_exactly_half_a_collapse_is_open_and_so_is_its_band(scores: dict[str, dict[str, Any]]):
    sins = scores["sins"]
    answers = {
        "location": "mobile", "pain": "nonmechanical", "bone": "mixed", "alignment": "normal",
        "collapse": "half", "posterolateral": "none",
    }  # fmt: skip
    said = evaluate(sins, answers)
    assert (said["total"], said["parts"]["collapse"], said["outcomes"]) == ([6, 7], [2, 3], ["stable", "indeterminate"])
    assert "exactly 50%" in said["disputes"][0]["say"]
    assert said["missing"] == []


def test_grade_1c_is_said_to_be_disputed_and_leads_to_no_plan(scores: dict[str, dict[str, Any]]):
    touched = {
        "epidural_extension": "yes",
        "thecal_sac_deformed": "yes",
        "cord_abutted": "yes",
        "cord_compressed": "no",
    }
    said = evaluate(scores["escc"], touched)
    assert said["outcomes"] == ["1c"]
    assert said["disputes"][0]["evidence"] == ["T-ESCC-03", "SCO-ESCC-02"]
    plan = evaluate(
        scores["noms"], {"escc": "1c", "radiosensitivity": "resistant", "stability": "stable", "fit_for_surgery": "yes"}
    )
    assert (plan["outcomes"], len(plan["disputes"])) == ([], 1)


def test_karnofsky_to_ecog_shows_where_its_tables_part(scores: dict[str, dict[str, Any]]):
    said = evaluate(scores["kps-to-ecog"], {"grade": 60})
    assert (sorted(said["series"].values()), said["agree"]) == ([[2, 2], [2, 2], [3, 3]], False)
    with pytest.raises(ScoreError, match="steps of 10"):
        evaluate(scores["kps-to-ecog"], {"grade": 65})


def test_what_nobody_read_is_not_published(scores: dict[str, dict[str, Any]]):
    unread = [one for name in ("noms", "radiosensitivity") for one in published(scores[name])["outcomes"]]
    unread = [one for one in unread if one["checked"] == "unread"]
    assert len(unread) >= 10
    assert {one["label"] for one in unread} == {None}


def test_totals_outside_a_table_are_refused(course: Content, scores: dict[str, dict[str, Any]]):
    rades = course.scores["rades-ambulatory"]
    for total in rades.out_of_range:
        with pytest.raises(ScoreError, match="from 21 to 44"):
            evaluate(scores["rades-ambulatory"], {"total": total})


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ({"location": "jaw"}, "its answers: junctional, mobile"),
        ({"weight": 3}, "it asks location"),
        ({"location": 3}, "no answer 3"),
    ],
)
def test_an_answer_that_a_score_does_not_have_is_refused_by_name(
    scores: dict[str, dict[str, Any]], answers: dict[str, Any], message: str
):
    with pytest.raises(ScoreError, match=message):
        evaluate(scores["sins"], answers)


@pytest.mark.parametrize("formula", ["2 +", "(1", "two", "1 / 0", "2 ** 3 3", "__import__", "1; 2"])
def test_only_arithmetic_can_be_written_as_a_formula(formula: str):
    with pytest.raises(FormulaError):
        compute(formula, {})


NEW = {
    "points": """
type: total
name: A new score
measures: something new
source: first1988
checked: read
range: [-1, 5]
components:
  - id: part-one
    label: One
    levels: [{id: a, label: A, points: -1}, {id: b, label: B, points: 3}]
  - id: part-two
    label: Two
    levels: [{id: a, label: A, points: 0}, {id: b, label: B, points: 2}]
bands: [{id: low, label: Low, min: -1, max: 1}, {id: high, label: High, min: 2, max: 5}]
examples:
  - {id: new-1, inputs: {part-one: b, part-two: a}, parts: {part-one: 3, part-two: 0}, total: 3, band: high}
""",
    "formula": """
type: formula
name: A new formula
measures: body mass index
source: first1988
checked: read
formula: weight over height twice
compute: weight / (height * height)
unit: kg/m2
decimals: 1
measurements:
  weight: {label: Weight, unit: kg, min: 20, max: 300, step: 1}
  height: {label: Height, unit: m, min: 1, max: 2.5, step: 0.01}
bands: [{id: first, label: First, below: 20}, {id: second, label: Second, up_to: 25}, {id: third, label: Third}]
rounding: half up
examples:
  - {id: new-1, inputs: {weight: 80, height: 2}, result: 20, band: second}
""",
    "rules": """
type: grades
name: A new scale
measures: something new
source: first1988
checked: read
findings: [{id: walks, label: "Does the person walk?"}]
numbers: [{id: metres, label: How far, min: 0, max: 1000, step: 10}]
grades: [{id: I, label: Far}, {id: II, label: Near}, {id: III, label: Not}]
rules:
  - {say: "not at all: III", when: {walks: false}, grade: III}
  - {say: "under 100: II", below: {metres: 100}, grade: II}
  - {say: "else: I", at_least: {metres: 100}, grade: I}
examples:
  - {id: new-1, findings: {walks: true}, measures: {metres: 100}, grade: I}
""",
}
"""Files of kinds that exist, and of scores that no code has heard of."""


@pytest.mark.parametrize("kind", NEW)
def test_a_pasted_in_score_file_works_in_both_engines_without_touching_code(kind: str, tiny: Path):
    path = tiny / "book" / "scores" / f"new-{kind}.yaml"
    path.parent.mkdir()
    path.write_text(NEW[kind])
    content = read_content(tiny)
    assert check(content) == []
    score = score_json(path.stem, content.scores[path.stem])
    example = score["examples"][0]
    asked = [example["answers"], {}]
    ours = [evaluate(score, answers) for answers in asked]
    for key, wanted in example["expect"].items():
        assert ours[0][key] == wanted
    assert len(ours[1]["outcomes"]) == len(score["outcomes"])
    script = (
        f"import {{ evaluate }} from {json.dumps(ENGINE)};"
        "const [score, asked] = JSON.parse(process.env.ASKED);"
        "console.log(JSON.stringify(asked.map((answers) => evaluate(score, answers))));"
    )
    done = subprocess.run(
        ["node", "--input-type=module", "-e", script],
        env={**os.environ, "ASKED": json.dumps([score, asked])},
        cwd=ROOT / "frontend" / "test",
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout) == ours


MISTAKES = {
    "an example that comes out otherwise": ("points", "total: 3", "total: 4", "the example says total [4, 4]"),
    "points outside the range": ("points", "points: 3", "points: 4", "the points run from -1 to 6"),
    "a gap between bands": ("points", "min: 2", "min: 3", "don't cover the range"),
    "a formula that names nothing": ("formula", "weight / (", "mass / (", "`mass` is not measured"),
    "a rule about something not asked": ("rules", "when: {walks: false}", "when: {runs: false}", "doesn't ask `runs`"),
    "a rule to a grade that is none": ("rules", "grade: III}\n  - ", "grade: IIII}\n  - ", "no grade `IIII`"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_an_author_of_scores_is_told_what_does_not_fit(mistake: str, tiny: Path):
    kind, right, wrong, message = MISTAKES[mistake]
    path = tiny / "book" / "scores" / "new.yaml"
    path.parent.mkdir()
    assert right in NEW[kind]
    path.write_text(NEW[kind].replace(right, wrong, 1))
    problems = check(read_content(tiny))
    assert any(message in problem.message for problem in problems), problems
    assert {problem.file for problem in problems} == {"book/scores/new.yaml"}


def test_every_score_reads_as_a_sheet_without_a_script_in_an_e_book_too(
    course: Content, scores: dict[str, dict[str, Any]]
):
    for name in scores:
        lab = compile_lab(course, score_lab(course, name))
        html = reading(lab, 3)
        well_formed(f"<div>{html}</div>")
        assert not re.search(r"<(script|input|select|button)\b", html)
        assert set(re.findall(r'rf-lab-ev">([^<]+)<', html)) <= set(lab["evidence"])
        assert "unread" not in html
