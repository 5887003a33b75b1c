"""Promise: a cell of the tumour table is cited or unknown; no picture tells its name; clocks of compression run."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
import traitlets
from pydantic import ValidationError

from redflags.clinical.sifting import parts
from redflags.labs import LabError, make
from redflags.labs._rich import html
from redflags.model.tumour import Cell, Tumour
from redflags.reading import read_content
from redflags.rules import check
from redflags.widgets import CordTimeline, TumourTable

if TYPE_CHECKING:
    from pathlib import Path

    from redflags.reading import Content


@pytest.fixture(scope="module")
def data(course: Content) -> dict[str, Any]:
    return dict(make(course, "tumours").data)


def test_a_cell_is_cited_or_it_is_not_there(course: Content, data: dict[str, Any]):
    rows = {row["name"]: row for row in data["rows"]}
    assert len(rows) == len(course.tumours) == 24
    for tumour in course.tumours:
        cells = rows[tumour.name]["cells"]
        assert set(cells) == {str(cell) for cell in Cell} - {str(cell) for cell in tumour.unread}
        for cell, tree in cells.items():
            cited = [node["ev"] for part in tree for node in part if isinstance(node, dict)]
            assert cited, (tumour.name, cell)
            assert set(cited) <= set(course.evidence)


def test_without_scripts_an_unread_cell_says_why(course: Content, data: dict[str, Any]):
    page = make(course, "tumours").html
    unread = sum(len(tumour.unread) for tumour in course.tumours)
    assert len(re.findall(r"<td><em>unknown: [^<]{10,}</em></td>", page)) == unread > 50
    assert all(html(tree) in page for row in data["rows"] for tree in row["cells"].values())


def row(**changes: Any) -> dict[str, Any]:
    cells = {str(cell): f"words {{ev}}`e-{number}`" for number, cell in enumerate(Cell)}
    whole = {"name": "A", "compartment": "extradural", "source": ["x"], **cells, **changes}
    return {key: value for key, value in whole.items() if value is not None}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"age": None}, "`age` is missing: write it, or name it in `unread`"),
        ({"age": "about 50"}, "`age` cites nothing"),
        ({"unread": ["age"]}, "`age` is named as unread and says something"),
        ({"age": None, "unread": ["age"], "marks": {"ages": ["0-19"]}}, "`ages` marks a cell that is unread"),
    ],
)
def test_a_row_that_fills_or_drops_a_cell_is_refused(changes: dict[str, Any], words: str):
    Tumour.model_validate(row())
    with pytest.raises(ValidationError, match=re.escape(words)):
        Tumour.model_validate(row(**changes))


def test_a_wrong_citation_in_the_table_is_found_at_its_line(tiny: Path):
    table = tiny / "book" / "evidence" / "tumour-table.yaml"
    cells = "\n".join(f"    {cell}: words {{ev}}`RF-XX-99`" for cell in Cell)
    table.write_text(f"tumours:\n  - name: A\n    compartment: extradural\n{cells}\n    source: [nothing]\n")
    found = [problem for problem in check(read_content(tiny)) if problem.file.endswith("tumour-table.yaml")]
    assert any("no evidence `RF-XX-99`" in problem.message and problem.line == 4 for problem in found)


def test_a_picture_does_not_tell_its_name_and_what_decides_does(data: dict[str, Any]):
    rows = {one["id"]: one for one in data["rows"]}
    for one in data["rounds"]:
        answer = rows[one["answer"]]
        told = " ".join(
            node if isinstance(node, str) else node["text"]
            for clue in one["clues"]
            for part in answer["cells"].get(clue, [])
            for node in part
        ).lower()
        for word in re.findall(r"[a-z]{6,}", answer["name"].lower()):
            assert word not in told, (answer["name"], word)
        assert one["answer"] in one["options"]
        assert set(one["decides"]) <= set(one["clues"])
        for other in set(one["options"]) - {one["answer"]}:
            stands = [
                rows[other]["cells"].get(clue) == answer["cells"][clue]
                if clue in answer["cells"]
                else parts(answer["marks"][clue], rows[other]["marks"][clue]) == "same"
                for clue in one["decides"]
            ]
            assert not all(stands), (answer["name"], other)


def test_a_round_whose_cell_falls_is_not_asked(course: Content):
    others = [one for one in course.tumours if one.name != "Schwannoma"]
    changed = replace(course, tumours=others)
    with pytest.raises(LabError, match="no `schwannoma`"):
        make(changed, "tumours")


def test_the_table_is_driven_and_read_from_python():
    table = TumourTable(age="0-19", part="arch")
    found = table.found()
    assert found["fits"] == ["Ewing sarcoma", "Aneurysmal bone cyst", "Osteoid osteoma", "Osteoblastoma"]
    assert "Solitary plasmacytoma of bone" in found["unsaid"]
    assert "Multiple myeloma" in found["elsewhere"]
    assert table.row("Multiple myeloma")["mri_t1"] is None
    assert table.row("meningioma")["enhancement"] == "throughout in 91.7%; a dural tail in 58.3%"
    assert table.state == {"age": "0-19", "part": "arch"}
    for name, value in (("age", "12"), ("sort", "colour"), ("pair", ["meningioma"]), ("round", 99)):
        with pytest.raises(traitlets.TraitError):
            setattr(table, name, value)
    with pytest.raises(KeyError, match="no type 'Glioma'"):
        table.row("Glioma")


def test_the_clocks_are_driven_and_read_from_python():
    line = CordTimeline()
    assert [one["verdict"] for one in line.limits()].count("passed") == 3
    line = CordTimeline(pain=3, told=1, weakness=1, called=24)
    assert {one["verdict"] for one in line.limits() if one["limit"] is not None} == {"kept", "not-here"}
    line.bladder = 1
    late = [one for one in line.limits() if one["verdict"] == "passed"]
    assert [(one["where"], one["limit"], one["hours"]) for one in late] == [("UK, 2023", 4, 24)]
    with pytest.raises(traitlets.TraitError):
        line.walks = "slowly"


def test_every_limit_has_a_place_and_a_source_or_says_that_there_is_none(course: Content):
    data = make(course, "cord-timeline").data
    assert {limit["where"].split(",")[0] for limit in data["limits"]} >= {"England", "UK", "Everywhere"}
    for limit in data["limits"]:
        assert bool(limit["evidence"]) == (limit["hours"] is not None)
    assert all(place["evidence"] for place in data["silent"])
