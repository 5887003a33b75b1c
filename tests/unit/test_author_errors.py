"""Promise: whatever an author gets wrong, the error names file and line and says what would be right."""

from __future__ import annotations

from pathlib import Path

import pytest

from redflags.cli import main
from redflags.reading import read_content
from redflags.rules import check

ROOT = Path(__file__).parents[2]
QUIZ = "book/quizzes/first.yaml"
REGISTER = "book/evidence/register.yaml"
CHAPTER = "book/1-one/first.md"

# name: (file, what stands there, what the author wrote instead, message, remedy)
# The error must be on the line where the wrong text begins.
MISTAKES = {
    "a misspelt key": (QUIZ, "why: It is rare.", "whi: It is rare.", "unknown key `whi`", "did you mean `why`?"),
    "an option without its reason": (QUIZ, "      - text: Something serious\n        why: It is rare.",
        "      - text: Something serious", "`why` is missing", "add a line `why"),
    "an item id used twice": (QUIZ, "id: first-2", "id: first-1", "item id `first-1` stands twice", "first.yaml:8"),
    "two keys in a single best answer": (QUIZ, "- text: Something serious\n        why: It is rare.\n        misconception: Serious causes are common\n        right_if: They had come from a specialist clinic.",
        "- text: Something serious\n        why: It is rare.\n        correct: true", "exactly one option", ""),
    "no key at all": (QUIZ, '        correct: true\n        why: "In', '        misconception: none\n        right_if: never\n        why: "In', "here are 0", ""),
    "tab indentation": (QUIZ, "    level: apply\n    stem: A person", "\tlevel: apply\n    stem: A person", "indented with a tab", "spaces"),
    "`No` as an answer": (QUIZ, "text: Nothing at all", "text: No", "YAML reads the bare word as a boolean", ""),
    "a date as an answer": (QUIZ, "text: Nothing at all", "text: 2026-11-21", "YAML reads the bare word", ""),
    "a wrong option without misconception": (QUIZ, "        misconception: Serious causes are common\n", "", "needs `misconception`", ""),
    "a wrong option without `right_if`": (QUIZ, "        right_if: They had no pain.\n", "", "needs `right_if`", ""),
    "an unknown evidence id": (QUIZ, "evidence: [T-1]", "evidence: [T-11]", "no evidence `T-11`", "did you mean `T-1`?"),
    "unread evidence": (QUIZ, "evidence: [T-1]", "evidence: [T-3]", "is `unread`", ""),
    "evidence whose work is incomplete": (QUIZ, "evidence: [T-1]", "evidence: [T-4]", "`metadata-incomplete`", ""),
    "a value that the entry doesn't have": (QUIZ, "{ev}`T-1: {cancers} of", "{ev}`T-1: {tumours} of", "no value `tumours`", ""),
    "a value outside its role": (QUIZ, "{ev}`T-1: {cancers} of", "{ev}`T-1` {cancers} of", "{cancers} stands outside its {ev}", ""),
    "a value outside its role, in a chapter": (CHAPTER, "{ev}`T-2`", "{ev}`T-2` of {patients}", "{patients} stands outside its {ev}", ""),
    "an unknown objective": (QUIZ, "objective: first-aim", "objective: last-aim", "no objective `last-aim`", ""),
    "an unknown item type": (QUIZ, "type: numeric", "type: number", "unknown item type 'number'", "numeric"),
    "an unknown level": (QUIZ, "level: apply\n    stem: In", "level: know\n    stem: In", "'know' is not allowed", "'remember'"),
    "a number that isn't one": (QUIZ, "low: 0.6\n", "low: six\n", "valid number", "'six'"),
    "a range upside down": (QUIZ, "low: 60\n        high: 70", "low: 80\n        high: 70", "`low: 80` is above `high: 70`", ""),
    "a colon inside unquoted text": (QUIZ, "take_home: It is rare.", "take_home: Remember: it is rare: very.", "a colon followed by a space", "quotes"),
    "broken brackets": (QUIZ, "evidence: [T-1]", "evidence: [T-1", "not YAML", ""),
    "a key written twice": (QUIZ, "    level: apply\n    stem: A person", "    level: apply\n    level: apply\n    stem: A person", "`level` stands twice", ""),
    "an alias": (QUIZ, "evidence: [T-1]", "evidence: *all", "aliases", "write the text out"),
    "a tag": (QUIZ, "take_home: It is rare.", "take_home: !!python/object:os.system x", "tags", "remove"),
    "all of the above": (QUIZ, "text: Nothing at all", "text: All of the above", "of the above", "by itself"),
    "two options that say the same": (QUIZ, "text: Nothing at all", "text: nothing serious.", "say the same", ""),
    "a chapter that doesn't exist": (QUIZ, "chapter: 1-one/first", "chapter: 1-one/fist", "no chapter", "1-one/first"),
    "evidence whose work isn't listed": (REGISTER, "source: first1988", "source: first1989", "no work `first1989`", "first1988"),
    "an unknown way of checking": (REGISTER, "checked: second-hand", "checked: guessed", "'guessed' is not allowed", "'read'"),
    "a quiz that doesn't exist, in a chapter": (CHAPTER, "```{quiz} first", "```{quiz} frist", "no quiz `frist`", "first"),
    "a mode that doesn't exist": (CHAPTER, "```{quiz} first", "```{quiz} first\n:mode: exma", "no mode `exma`", "exam"),
    "minutes that are no number": (CHAPTER, "```{quiz} first", "```{quiz} first\n:mode: exam\n:minutes: half an hour", "is no number of minutes", "such as 30"),
    "minutes without an exam": (CHAPTER, "```{quiz} first", "```{quiz} first\n:minutes: 30", "without an exam", "`:mode: exam`"),
    "a slip in what a page says of its terms": (CHAPTER, "---\n# First", "terms: unmarkt\n---\n# First", "`terms: unmarkt` says nothing", "`terms: unmarked`"),
    "unread evidence in a chapter": (CHAPTER, "{ev}`T-2`", "{ev}`T-3`", "is `unread`", ""),
}  # fmt: skip


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


@pytest.mark.parametrize("mistake", MISTAKES)
def test_each_mistake_is_named_with_file_line_and_remedy(mistake: str, tiny: Path):
    file, right, wrong, message, remedy = MISTAKES[mistake]
    path = tiny / file
    before = path.read_text()
    assert right in before, "the tiny course has changed: mend this test"
    after = before.replace(right, wrong, 1)
    path.write_text(after)
    found = check(read_content(tiny))
    hits = [problem for problem in found if message in problem.message and problem.file == file]
    assert hits, f"not found among: {found}"
    assert remedy in hits[0].remedy
    changed = next(n for n, (a, b) in enumerate(zip(before.split("\n"), after.split("\n"), strict=False)) if a != b)
    near = range(changed - 3, changed + 3 + max(right.count("\n"), wrong.count("\n")))
    assert hits[0].line in near, f"line {hits[0].line} is not near the mistake at {changed + 1}"


TYPES = "tests/quizzes/types.yaml"

# As above, in the quiz that holds one item of each later type: (text, what the author wrote instead, message)
TYPE_MISTAKES = {
    "a key that is no column": ("key: [Cord]", "key: [Chord]", "'Chord' is not a column; columns are Cord, Root, Bone"),
    "a column that nothing is right in": ("key: [Root, Cord]", "key: [Cord]", "the column 'Root' needs at least one right"),
    "a row that is too short": ('- [At once, "{first}", To find the level of the compression]', '- [At once, "{first}"]', "the row has 2 cells, the head 3"),
    "a place in a row's name": ('- [At once, "{first}", To', '- ["{first}", At once, To', "the first cell names its row"),
    "a blank that no cell has": ("Give {drug}", "Give {dose}", "the cells have the blanks"),
    "a cause that is no blank": ("cause: cause\n", "cause: reason\n", "'reason' is not a blank; blanks are act, cause"),
    "a group that doesn't exist": ("groups: [Book a scan]\n", "groups: [Book scan]\n", "'Book scan' is not a group"),
    "a bow-tie with one action": ("{text: Give dexamethasone, correct: true, why: It reduces swelling.}\n      - {text: Send", "{text: Give dexamethasone, why: It reduces swelling., misconception: m}\n      - {text: Send", "a bow-tie has 2 correct actions; here are 1"),
    "a bow-tie with three conditions": ("      - {text: Prostatitis, why: It doesn't weaken legs., misconception: Prostate explains all}\n", "", "4 items"),
    "a token for a target that isn't there": ("target: drug", "target: drugs", "'drugs' is not a target; targets are scan, drug"),
    "a token that teaches nothing": ("{text: plain films, why: They miss early disease., misconception: A normal film clears the spine}", "{text: plain films, why: They miss early disease.}", "a token without `target` needs `misconception`"),
    "two tokens for one target": ("target: drug", "target: scan", "each target has exactly one token"),
    "two steps that say the same": ("text: Arrange the MRI", "text: call the senior.", "two steps say the same"),
    "a span that the text doesn't have": ("brought {flowers}", "brought flowers", "the text has the spans"),
    "a key that is no option": ("key: Myeloma", "key: Lymphoma", "'Lymphoma' is not an option"),
    "a right option that kills": ("{text: Call the spinal team, correct: true,", "{text: Call the spinal team, correct: true, killer: true,", "can't be a `killer`"),
    "a record's row that is too short": ('"84", "88", "86"]', '"84", "88"]', "the row has 3 cells: a name and 3 values"),
    "a tab with neither text nor table": ("        text: |\n          06:00. Slept badly. Pain worse lying down.\n\n          14:00. Needs the rail to stand up.\n", "", "needs either `text` or `table`"),
    "two tabs of one name": ("name: Observations", "name: nurses' notes", "two tabs are called"),
    "a figure that isn't there": ("figure: vertebra", "figure: vertebrae", "no figure `book/figures/vertebrae.svg`"),
    "two right regions": ("        why: Muscles hold on there.\n        misconception: The side of a sign is the side of a bone\n", "        correct: true\n        why: Muscles hold on there.\n", "an image hotspot has exactly one option"),
    "a region without a shape": ("        shape: {circle: [240, 312, 44]}\n", "", "`shape` is missing"),
    "a shape of two": ("{circle: [240, 312, 44]}", "{circle: [240, 312, 44], rect: [0, 0, 90, 90]}", "exactly one of circle, ellipse, rect, polygon"),
    "a region beyond the drawing": ("{circle: [240, 312, 44]}", "{circle: [240, 330, 44]}", "the region lies outside the drawing, whose view box is 0 0 480 360"),
    "a region too small for a finger": ("{circle: [240, 312, 44]}", "{circle: [240, 312, 40]}", "the region is 43 pixels small on a phone, and a finger needs 44"),
    "a region over another's middle": ("{circle: [240, 312, 44]}", "{circle: [240, 210, 50]}", "its middle lies in the region B (The round space in the middle)"),
    "a shape around its own letter": ("{circle: [240, 312, 44]}", "{polygon: [[0, 0], [480, 0], [480, 360], [470, 360], [470, 10], [0, 10]]}", "where its letter stands, lies outside it"),
    "a panel of four answers": ("[0, 0, 2, 7, 5]", "[0, 2, 7, 5]", "at least 5 items"),
    "a panel in which nobody answered": ("[0, 0, 2, 7, 5]", "[0, 0, 0, 0, 0]", "nobody answered: leave out `panel`"),
    "a panel from nowhere": ("source: first1988, evidence", "source: first1989, evidence", "no work `first1989` in references.bib"),
    "a panel whose evidence the item doesn't name": ("source: first1988, evidence: T-1", "source: first1988, evidence: T-2", "must stand in the item's `evidence` too"),
    "an unknown direction": ("direction: less", "direction: down", "'down' is not allowed"),
    "two points of one name": ("{id: until,", "{id: why,", "two points are called `why`"),
    "a checklist of one": ("      - {id: until, text: Says until when, why: Without an end it sounds like a sentence.}\n      - {id: help, text: Offers help with turning, why: She can't do it alone.}\n", "", "at least 2 items"),
    "a cap below the key": ("max_responses: 3", "max_responses: 2", "3 correct options, where 1 to `max_responses`"),
}  # fmt: skip


@pytest.mark.parametrize("mistake", TYPE_MISTAKES)
def test_each_mistake_in_a_later_type_is_named_with_its_line(mistake: str, tiny: Path):
    right, wrong, message = TYPE_MISTAKES[mistake]
    before = (ROOT / TYPES).read_text()
    assert right in before, "the quiz of all types has changed: mend this test"
    path = tiny / "book" / "quizzes" / "types.yaml"
    path.write_text(before.replace(right, wrong, 1))
    hits = [problem for problem in check(read_content(tiny)) if message in problem.message]
    assert hits, f"not found among: {check(read_content(tiny))}"
    # Some rules are about a whole item, and are told where it begins.
    item = before[: before.index(right)].rindex("  - id: t-")
    assert before[:item].count("\n") < hits[0].line <= line_of(before, right) + right.count("\n") + 3


CASE = "tests/quizzes/case.yaml"

# As above, in a quiz that holds a case study.
CASE_MISTAKES = {
    "steps in another order": ("step: analyse-cues", "step: take-action", "step 2 of a case is `analyse-cues`, not `take-action`"),
    "a step that doesn't exist": ("step: analyse-cues", "step: analyze-cues", "'analyze-cues' is not allowed"),
    "an addition to an unknown tab": ("- tab: Vital signs", "- tab: Vital sings", "no tab 'Vital sings'; tabs are Nurses' notes, Vital signs"),
    "a new tab of an old name": ("- name: Bladder scan", "- name: vital signs", "there is a tab 'vital signs' already"),
    "text for a tab with a table": ('text: "07:00. Steroid', 'table: {times: ["07:00"], rows: [[Power, "4"]]}  # "07:00. Steroid', "holds text, and so must what is added"),
    "a time that is there already": ('times: ["23:00"]', 'times: ["20:00"]', "has the time '20:00' already"),
    "a row that the tab doesn't have": ('["Pulse, per minute", "92"]', '["Power", "92"]', "no row 'Power'; rows are Pulse, per minute"),
    "an addition to no tab at all": ("- tab: Vital signs\n", "- text: Nothing.\n", "names either a new tab (`name`) or one that is there"),
    "a citation that isn't there, in a record": ("22:00. Asks", "22:00. {ev}`T-9` Asks", "no evidence `T-9`"),
    "an item with the id of its case": ("id: c-cues", "id: c-night", "item id `c-night` stands twice"),
    "a stem that gives a later answer away": ("stem: You take over for the night.", "stem: You call the doctor on duty and take over.", "gives away the answer to `c-solutions`"),
    "a record that gives a later answer away": ("Ate half", "Told to keep her lying flat until seen. Ate half", "gives away the answer to `c-solutions`"),
}  # fmt: skip


@pytest.mark.parametrize("mistake", CASE_MISTAKES)
def test_each_mistake_in_a_case_is_named_with_its_line(mistake: str, tiny: Path):
    right, wrong, message = CASE_MISTAKES[mistake]
    before = (ROOT / CASE).read_text()
    after = before.replace(right, wrong, 1)
    assert after != before, "the case has changed: mend this test"
    path = tiny / "book" / "quizzes" / "case.yaml"
    path.write_text(after)
    hits = [problem for problem in check(read_content(tiny)) if message in problem.message]
    assert hits, f"not found among: {check(read_content(tiny))}"
    assert hits[0].file == "book/quizzes/case.yaml"
    line = line_of(before, right)
    assert line - 6 <= hits[0].line <= line + 3


def test_a_case_of_five_steps_and_a_part_of_a_case_are_refused(tiny: Path):
    case, chapter = tiny / "book" / "quizzes" / "case.yaml", tiny / CHAPTER
    text = (ROOT / CASE).read_text()
    case.write_text(text[: text.index("      - step: evaluate-outcomes")])
    [problem] = [problem for problem in check(read_content(tiny)) if problem.file.endswith("case.yaml")]
    assert "here are 5" in problem.message
    case.write_text(text)
    chapter.write_text(chapter.read_text() + "\n```{quiz} case\n:items: c-night\n```\n")
    assert check(read_content(tiny)) == []
    chapter.write_text(chapter.read_text().replace(":items: c-night", ":items: c-cues"))
    assert "no item `c-cues`" in " ".join(problem.message for problem in check(read_content(tiny)))


def test_a_marked_quiz_is_never_practised_or_reviewed(tiny: Path):
    quiz, chapter = tiny / QUIZ, tiny / CHAPTER
    quiz.write_text(quiz.read_text().replace("title: First\n", "title: First\nmarked: true\n"))
    before = chapter.read_text()
    assert check(read_content(tiny)) == []
    for mode in ("practice", "review"):
        chapter.write_text(before.replace("```{quiz} first", f"```{{quiz}} first\n:mode: {mode}"))
        messages = [problem.message for problem in check(read_content(tiny))]
        assert "`first` is marked, so that it is always an exam" in messages


def test_a_byte_order_mark_and_windows_line_ends_are_named(tiny: Path):
    path = tiny / QUIZ
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    messages = {(problem.line, problem.message) for problem in check(read_content(tiny))}
    assert (1, "the file begins with a byte-order mark") in messages
    assert (1, "the line ends the Windows way (CR LF)") in messages


def test_a_file_of_5_mb_is_refused_without_reading_it(tiny: Path):
    (tiny / QUIZ).write_text("title: " + "x" * 5_000_000)
    [problem] = [p for p in check(read_content(tiny)) if p.file == QUIZ]
    assert problem.line == 1
    assert "5.0 MB" in problem.message
    assert "split it" in problem.remedy


def test_text_that_is_not_utf8_is_named_by_its_line(tiny: Path):
    path = tiny / QUIZ
    path.write_bytes(path.read_bytes().replace(b"It is rare.", b"It is r\xe4re.", 1))
    [problem] = [p for p in check(read_content(tiny)) if "UTF-8" in p.message]
    assert problem.line == path.read_bytes()[: path.read_bytes().index(b"\xe4")].count(b"\n") + 1


def test_an_empty_file_says_what_it_should_hold(tiny: Path):
    (tiny / QUIZ).write_text("")
    [problem] = [p for p in check(read_content(tiny)) if p.file == QUIZ]
    assert "`title`" in problem.remedy


def test_brackets_nested_a_hundred_thousand_deep_do_not_crash(tiny: Path):
    (tiny / QUIZ).write_text("title: " + "[" * 100_000)
    assert any("nested more than" in problem.message for problem in check(read_content(tiny)))


def test_all_mistakes_of_all_files_come_at_once(tiny: Path):
    for file, right, wrong, *_ in (MISTAKES["a misspelt key"], MISTAKES["an unknown way of checking"]):
        path = tiny / file
        path.write_text(path.read_text().replace(right, wrong, 1))
    text = (tiny / QUIZ).read_text().replace('    unit: "%"\n', "", 1)
    (tiny / QUIZ).write_text(text)
    problems = check(read_content(tiny))
    assert {problem.file for problem in problems} >= {QUIZ, REGISTER}
    assert len([problem for problem in problems if problem.file == QUIZ]) >= 2


def test_the_command_prints_the_problems_and_its_exit_code_says_it(tiny: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["--root", str(tiny), "check"]) == 0
    assert "no error" in capsys.readouterr().out
    path = tiny / QUIZ
    path.write_text(path.read_text().replace("why: It is rare.", "whi: It is rare.", 1))
    assert main(["--root", str(tiny), "check"]) == 1
    printed = capsys.readouterr().err
    assert f"{QUIZ}:19: unknown key `whi`" in printed
    assert "Traceback" not in printed


def test_outside_a_course_the_command_says_where_to_go(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["--root", str(tmp_path), "check"]) == 1
    assert "no course here or above" in capsys.readouterr().err
