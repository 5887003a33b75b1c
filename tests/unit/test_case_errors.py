"""Promise: whatever the author of a virtual patient gets wrong, the error names file and line and a way to mend it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from redflags.cli import main
from redflags.reading import read_content
from redflags.rules import check, lint
from redflags.rules.catalogue import RULES

# name: (what stands there, what the author wrote instead, message, remedy, rule)
# The error must be on a line that the mistake changes, or next to it.
MISTAKES = {
    # --- the file itself ---
    "a misspelt key": ("    why: It is quick.", "    whi: It is quick.", "unknown key `whi`", "did you mean `why`?", ""),
    "a comma inside braces": ("text: He cries out. You stop.}", "text: He cries out, you stop.}", "`you stop.` is read as a key", "quotes", ""),
    "an act without its reason": ("{use: ask-weight, value: useful, why: It costs two minutes., ", "{use: ask-weight, value: useful, ", "say why the act is useful", "", ""),
    "an unknown worth": ("{use: greet, value: neutral", "{use: greet, value: nice", "'nice' is not allowed", "'critical'", ""),
    "an unknown kind of act": ("kind: disposition", "kind: discharge", "'discharge' is not allowed", "'disposition'", ""),
    "an act of its own without a label": ("    label: Ring the team that treats such scans\n", "", "needs `label`", "", ""),
    "other words for a common act": ("{use: greet, ", "{use: greet, label: Shake hands, ", "stands in the catalogue", "", ""),
    "an act that gives nothing": ("    gives: [{text: He cries out. You stop.}]\n", "", "needs either `gives` or `result: normal`", "", ""),
    "an outcome that nothing can pass": ("- when: {neuro: [A, B, C]}\n        text: “I have not been", "- text: “I have not been", "no later outcome can be reached", "", ""),
    "a last outcome with a condition": ("- text: “No trouble there.”", "- {when: {pain_at_least: 1}, text: “No trouble there.”}", "the last outcome has no `when`", "", ""),
    "an empty condition": ("{when: {neuro: [D, E]}, text: He walks", "{when: {}, text: He walks", "names no condition", "", ""),
    "a grade that isn't one": ("state: {neuro: D, pain: 7}", "state: {neuro: F, pain: 7}", "'F' is not allowed", "'E'", ""),
    "more pain than there is": ("pain: 7}", "pain: 12}", "less than or equal to 10", "'12'", ""),
    "a start without a weekday": ('start: "Wednesday 18:40"', 'start: "18:40"', "should match pattern", "'18:40'", ""),
    "a bare no": ("{id: stiff-walk, text: Walks stiffly and holds on}", "{id: stiff-walk, text: No}", "YAML reads the bare word", "", "E15"),
    "a change that changes nothing": ("then: {pain: 4}", "then: {}", "nothing changes", "", ""),
    "two answers": ("{id: disc, text: Disc herniation with nerve-root pain, cancer: false}", "{id: disc, text: Disc herniation with nerve-root pain, cancer: false, answer: true}", "here are 2", "", ""),
    "too few features": ("features: [age and sex, treated cancer, weeks and growing, both legs, a level]", "features: [age and sex]", "at least 5 items", "", "E07"),
    "one voice": ("  oncologist: What did the kidney grow?\n", "", "at least 2 voices", "", ""),
    "a weight that isn't one": ("brisk: {deposit: 2, ", "brisk: {deposit: 3, ", "less than or equal to 2", "'3'", ""),
    "an ending without a way to it": ("- {when: {neuro: [D, E]}, text: He walks", "- {text: He walks", "all endings but the last have a `when`", "", ""),
    "a path without an answer": ("      opening: {ranks: [strain], cancer: 1}\n", "", "`opening` is missing", "opening", ""),
    # --- names ---
    "an act that the catalogue lacks": ("use: examine-spine", "use: examine-spin", "no act `examine-spin` in book/actions.yaml", "examine-spine", ""),
    "a finding that isn't listed": ("findings: [five-weeks]", "findings: [four-weeks]", "no finding `four-weeks`", "five-weeks", ""),
    "a diagnosis that isn't listed": ("final: [deposit, abscess, fracture]\nreference", "final: [deposit, abcess, fracture]\nreference", "no diagnosis `abcess`", "abscess", ""),
    "an act of a path that isn't there": ("      - examine-spine\n", "      - examine-spleen\n", "no act `examine-spleen`", "examine-spine", ""),
    "a flag that nothing sets": ("needs: {flags: [team-knows]", "needs: {flags: [teem-knows]", "nothing sets the flag `teem-knows`", "team-knows", ""),
    "an objective that isn't the course's": ("objectives: [first-aim]", "objectives: [first-aims]", "no objective `first-aims`", "first-aim", ""),
    "an act that stands twice": ("{use: ask-fever, ", "{use: ask-weight, ", "`ask-weight` stands twice", "remove one", ""),
    "a diagnosis ranked twice": ("opening: [disc, deposit, stenosis]", "opening: [disc, deposit, disc]", "`disc` is ranked twice", "once", ""),
    "a normal result that has no words": ("{use: examine-belly, value: neutral, result: normal}", "{use: ask-night-2, value: neutral, result: normal}", "no act `ask-night-2`", "ask-night", ""),
    "no normal words": ("{use: greet, value: neutral, gives: [{text: He nods and lets go of the rail.}]}", "{use: greet, value: neutral, result: normal}", "no `normal` words for `greet`", "write `gives`", ""),
    # --- the register ---
    "evidence that isn't there": ("{ev}`C-2: {prevalence}`", "{ev}`C-9: {prevalence}`", "no evidence `C-9`", "did you mean `C-", ""),
    "a ratio without its entry": ("evidence: C-2, value: LR_pos", "evidence: C-9, value: LR_pos", "no evidence `C-9`", "did you mean `C-", ""),
    "a value that isn't there": ("prior: {evidence: C-2, value: prevalence}", "prior: {evidence: C-2, value: prevalance}", "no value `prevalance`", "", ""),
    "unread evidence": ("A history changes the odds {ev}`C-2`.", "A history changes the odds {ev}`T-3`.", "is `unread`", "", ""),
    "a ratio that is none": ("value: LR_pos, interval", "value: prevalence, interval", "`prevalence` is in '%'", "LR", ""),
    "an interval that isn't there": ("interval: LR_pos_ci95", "interval: LR_pos", "no interval `LR_pos`", "LR_pos_ci95", ""),
    "a limit that its entry doesn't hold": ("window: {minutes: 1440, evidence: C-1}", "window: {minutes: 720, evidence: C-1}", "C-1 does not say 720 minutes", "24 hours", "E18"),
    "a number without a source": ("why: It buys time.", "why: It buys 12 hours.", "'12 hours' has no source", "{ev}", "E10"),
    "a story that cites": ("gives: [{text: Given.}]", "gives: [{text: 'Given {ev}`C-1`.'}]", "the story cites C-1", "`why`", "E10"),
    "a point without a source": ('- "A history changes the odds {ev}`C-2`."', '- "A history changes the odds."', "without a source", "cite it", "E20"),
    # --- words ---
    "a title that gives it away": ("title: Wednesday evening, a bus", "title: Metastasis evening, a bus", "the title says 'metastasis'", "encounter", "E16"),
    "an act that gives it away": ("label: Ring the team that treats such scans", "label: Ring the metastasis team", "the act says 'metastasis'", "the act", "E16"),
    "words that stigmatise": ("life: Drives a night bus", "life: A poor historian who drives a night bus", "stigmatises", "", "W21"),
    "a telephone number": ("text: “Nights. My wife works days.”", "text: “Nights. Ring my wife on 01632 960 983.”", "a telephone number", "remove", "E11"),
    "an abbreviation": ("why: It buys time.", "why: It buys time for RTx and for SABR.", "SABR is not written out", "full words", "W15"),
    "hard speech": ("text: Worn discs. The cord isn't in the picture.", "text: “Degenerative intervertebral abnormalities predominantly affecting lumbosacral articulations were radiologically demonstrable throughout the examination that you underwent this afternoon in radiology.”", "spoken words at reading grade", "shorter", "W16"),
    # --- what can be chosen ---
    "a test that ends": ("  - use: bladder-scan\n    value: useful", "  - use: bladder-scan\n    ends: true\n    value: useful", "only a disposition ends a case", "remove `ends`", "E20"),
    "a limit on a useful act": ("  - use: steroid\n", "  - use: steroid\n    window: {minutes: 1440, evidence: C-1}\n", "only a critical act has a time limit", "critical", "E20"),
    "a short opening": ("He sits down slowly and keeps his back very straight. “It has been\n  five weeks. Tonight I could not get up the step of my own bus. My wife said go, so I came.”", "He sits.", "the opening has 11 words", "first words", "E20"),
    "an expert who is wrong": ("final: [deposit, abscess, fracture]\nreference", "final: [abscess, deposit, fracture]\nreference", "doesn't begin with the answer", "`deposit` first", "E20"),
    # --- what can come about ---
    "a need that nothing meets": ("needs: {flags: [scan-known], say", "needs: {neuro: [E], flags: [scan-known], say", "the act `call-team` can never come about", "conditions", "E17"),
    "a finding that nothing gives": ("gives: [{text: Knees and ankles are brisk., findings: [brisk]}]", "gives: [{text: Knees and ankles are brisk.}]", "the finding `brisk` can never", "remove", "E17"),
    "an outcome that can't be": ("{when: {neuro: [A, B, C]}, text: It holds", "{when: {pain_at_least: 10}, text: It holds", "this outcome of `bladder-scan` can never", "", "E17"),
    "a change after the end": ("- after: 600\n    unless: [steroid", "- after: 6000\n    unless: [steroid", "this change can never", "", "E17"),
    "an ending that can't be": ("- {when: {neuro: [D, E]}, text: He walks", "- {when: {pain_at_least: 9}, text: He walks", "this ending can never", "", "E17"),
    # --- paths ---
    "marks that aren't earned": ("harm: 0, ", "harm: 1, ", "the path earns harm 0, the file asserts 1", "write `harm: 0`", "E19"),
    "a mark that the case doesn't have": ("    window: {minutes: 1440, evidence: C-1}\n    sets", "    sets", "the path earns timeliness none", "leave the mark out", "E19"),
    "a path that goes on for ever": ("{wait: next}, home-leaflet]", "{wait: next}]", "the path doesn't end", "an act that ends", "E19"),
    "an act done twice": ("      - ask-onset\n", "      - ask-onset\n      - ask-onset\n", "`ask-onset` is refused: it was done before", "redflags play", "E19"),
    "an expert who is turned away": ("      - {wait: next}\n      - wait: 180\n", "", "`call-team` is turned away", "redflags play", "E19"),
    "an expert who is late": ("      - whole-mri\n      - steroid\n", "      - steroid\n      - wait: 1300\n      - whole-mri\n", "no result of `whole-mri` within its 1440 minutes", "earlier", "E18"),
    "a safety rule that carelessness escapes": ("any_of: [whole-mri]\n  within: {minutes: 1440, evidence: C-1}", "any_of: [whole-mri]\n  within: {minutes: 1440, evidence: C-1, from: team-knows}", "whoever does nothing at all is not failed by the safety rule", "a transition sets", "E18"),
    "a path that goes wrong": ("      - whole-mri\n      - steroid\n", "      - whole-mri\n      - steroid\n      - manipulation\n", "the expert's path has harm 1", "it must be 0", "E19"),
    # --- the page ---
    "another title on the page": ("title: Wednesday evening, a bus driver", "title: Wednesday night, a bus driver", "the page's title is not the case's", "# Wednesday night", ""),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES)
def test_each_mistake_is_named_with_its_line_and_a_remedy(mistake: str, with_case: Path):
    right, wrong, message, remedy, rule = MISTAKES[mistake]
    before = with_case.read_text(encoding="utf-8")
    assert right in before, "the case has changed: mend this test"
    after = before.replace(right, wrong, 1)
    with_case.write_text(after, encoding="utf-8")
    found = lint(read_content(with_case.parents[2]))
    hits = [problem for problem in found if message in problem.message]
    assert hits, f"not found among: {[str(problem) for problem in found]}"
    assert remedy in hits[0].remedy
    assert hits[0].rule == rule
    changed = after[: before.index(right)].count("\n") + 1
    if hits[0].file.endswith(".md"):
        return
    assert hits[0].file == "book/cases/the-step.yaml"
    if rule not in {"E17", "E18", "E19"}:
        # Those are about the whole: what can't come about stands elsewhere than the condition that forbids it.
        assert changed - 3 <= hits[0].line <= changed + 3 + wrong.count("\n")
    assert hits[0].text


def test_a_sound_case_has_no_problem(with_case: Path):
    assert check(read_content(with_case.parents[2])) == []


def test_a_case_without_mistakes_to_make_is_refused(with_case: Path):
    text = with_case.read_text(encoding="utf-8")
    for worth in ("harmful", "wasteful"):
        text = text.replace(f"value: {worth}", "value: useful")
    with_case.write_text(text, encoding="utf-8")
    messages = [problem.message for problem in check(read_content(with_case.parents[2])) if problem.rule == "E20"]
    assert messages == ["0 harmful act; at least 1", "0 wasteful or harmful acts; at least 3"]


def test_a_case_has_a_page_and_a_page_a_case(with_case: Path):
    root = with_case.parents[2]
    page = root / "book" / "8-patients" / "the-step.md"
    page.write_text(page.read_text().replace("{case} the-step", "{case} the-stop"))
    messages = [problem.message for problem in check(read_content(root))]
    assert "no case `the-stop` in book/cases" in messages
    assert "no page shows the case `the-step`" in messages


def test_a_reason_lets_a_warning_stand_and_nothing_else(with_case: Path):
    before = with_case.read_text(encoding="utf-8").replace("why: It buys time.", "why: It buys time for SABR.")
    with_case.write_text(
        f"{before}waive: {{W15: Everybody in this test knows it, E17: It is what I want, W01: It is not so here}}\n"
    )
    found = lint(read_content(with_case.parents[2]))
    [waived] = [problem for problem in found if problem.waived]
    assert (waived.rule, waived.item) == ("W15", "case the-step")
    messages = [problem.message for problem in found]
    assert "E17 can't be waived" in messages
    assert "`waive` names W01, which nothing here breaks" in messages


def test_every_rule_for_cases_is_broken_by_some_mistake_here():
    broken = {rule for *_, rule in MISTAKES.values()}
    assert {code for code in RULES if code in {"E16", "E17", "E18", "E19", "E20"}} <= broken


def test_a_catalogue_that_is_wrong_is_named_too(with_case: Path):
    catalogue = with_case.parents[1] / "actions.yaml"
    catalogue.write_text(catalogue.read_text().replace("{evidence: C-3, value: film}", "{evidence: C-1, value: limit}"))
    [problem] = check(read_content(with_case.parents[2]))
    assert (problem.file, problem.message) == ("book/actions.yaml", "C-1: `limit` is in 'hours'")
    assert "mSv" in problem.remedy


def test_an_author_sees_a_path_minute_by_minute(with_case: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["play", str(with_case), "--path", "careless"]) == 0
    shown = capsys.readouterr().out
    assert "98 Wed 20:18  result      lumbar-film (wasteful; no finding): No fracture seen." in shown
    assert "harm          2   (asserted: 2)" in shown
    assert "== expert ==" not in shown
    with_case.write_text(with_case.read_text(encoding="utf-8").replace("findings: [brisk]", "findings: [brusk]"))
    assert main(["play", str(with_case)]) == 1
    assert "no finding `brusk`" in capsys.readouterr().err


GUIDE = Path(__file__).parents[2] / "docs" / "writing-a-case.md"


def test_the_guides_worked_example_is_the_books_own_case():
    guide = GUIDE.read_text(encoding="utf-8")
    example = guide[guide.index("## A worked example") : guide.index("## See it")]
    [name] = set(re.findall(r"book/cases/([a-z-]+)[.]yaml", example))
    case = (GUIDE.parents[1] / "book" / "cases" / f"{name}.yaml").read_text(encoding="utf-8")
    pieces = [
        piece
        for block in re.findall(r"```yaml\n(.*?)```", example, re.DOTALL)
        for piece in re.split("^…\n", block, flags=re.MULTILINE)
    ]
    assert len(pieces) >= 10
    assert [piece for piece in pieces if piece not in case] == []
