"""Promise: whatever anybody writes stays text; what would be more than text is refused with file, line and remedy."""

from __future__ import annotations

import dataclasses
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hostile import BREAKOUT, PAYLOADS, hostile, poisoned
from nightly import NIGHTLY
from redflags.compile import compile_exam, compile_lab, compile_patient, compile_quiz
from redflags.labs import make, names
from redflags.model.text import RichText
from redflags.reading import read_content
from redflags.rules import check
from redflags.static_answers import rich
from redflags.static_case import case_html
from redflags.static_html import quiz_html, script_json
from redflags.static_lab import lab_html

if TYPE_CHECKING:
    from collections.abc import Iterator

    from redflags.reading import Content

ROOT = Path(__file__).parents[2]
KEEP = frozenset({"svg", "outline", "type", "when", "neuro", "script", "experts", "paths", "html"})
"""Markup that was held against a list of its own, and words that are looked up in tables of ours."""


class _Seen(HTMLParser):
    """Counts elements with their attributes' names, and collects the text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: Counter[tuple[str, ...]] = Counter()
        self.words = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag, *(name for name, _ in attrs)] += 1

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_comment(self, data: str) -> None:
        self.tags["a comment", data] += 1


def pieces(course: Content) -> Iterator[tuple[str, Any, Any]]:
    """Return what the build writes from data: its name, the data, and what makes it HTML."""
    for name in course.quizzes:
        yield name, compile_quiz(course, name), quiz_html
    for name in course.exams:
        yield name, compile_exam(course, name, course.chapters), quiz_html
    for name in course.cases:
        yield name, compile_patient(course, name), lambda case: case_html(case, 2, "")
    for name in names():
        yield name, compile_lab(course, make(course, name)), lambda lab: lab_html(lab, 3, "", "")


def test_no_text_of_a_quiz_an_exam_a_patient_or_an_explorer_becomes_an_element(course: Content):
    for name, data, html in list(pieces(course))[:: 1 if NIGHTLY else 5]:
        clean, evil = _Seen(html(data)), _Seen(html(poisoned(data, KEEP)))
        assert evil.tags == clean.tags, name
        assert BREAKOUT in evil.words, name


def test_no_word_of_the_register_becomes_an_element_of_an_explorer(course: Content):
    evidence = {
        name: entry.model_copy(update={key: hostile(getattr(entry, key)) for key in ("claim", "population", "locator")})
        for name, entry in course.evidence.items()
    }
    evil = dataclasses.replace(course, evidence=evidence)
    for name in names():
        assert _Seen(make(evil, name).html).tags == _Seen(make(course, name).html).tags, name


ANY_TEXT = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from([*PAYLOADS, BREAKOUT, "*", "**", "`", "\\", "_", "\n\n", "&lt;"])).map("".join),
)


@settings(max_examples=300, deadline=None)
@given(ANY_TEXT)
def test_any_markdown_becomes_emphasis_and_code_and_nothing_else(source: str):
    try:
        paragraphs = RichText(source).paragraphs
    except ValueError:
        return
    shown = _Seen(rich([[node for node in one if isinstance(node, str) or "ev" not in node] for one in paragraphs]))
    assert set(shown.tags) <= {("em",), ("strong",), ("code",), ("br",)}


@settings(max_examples=300, deadline=None)
@given(ANY_TEXT)
def test_any_text_in_a_script_of_data_stays_in_it(text: str):
    told = script_json({"text": text})
    assert "<" not in told
    assert not set(told) & {"\N{LINE SEPARATOR}", "\N{PARAGRAPH SEPARATOR}"}


@pytest.mark.parametrize(
    ("page", "message"),
    [
        ("<script>ran()</script>", "HTML in a page"),
        ("Words <img src=x onerror=ran()> in them", "HTML in a page"),
        ("| a |\n|---|\n| <b>x</b> |", "HTML in a page"),
        ("## A heading <svg onload=ran()>", "HTML in a page"),
        ("## About `<svg onload=ran()>`", "markup in a heading"),
        ("<!-- hidden -->", "HTML in a page"),
        ("<style>p { display: none }</style>", "HTML in a page"),
        ("```{admonition} Title <i>x</i>\nWords\n```", "HTML in a page"),
        ("```{note}\nWords\n\n<iframe srcdoc=x></iframe>\n```", "HTML in a page"),
        (":::{note}\n<form action=//x>\n:::", "HTML in a page"),
        ("```{raw} html\n<b>x</b>\n```", "the directive `{raw}` is none of a page's"),
        (":::{raw} html\n<b>x</b>\n:::", "the directive `{raw}` is none of a page's"),
        ("```{eval-rst}\n.. raw:: html\n\n   <b>x</b>\n```", "the directive `{eval-rst}` is none of a page's"),
        ("```{include} ../other.txt\n```", "the directive `{include}` is none of a page's"),
        ("```{figure} x.png\n:alt: A\n:target: javascript:ran()\n```", "an address that begins with `javascript:`"),
        ("```{image} https://hostile.invalid/x.png\n:alt: A\n```", "a picture from elsewhere"),
        ("![A](//hostile.invalid/x.png)", "a picture from elsewhere"),
        ("![A](data:image/png;base64,AAAA)", "a picture from elsewhere"),
    ],
)
def test_a_page_that_holds_more_than_markdown_is_refused_with_its_line(tiny: Path, page: str, message: str):
    chapter = tiny / "book" / "1-one" / "first.md"
    chapter.write_text(f"{chapter.read_text()}\n{page}\n")
    first = chapter.read_text().splitlines().index(page.splitlines()[0]) + 1
    found = [problem for problem in check(read_content(tiny)) if problem.rule == "E21"]
    assert found[0].message == message
    assert {problem.file for problem in found} == {"book/1-one/first.md"}
    assert all(first <= problem.line <= first + page.count("\n") for problem in found)
    assert found[0].remedy or "directive" in message
