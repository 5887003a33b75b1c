"""Promise: every rule of the linter finds what it is about, and leaves alone what only looks like it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from redflags.cli import main
from redflags.model.items.base import Option
from redflags.reading import read_content
from redflags.rules import bank, check, lint
from redflags.rules.catalogue import RULES
from redflags.rules.identifiers import is_nhs_number
from redflags.rules.parts import Choices
from redflags.rules.readability import grade, syllables
from redflags.rules.statistics import at_least, chi_square_tail

if TYPE_CHECKING:
    from redflags.problem import Problem

ROOT = Path(__file__).parents[2]

QUIZ = "book/quizzes/first.yaml"
REGISTER = "book/evidence/register.yaml"
CHAPTER = "book/1-one/first.md"
LEAD = "lead_in: What is most likely?"
STEM = "stem: A person of 40 comes to a clinic."
KEY, SECOND, THIRD = "text: Nothing serious", "text: Something serious", "text: Nothing at all"
PROSE = "In one study"
THREE = f"      - {KEY}"
WRONG = "\n        why: It is.\n        misconception: It is\n        right_if: It were.\n"
PLAIN_KEY = "\n        correct: true\n        why: It is.\n"


def select_all(right: int, wrong: int) -> str:
    """Write a select-all item."""
    numbers = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"]
    options = [f"      - text: The {numbers[n]} thing{PLAIN_KEY}" for n in range(right)]
    options += [f"      - text: The {numbers[right + n]} thing{WRONG}" for n in range(wrong)]
    return (
        "items:\n  - id: first-3\n    type: select-all\n    objective: first-aim\n    level: apply\n"
        f"    stem: A person of 40 comes to a clinic.\n    {LEAD}\n    take_home: It is.\n    evidence: [T-1]\n"
        f"    reviewed: 2026-11-21\n    options:\n{''.join(options)}"
    )


def blank(*options: str, text: str) -> str:
    """Write a cloze item whose key is the first option."""
    first, *others = (f"          - text: {option}\n            why: It is.\n" for option in options)
    wrong = "".join(f"{other}            misconception: It is\n" for other in others)
    return (
        "items:\n  - id: first-3\n    type: drop-down-cloze\n    objective: first-aim\n    level: apply\n"
        "    stem: A person of 40 comes to a clinic.\n    lead_in: Complete it.\n    take_home: It is.\n"
        f"    evidence: [T-1]\n    reviewed: 2026-11-21\n    text: {text}\n    blanks:\n      gap:\n        label: gap\n"
        f"        options:\n{first}            correct: true\n{wrong}"
    )


def options(*texts: str) -> str:
    """Write the options of the tiny course's first item; the first is the key."""
    first, *others = texts
    return f"      - text: {first}{PLAIN_KEY}" + "".join(f"      - text: {other}{WRONG}" for other in others)


OPTIONS = "OPTIONS"
"""Stands for the whole list of options of the tiny course's first item."""

# rule: (file, what stands there, what breaks the rule, what doesn't though it looks like it)
CASES = {
    "E01": (QUIZ, "id: first-2", "id: first-1", "id: first-3"),
    "E02": (QUIZ, '        correct: true\n        why: "In', '        misconception: x\n        right_if: y\n        why: "In', '        correct: true\n        why: "So in'),
    "E03": (QUIZ, "        why: It is rare.\n", "", "        why: Rare.\n"),
    "E04": (REGISTER, "    seen_at: a library\n  - id: T-2", "    seen_at: a library\n    rechecked: 2026-12-01\n  - id: T-2", "    seen_at: a library\n    rechecked: 2026-11-01\n  - id: T-2"),
    "E05": (QUIZ, THIRD, "text: None of the above", "text: Nothing that stands above"),
    "E06": (QUIZ, THIRD, "text: Nothing serious but tiring", "text: Not nothing serious"),
    "E07": (QUIZ, OPTIONS, options("One thing", "Two others"), options("One thing", "Two others", "Three more")),
    "E08": (QUIZ, "items:\n", select_all(5, 0), select_all(3, 3)),
    "E09": (CHAPTER, PROSE, "![](picture.png)\n\nIn one study", "![A spine](picture.png)\n\nIn one study"),
    "E10": (CHAPTER, PROSE, "It took 24 hours. In one study", "It took 13 hours. In one study"),
    "E11": (QUIZ, STEM, "stem: A person of 40, born 12 March 1986, comes to a clinic.", "stem: A person of 40 comes to a clinic on 12 March 2026."),
    "E12": (QUIZ, LEAD, "lead_in: Which of the following statements is true?", "lead_in: Which of the following is most likely?"),
    "E13": (QUIZ, "stem: In a study 13 of 1,975 people had it.", "stem: In a study serious muscle strain explains most of it.", "stem: In a study serious disease explains most of it."),
    "E14": (CHAPTER, PROSE, "Look at the red line. In one study", "Look at the red flag. In one study"),
    "E15": (QUIZ, THIRD, "text: No", 'text: "No"'),
    "E21": (CHAPTER, PROSE, "It is <b onclick=x>bold</b>. In one study", "It is `<b>`, 3 < 4 and **bold**. In one study"),
    "W01": (QUIZ, LEAD, "lead_in: Which is not likely?", "lead_in: At least how many are likely?"),
    "W02": (QUIZ, THIRD, "text: Never anything", "text: Hardly a thing"),
    "W03": (QUIZ, THIRD, "text: Something usually mild", "text: Something unusual"),
    "W04": (QUIZ, KEY, "text: Nothing serious in nearly all of the people", "text: Nothing serious so far"),
    "W05": (QUIZ, SECOND, "text: Something serious that has to be found in time", "text: Something serious to find"),
    "W06": (QUIZ, "items:\n", blank("apple", "pear", "plum", text="It is an {gap}."), blank("apple", "egg", "olive", text="It is an {gap}.")),
    "W07": (QUIZ, KEY, "text: Another clinic", "text: Another place"),
    "W08": (QUIZ, OPTIONS, options("Urgent spine scan with contrast", "Urgent brain scan with water", "Planned spine film with contrast"), options("Urgent spine scan with contrast", "Urgent brain scan with contrast", "Planned brain scan with contrast")),
    "W09": (QUIZ, OPTIONS, options("2 hours", "3 days", "4 hours"), options("2 hours", "3 hours", "4 hours")),
    "W10": (QUIZ, OPTIONS, options("3 hours", "2 hours", "4 hours"), options("4 hours", "3 hours", "2 hours")),
    "W11": (QUIZ, "items:\n", "", ""),
    "W12": (QUIZ, "items:\n", select_all(1, 5), select_all(2, 4)),
    "W13": (QUIZ, STEM, "stem: A person of 40 comes.", "stem: A person of 40 comes to one clinic."),
    "W14": (QUIZ, LEAD, "lead_in: What is most likely, and what would you do?", "lead_in: What is most likely and most urgent?"),
    "W15": (QUIZ, STEM, "stem: A person of 40 with a raised ESR comes to a clinic.", "stem: A person of 40 with a raised erythrocyte sedimentation rate (ESR) comes to a clinic."),
    "W16": (QUIZ, STEM, "stem: A person of 40 with longstanding intermittent musculoskeletal discomfort necessitating multidisciplinary rehabilitation repeatedly consults physiotherapeutic practitioners regarding progressively deteriorating functional capabilities.", "stem: A person of 40 has had pain for a long time. It comes and goes. Three clinics have tried to help. Now it is hard to climb the stairs."),
    "W17": (QUIZ, "text: Estimate how", "text: Know how", "text: Judge how"),
    "W18": (QUIZ, "    objective: first-aim\n", None, None),
    "W19": (QUIZ, "items:\n", select_all(4, 2), select_all(3, 3)),
    "W21": (CHAPTER, PROSE, "Cancer sufferers know it. In one study", "Other causes know it. In one study"),
    "W22": (QUIZ, KEY, "text: It may be mild", "text: It is mild"),
    "W23": (CHAPTER, PROSE, "It was oat-cell cancer. In one study", "It was small-cell cancer. In one study"),
    "W24": (QUIZ, STEM, "stem: Reflexes are brisk. A person of 40 comes to a clinic with pain.", "stem: A person of 40 comes to a clinic with pain. Reflexes are brisk."),
}  # fmt: skip
APART = {"W11", "W18", "W20", "E16", "E17", "E18", "E19", "E20"}
"""Rules over several items or of one type, which have tests of their own below; those of cases: test_case_errors."""
TYPES = "book/quizzes/types.yaml"
"""The quiz with one item of each later type, put into the tiny course."""


@pytest.fixture
def types(tiny: Path) -> Path:
    """Put the quiz of all types into the tiny course."""
    (tiny / TYPES).write_text((ROOT / "tests" / "quizzes" / "types.yaml").read_text())
    return tiny


def found(root: Path) -> list[Problem]:
    return lint(read_content(root))


def change(root: Path, file: str, right: str, wrong: str) -> None:
    path = root / file
    text = path.read_text()
    if right == OPTIONS:
        start, end = text.index("      - text: Nothing serious"), text.index("    take_home: It is rare.")
        text = text[:start] + wrong + text[end:]
    else:
        assert right in text, "the tiny course has changed: mend this test"
        text = text.replace(right, wrong, 1)
    path.write_text(text)


def test_every_rule_has_a_case_here():
    assert set(CASES) | APART == set(RULES)


@pytest.mark.parametrize("rule", sorted(set(CASES) - APART))
def test_a_rule_finds_what_breaks_it_and_leaves_the_rest(rule: str, tiny: Path):
    file, right, wrong, fine = CASES[rule]
    if rule == "E13":
        change(tiny, QUIZ, KEY, "text: Serious muscle strain")
    before = (tiny / file).read_text()
    assert rule not in {problem.rule for problem in found(tiny)}
    change(tiny, file, right, wrong)
    hits = [problem for problem in found(tiny) if problem.rule == rule]
    assert hits
    assert {hit.severity for hit in hits} == {RULES[rule].severity}
    assert all(hit.line >= 1 and hit.message for hit in hits)
    (tiny / file).write_text(before)
    change(tiny, file, right, fine)
    assert rule not in {problem.rule for problem in found(tiny)}


GLOSSARY = "terms:\n  - id: esr\n    term: sedimentation rate\n    abbreviation: ESR\n    definition: How fast red cells sink.\n"


@pytest.mark.parametrize(
    ("prose", "glossary", "hits"),
    [
        ("The ESR was raised.", "", 1),
        ("The ESR was raised. The erythrocyte sedimentation rate (ESR) is slow.", "", 1),
        ("The blood results (ESR, CRP) were raised.", "", 2),
        ("| Test | ESR |\n|---|---|\n| Result | raised |", "", 1),
        ("The erythrocyte sedimentation rate (ESR) was raised. Two ESRs fell.", "", 0),
        ("The ESR (how fast red cells sink) was raised; CRP, C-reactive protein, was not.", "", 0),
        ("The ESR was raised.", GLOSSARY, 0),
        ("The ESR was raised.", f"{GLOSSARY}# unmarked\n", 1),
        ("# An ESR\n\nIt took `ESR` {ev}`ESR-1` at [a page](ESR.md), as NG12, T1, L5 and grade IV in one trial (ACE 2).", "", 0),
    ],
    ids=["bare", "too late", "a list", "a table", "in brackets", "beside it", "marked", "unmarked", "no abbreviation"],
)  # fmt: skip
def test_an_abbreviation_on_a_page_is_written_out_at_or_before_its_first_use(
    tiny: Path, prose: str, glossary: str, hits: int
):
    change(tiny, CHAPTER, PROSE, f"{prose}\n\nIn one study")
    if glossary:
        (tiny / "book" / "glossary.yaml").write_text(glossary)
    if "# unmarked" in glossary:
        change(tiny, CHAPTER, "---\n# First", "terms: unmarked\n---\n# First")
    rows = [problem for problem in found(tiny) if problem.rule == "W15"]
    assert len(rows) == hits
    assert all(row.file == CHAPTER and "ESR" in row.text for row in rows)


def test_an_abbreviation_in_a_case_or_a_drawing_is_written_out_there_or_on_its_page(tiny: Path):
    (tiny / "book" / "quizzes" / "case.yaml").write_text((ROOT / "tests" / "quizzes" / "case.yaml").read_text())
    change(tiny, "book/quizzes/case.yaml", "setting: oncology ward", "setting: the ACU")
    change(tiny, "book/figures/vertebra.yaml", "title: ", "title: By QCT, ")
    rows = [problem for problem in found(tiny) if problem.rule == "W15"]
    assert sorted((row.file, row.message[:3]) for row in rows) == [
        ("book/figures/vertebra.yaml", "QCT"), ("book/quizzes/case.yaml", "ACU"),
    ]  # fmt: skip
    drawing = "```{svg-figure} vertebra\nBy quantitative computed tomography (QCT).\n```\n"
    change(tiny, CHAPTER, PROSE, f"The acute care unit (ACU) was full.\n\n{drawing}\nIn one study")
    assert [problem for problem in found(tiny) if problem.rule == "W15"] == []


def test_w18_wants_three_items_and_one_above_recall(tiny: Path):
    assert "2 items test" in next(problem.message for problem in found(tiny) if problem.rule == "W18")
    change(tiny, QUIZ, "items:\n", select_all(2, 4).replace("    level: apply", "    level: remember"))
    assert "W18" not in {problem.rule for problem in found(tiny)}
    path = tiny / QUIZ
    path.write_text(path.read_text().replace("level: apply", "level: remember"))
    assert "only recall" in next(problem.message for problem in found(tiny) if problem.rule == "W18")


def many(places: list[int]) -> str:
    """Write single-best-answer items whose keys stand in these places."""
    written = ""
    for number, key in enumerate(places):
        texts = [f"      - text: Choice {place}{PLAIN_KEY if place == key else WRONG}" for place in range(4)]
        written += (
            f"  - id: many-{number}\n    type: single-best-answer\n    objective: first-aim\n    level: apply\n"
            f"    {STEM}\n    {LEAD}\n    take_home: It is.\n    evidence: [T-1]\n    reviewed: 2026-11-21\n"
            f"    options:\n{''.join(texts)}"
        )
    return f"items:\n{written}"


def test_w11_finds_keys_that_stand_in_one_place_too_often_or_in_a_row(tiny: Path):
    uneven = [0, 0, 1, 0, 0, 0, 2, 0, 0, 3] * 3
    change(tiny, QUIZ, "items:\n", many(uneven))
    assert any("over the bank" in problem.message for problem in found(tiny) if problem.rule == "W11")
    change(tiny, QUIZ, many(uneven), many([0, 0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 1]))
    [row] = [problem for problem in found(tiny) if problem.rule == "W11"]
    assert "in a row" in row.message
    change(tiny, QUIZ, many([0, 0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 1]), many([0, 1, 2, 3] * 6))
    assert "W11" not in {problem.rule for problem in found(tiny)}


def test_w04_over_the_bank_finds_keys_that_are_longest_too_often(tiny: Path):
    longer = many([0, 1, 2, 3, 1, 0, 2, 3]).replace(f"{PLAIN_KEY}", f" of all{PLAIN_KEY}".replace(" of all", " of it"))
    change(tiny, QUIZ, "items:\n", longer)
    assert any("over the bank" in problem.message for problem in found(tiny) if problem.rule == "W04")
    numbers = bank.keys(read_content(tiny))
    assert numbers.longest == 8
    assert numbers.longest_p == pytest.approx(at_least(8, [0.25] * 8 + [1 / 3]))


def test_the_statistics_are_those_of_the_tables():
    assert chi_square_tail(3.841459, 1) == pytest.approx(0.05, abs=1e-6)
    assert chi_square_tail(13.276704, 4) == pytest.approx(0.01, abs=1e-6)
    assert chi_square_tail(1.064, 4) == pytest.approx(0.9, abs=1e-3)
    assert at_least(8, [0.2] * 10) == pytest.approx(7.79264e-05)
    assert at_least(0, []) == 1


def test_syllables_and_grades_are_near_what_people_count():
    assert [syllables(word) for word in ("spine", "table", "emergency", "compression")] == [1, 2, 4, 3]
    # Two sentences of 12 and 11 words with 32 syllables: 0.39 x 11.5 + 11.8 x 32 / 23 - 15.59 = 5.3.
    text = "The person came to the clinic because her back had hurt for weeks. The doctor asked about her health and then examined her."
    assert grade(text) == pytest.approx(5.3, abs=1.5)


def test_an_nhs_number_is_known_by_its_check_digit():
    assert is_nhs_number("9434765919")
    assert not is_nhs_number("9434765918")


@pytest.mark.parametrize(
    "sentence",
    [
        "It was 13 of 1,975, which is 0.66%.",
        "Its 95% interval was wide.",
        "Of 39 of 1,936 about 2% said yes.",
        "It was 5 days (our calculation).",
        "{ev}`T-1: after 7 days {cancers}` had it.",
        "A person of 40 weeks.",
        "A person has it for 13 to 15 days.",
        "It lasts 13 days or 13 to 1,975 days.",
    ],
)
def test_e10_leaves_alone_what_has_a_source_or_shows_its_sum(sentence: str, tiny: Path):
    change(tiny, CHAPTER, PROSE, f"{sentence} In one study")
    wanted = sentence.startswith("A person")
    assert ("E10" in {problem.rule for problem in found(tiny)}) is wanted


def test_e10_lets_a_vignette_have_its_own_numbers_and_a_study_none(tiny: Path):
    change(tiny, QUIZ, STEM, "stem: A 40-year-old person has had pain for 6 weeks and takes 8 mg of it.")
    assert "E10" not in {problem.rule for problem in found(tiny)}
    change(tiny, QUIZ, "stem: A 40-year-old person has", "stem: In a trial people who")
    assert {problem.message for problem in found(tiny) if problem.rule == "E10"} == {
        "'6 weeks' has no source here",
        "'8 mg' has no source here",
    }


def test_a_waived_warning_is_silent_in_text_and_said_in_json_and_sarif(tiny: Path, capsys: pytest.CaptureFixture[str]):
    change(tiny, QUIZ, THIRD, "text: Never anything")
    reason = "the absolute is what the item is about"
    change(tiny, QUIZ, "    take_home: It is rare.", f"    waive: {{W02: {reason}}}\n    take_home: It is rare.")
    assert main(["--root", str(tiny), "check"]) == 0
    printed = capsys.readouterr()
    assert "W02" not in printed.out + printed.err
    assert "1 waived" in printed.out
    main(["--root", str(tiny), "check", "--format", "json"])
    said = [p for p in json.loads(capsys.readouterr().out)["problems"] if p["rule"] == "W02"]
    assert [(p["waived"], p["item"], p["severity"]) for p in said] == [(reason, "first-1", "warning")]
    main(["--root", str(tiny), "check", "--format", "sarif"])
    results = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    [result] = [result for result in results if result["ruleId"] == "W02"]
    assert result["suppressions"] == [{"kind": "inSource", "justification": reason}]


@pytest.mark.parametrize(
    ("waiver", "message"),
    [
        ("E05: it is the best that can be said", "E05 can't be waived"),
        ("W99: no such rule exists in the list", "names no rule"),
        ("W03: nothing here says usually or so", "nothing here breaks"),
        ("W02: short", "at least 10 characters"),
    ],
)
def test_a_waiver_that_waives_nothing_or_gives_no_reason_is_named(waiver: str, message: str, tiny: Path):
    change(tiny, QUIZ, "    take_home: It is rare.", f"    waive: {{{waiver}}}\n    take_home: It is rare.")
    assert any(message in problem.message for problem in found(tiny))


def test_a_comment_in_a_chapter_waives_a_rule_for_the_next_block_only(tiny: Path):
    change(
        tiny,
        CHAPTER,
        PROSE,
        "% waive E10: the numbers are arithmetic\nIt took 24 hours.\n\nIt took 48 hours. In one study",
    )
    hits = [problem for problem in found(tiny) if problem.rule == "E10"]
    assert [(hit.message, bool(hit.waived)) for hit in hits] == [
        ("'24 hours' has no source here", True),
        ("'48 hours' has no source here", False),
    ]


def test_a_waiver_is_no_part_of_a_page_and_asks_nothing_again(tiny: Path):
    before = read_content(tiny).quizzes["first"].items[0]
    change(
        tiny, QUIZ, "    take_home: It is rare.", "    waive: {W03: a reason that is long}\n    take_home: It is rare."
    )
    after = read_content(tiny).quizzes["first"].items[0]
    assert after.hash == before.hash
    assert "waive" not in after.model_dump(mode="json")


def test_warnings_fail_only_if_strict_and_errors_always(tiny: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["--root", str(tiny), "check"]) == 0
    assert main(["--root", str(tiny), "check", "--strict"]) == 1
    assert "warning: 2 items test the objective" in capsys.readouterr().err
    change(tiny, QUIZ, THIRD, "text: All of the above")
    assert main(["--root", str(tiny), "check"]) == 1
    assert "[E05]" in capsys.readouterr().err
    assert {problem.rule for problem in check(read_content(tiny))} == {"E05"}


def test_reviews_grow_old_only_on_a_day_that_is_named(tiny: Path):
    content = read_content(tiny)
    assert "E04" not in {problem.rule for problem in lint(content, date(2028, 11, 1))}
    old = [problem for problem in lint(content, date(2028, 12, 1)) if problem.rule == "E04"]
    assert len(old) == 2


def test_the_sarif_log_has_what_the_standard_requires(tiny: Path, capsys: pytest.CaptureFixture[str]):
    """SARIF 2.1.0: required properties of log, run, tool, driver, rule, result and location, and allowed levels."""
    change(tiny, QUIZ, "why: It is rare.", "whi: It is rare.")
    assert main(["--root", str(tiny), "check", "--format", "sarif"]) == 1
    log = json.loads(capsys.readouterr().out)
    assert log["version"] == "2.1.0"
    [run] = log["runs"]
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert run["tool"]["driver"]["name"] == "redflags"
    assert set(RULES) < set(rules)
    for rule in rules.values():
        assert rule["shortDescription"]["text"]
        assert rule["help"]["text"]
        assert rule["defaultConfiguration"]["level"] in {"error", "warning"}
    assert run["results"]
    for result in run["results"]:
        assert result["ruleId"] in rules
        assert result["level"] in {"error", "warning"}
        assert result["message"]["text"]
        place = result["locations"][0]["physicalLocation"]
        assert not place["artifactLocation"]["uri"].startswith("/")
        assert place["region"]["startLine"] >= 1


def test_the_sarif_log_is_valid_by_the_standard_s_own_schema(tiny: Path, capsys: pytest.CaptureFixture[str]):
    """The schema of OASIS, as Microsoft's SARIF test package carries it."""
    from jsonschema import Draft7Validator

    schemas = ROOT / "frontend" / "node_modules" / "@microsoft" / "jest-sarif" / "lib" / "schemas"
    schema = json.loads((schemas / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
    change(
        tiny,
        QUIZ,
        "    take_home: It is rare.",
        "    waive: {W02: a reason of some length}\n    take_home: It is rare.",
    )
    change(tiny, QUIZ, THIRD, "text: Never anything")
    change(tiny, CHAPTER, PROSE, "It took 24 hours. In one study")
    main(["--root", str(tiny), "check", "--format", "sarif"])
    log = json.loads(capsys.readouterr().out)
    assert len(log["runs"][0]["results"]) >= 2
    assert [error.message for error in Draft7Validator(schema).iter_errors(log)] == []
    log["runs"][0]["results"][0]["level"] = "grave"
    assert list(Draft7Validator(schema).iter_errors(log))


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("        key: [Cord]\n", "        key: [Cord, Bone]\n", "3 of 4 rows in 'Bone'"),
        ("        groups: []\n", "        groups: [See today]\n", "3 of 4 options for 'See today'"),
        (
            "{text: eats little meat, why: No action follows today., misconception: Diet explains pain}",
            "{text: eats little meat, correct: true, why: So.}",
            "3 of 4 spans",
        ),
    ],
    ids=["a column", "a group", "a highlight"],
)
def test_a_column_a_group_or_a_highlight_of_which_most_is_right_is_named(
    types: Path, right: str, wrong: str, message: str
):
    assert [problem for problem in found(types) if problem.rule == "W19"] == []
    change(types, TYPES, right, wrong)
    [hit] = [problem for problem in found(types) if problem.rule == "W19"]
    assert message in hit.message


def test_spans_of_a_highlight_are_judged_as_options_where_that_makes_sense(types: Path):
    before = {(problem.rule, problem.item) for problem in found(types)}
    change(types, TYPES, "{text: has passed", "{text: may have always passed")
    new = {(problem.rule, problem.item) for problem in found(types)} - before
    assert ("W22", "t-highlight") in new
    assert not {rule for rule, item in new if item == "t-highlight"} & {"W02", "W04", "W05", "W12"}


@pytest.mark.parametrize(
    ("counts", "rule"),
    [
        ("[0, 0, 2, 7, 5]", None),
        ("[0, 0, 7, 5, 2]", "mostly say 0"),
        ("[0, 1, 2, 7, 5]", "credit at both signs"),
        ("[9, 5, 1, 0, 0]", None),
    ],
)
def test_a_panel_whose_marks_reward_a_strategy_is_named(types: Path, counts: str, rule: str | None):
    change(types, TYPES, "[0, 0, 2, 7, 5]", counts)
    hits = [problem for problem in found(types) if problem.rule == "W20"]
    assert [hit.item for hit in hits] == (["t-panel"] if rule else [])
    assert all(rule in hit.message for hit in hits if rule)


def test_one_panel_in_ten_may_mostly_say_nought(types: Path):
    text = (types / TYPES).read_text()
    item = text[text.index("  - id: t-panel") : text.index("  - id: t-text")]
    copies = "".join(item.replace("t-panel", f"t-panel-{number}") for number in range(9))
    (types / TYPES).write_text(text.replace(item, item.replace("[0, 0, 2, 7, 5]", "[0, 0, 7, 2, 5]") + copies))
    assert [problem for problem in found(types) if problem.rule == "W20"] == []


def test_a_type_joins_by_having_options_wherever_they_stand():
    made = [Option(text="One", correct=True, why="So."), Option(text="Two", why="No.", misconception="Two")]
    group = Choices(("columns", 0), made)
    assert group.key == 0
    assert group.words == ["One", "Two"]
    assert bank.key_is_longest(SimpleNamespace(words=["longer", "one"], key=0))


def test_every_rule_is_explained_in_the_docs():
    text = (ROOT / "docs" / "linter.md").read_text()
    assert [code for code in RULES if f"### {code}" not in text] == []
