"""Promise: a number in prose is the register's, and what nobody read can't be cited."""

from __future__ import annotations

from pathlib import Path

import pytest

from redflags.cite import CitationError, fill, require_citable
from redflags.model.text import RichText, split_evidence
from redflags.reading import Content, read_content
from redflags.references import read_references

TINY = Path(__file__).parents[1] / "books" / "tiny"


@pytest.fixture(scope="module")
def content() -> Content:
    return read_content(TINY)


@pytest.mark.parametrize(
    ("template", "shown"),
    [
        ("{cancers} of {patients} people", "13 of 1,975 people"),
        ("{share}", "0.66%"),
        ("{share:.1f}", "0.7%"),
        ("{interval}", "0.35 to 1.13%"),
        ("{change}", "\N{MINUS SIGN}0.4"),
        ("nothing to fill", "nothing to fill"),
        ("", ""),
    ],
)
def test_values_are_shown_as_prose_shows_them(content: Content, template: str, shown: str):
    assert fill(content.evidence["T-1"], template) == shown


@pytest.mark.parametrize("template", ["{tumours}", "{cancers:%Y}", "{cancers", "cancers}", "{0}"])
def test_a_template_that_does_not_fit_is_refused(content: Content, template: str):
    with pytest.raises(CitationError, match="T-1"):
        fill(content.evidence["T-1"], template)


def test_only_checked_entries_with_complete_works_can_be_cited(content: Content):
    require_citable(content.evidence["T-1"], content.references)
    require_citable(content.evidence["T-2"], content.references)
    for entry in ("T-3", "T-4"):
        with pytest.raises(CitationError, match=entry):
            require_citable(content.evidence[entry], content.references)


def test_works_are_formatted_for_a_reader(content: Content):
    work = content.references["first1988"]
    assert work.text == "First A, Second B, Third C, et al. A title with ümlaut. Journal. 1988;3:230\N{EN DASH}238."
    assert work.url == "https://doi.org/10.1000/1"
    assert content.references["second1990"].url == "https://pubmed.ncbi.nlm.nih.gov/12345/"


def test_rich_text_is_a_tree_and_html_in_it_stays_text():
    text = RichText("A *b **c*** `d` {ev}`T-1: {cancers}` <b>e</b>\n\nNext.")
    assert text.paragraphs == [
        [
            "A ",
            {"em": ["b ", {"strong": ["c"]}]},
            " ",
            {"code": "d"},
            " ",
            {"ev": "T-1", "show": "{cancers}"},
            " <b>e</b>",
        ],
        ["Next."],
    ]
    assert split_evidence("T-1") == ("T-1", "")


def test_a_title_has_the_quotation_marks_that_are_printed(tmp_path):
    bib = tmp_path / "references.bib"
    bib.write_text("@article{a, author={Author, A}, title={A ``flag'' via a `line' -- Batson's}, year={2001}}")
    works, problems = read_references(bib, "references.bib")
    assert problems == []
    dash, marks = "\N{EN DASH}", ("\N{LEFT DOUBLE QUOTATION MARK}", "\N{RIGHT DOUBLE QUOTATION MARK}")
    single = ("\N{LEFT SINGLE QUOTATION MARK}", "\N{RIGHT SINGLE QUOTATION MARK}")
    assert f"A {marks[0]}flag{marks[1]} via a {single[0]}line{single[1]} {dash} Batson's" in works["a"].text


def test_one_work_stands_once_whatever_its_key(tmp_path: Path):
    bib = tmp_path / "references.bib"
    bib.write_text("@misc{a, title={A},\n  doi = {10.1/x},\n}\n@misc{b, title={The same},\n  doi = {10.1/X},\n}\n")
    _, problems = read_references(bib, "references.bib")
    assert [(problem.line, problem.message) for problem in problems] == [
        (5, "the work with the DOI 10.1/X stands twice")
    ]
