"""Promise: every explorer reads without a script, names its sources, and is held by named traits in a notebook."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import traitlets

from redflags import widgets
from redflags.book.paper import unfold
from redflags.compile import compile_lab, write_compiled
from redflags.labs import LabError, make, names
from redflags.model.evidence import Checked
from redflags.reading import Mention, read_content
from redflags.rules import labs as rule
from redflags.score_lab import NAME as SCORE
from redflags.static_files import STATIC
from redflags.static_lab import SIMULATION, reading
from redflags.widgets.lab import Lab as Widget
from redflags.widgets.show import BOOK_BUILD
from well_formed import well_formed

if TYPE_CHECKING:
    from redflags.labs import Lab
    from redflags.reading import Content

ROOT = Path(__file__).parents[2]
MOST_BYTES = 20_480
"""Of one explorer's script, compressed, without a chart library."""
WIDGETS: dict[str, type[Widget]] = {
    found.lab_name: found
    for found in vars(widgets).values()
    if isinstance(found, type) and issubclass(found, Widget) and found is not Widget
}


@pytest.fixture(scope="module")
def content() -> Content:
    return read_content(ROOT)


@pytest.fixture(params=names())
def lab(request: pytest.FixtureRequest, content: Content) -> Lab:
    return make(content, request.param)


def test_an_explorer_reads_without_a_script_on_paper_too(lab: Lab, content: Content):
    html = reading(compile_lab(content, lab), 3)
    assert not re.search(r"<(script|input|select|button|canvas|iframe)\b", html)
    assert len(re.sub(r"<[^>]+>", " ", html).split()) >= 80
    well_formed(f"<div>{unfold(html)}</div>".replace("&nbsp;", " "))
    assert (SIMULATION in html) == lab.simulation


def test_every_citation_of_an_explorer_is_among_its_evidence(lab: Lab, content: Content):
    assert list(lab.evidence)
    assert set(lab.evidence) <= set(content.evidence)
    assert set(re.findall(r'<cite class="rf-lab-ev">([^<]+)</cite>', lab.html)) <= set(lab.evidence)


def test_an_explorer_is_the_same_bytes_each_time(lab: Lab, content: Content):
    assert json.dumps(compile_lab(content, lab)) == json.dumps(compile_lab(content, make(content, lab.name)))


def test_what_is_kept_is_part_of_the_state(lab: Lab):
    assert set(lab.keeps) <= set(lab.start)


@pytest.mark.parametrize("name", [*names(), SCORE])
def test_the_script_of_an_explorer_is_small(name: str):
    assert len(gzip.compress((STATIC / f"lab-{name}.js").read_bytes(), 9)) <= MOST_BYTES


def test_an_explorer_has_a_widget_with_a_trait_for_each_key_of_its_state(lab: Lab):
    explorer = WIDGETS[lab.name]()
    keys = explorer._keys()
    assert set(keys.values()) == set(lab.start)
    start = json.loads(json.dumps(dict(lab.start)))
    assert {key: getattr(explorer, name) for name, key in keys.items()} == start
    assert explorer.state == {}


def test_what_a_browser_sends_is_held_against_the_traits(lab: Lab):
    explorer = WIDGETS[lab.name]()
    before = {name: getattr(explorer, name) for name in explorer._keys()}
    explorer.state = {key: {"<script>": [None]} for key in explorer._keys().values()}
    assert {name: getattr(explorer, name) for name in explorer._keys()} == before


def test_in_a_book_build_an_explorer_is_html_and_opens_no_comm(lab: Lab, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(BOOK_BUILD, "1")
    explorer = WIDGETS[lab.name]()
    bundle = explorer._repr_mimebundle_()
    assert explorer.comm is None
    assert set(bundle) == {"text/plain", "text/html"}
    assert f'data-lab="{lab.name}"' in bundle["text/html"]


@pytest.mark.parametrize(
    ("body", "options", "words"),
    [
        ("red-flag", {}, "no explorer `red-flag`; there are .*red-flags"),
        ("red-flags", {"mode": "exam"}, "the explorer `red-flags` has no mode `exam`"),
    ],
)
def test_a_page_that_names_a_wrong_explorer_is_told_so(body: str, options: dict[str, str], words: str):
    whole = read_content(ROOT)
    whole.mentions = [Mention("book/x.md", 7, "lab", body, options)]
    (problem,) = rule.check(whole)
    assert (problem.file, problem.line) == ("book/x.md", 7)
    assert re.search(words, problem.message)


def test_a_course_without_an_entry_does_without_the_explorer_but_a_page_that_wants_it_is_told(tmp_path: Path):
    whole = read_content(ROOT)
    del whole.evidence["RF-IND-05"]
    with pytest.raises(LabError, match="RF-IND-05"):
        make(whole, "red-flags")
    problems = [problem for problem in rule.check(whole) if "RF-IND-05" in problem.message]
    assert [problem.file for problem in problems] == ["book/4-recognise/red-flags.md"]
    whole.quizzes, whole.exams, whole.cases, whole.exercises = {}, {}, {}, {}
    write_compiled(whole, tmp_path)
    compiled = {path.stem for path in (tmp_path / "labs").glob("*.json")}
    assert "red-flags" not in compiled
    assert "likelihood-ratio" in compiled


def test_what_nobody_read_is_not_shown(content: Content):
    entry = content.evidence["RF-IND-05"]
    changed = read_content(ROOT)
    changed.evidence["RF-IND-05"] = entry.model_copy(update={"checked": Checked.UNREAD})
    with pytest.raises(LabError, match="unread"):
        make(changed, "red-flags")


# --- the red-flag explorer ---


def test_the_explorer_can_be_driven_and_read_from_python():
    explorer = widgets.RedFlagExplorer(answers={"cancer-before": "yes", "age-50": "yes"})
    found = explorer.result()
    low, high = found["band"]
    assert low == pytest.approx(0.0921, abs=1e-3)
    assert high == pytest.approx(0.2119, abs=1e-3)
    assert found["reach"][0] < low < high < found["reach"][1]
    assert explorer.state["answers"] == {"cancer-before": "yes", "age-50": "yes"}
    explorer.state = {"setting": "emergency"}
    assert (explorer.setting, explorer.answers) == ("emergency", {"cancer-before": "yes"})
    assert explorer.result()["borrowed"] == []
    assert explorer.result()["reach"] is None
    explorer.answers = {"age-50": "no"}
    assert explorer.result()["borrowed"] == ["age-50"]
    explorer.reset()
    assert (explorer.setting, explorer.state) == ("primary", {})


@pytest.mark.parametrize(("flag", "answer"), [("fever", "yes"), ("weak", "yes"), ("no-relief", "no")])
def test_an_answer_that_nobody_with_cancer_gave_has_no_ratio(flag: str, answer: str):
    found = widgets.RedFlagExplorer(answers={flag: answer}).result()
    assert (found["band"], found["not_counted"]) == (None, [flag])


def test_with_a_known_cancer_no_question_is_counted():
    found = widgets.RedFlagExplorer(setting="known").result()
    assert (found["band"], found["counted"]) == (None, [])
    assert found["prior"] == pytest.approx(0.36)


@pytest.mark.parametrize(
    ("name", "value"),
    [("setting", "ward"), ("answers", {"night-pain": "yes"}), ("answers", {"fever": "maybe"}), ("prior", 1.5)],
)
def test_what_the_explorer_cannot_show_is_refused_with_what_it_can(name: str, value: Any):
    explorer = widgets.RedFlagExplorer()
    with pytest.raises(traitlets.TraitError):
        setattr(explorer, name, value)
    assert explorer.state == {}


def test_every_ratio_is_that_of_its_two_by_two_table(content: Content):
    data = make(content, "red-flags").data
    tables = [table for flag in data["flags"] for table in flag["tables"].values() if table["counts"]]
    assert len(tables) == 12
    for table in tables:
        sensitivity, specificity = table["sensitivity"], table["specificity"]
        for answer, ratio in (("yes", sensitivity / (1 - specificity)), ("no", (1 - sensitivity) / specificity)):
            if table[answer] is None:
                assert ratio == 0
            else:
                # The register rounds.
                assert table[answer]["value"] == pytest.approx(ratio, rel=0.03), (table["entry"], answer)
