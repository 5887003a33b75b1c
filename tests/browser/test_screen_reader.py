"""Promise: a screen reader is told of each question type what it is, what to do, what was done, and what came of it.

`golden/told/` holds, for each type, the accessibility tree as Chromium builds it, and what follows after "No idea" in
outline. After a change that you looked at, `UPDATE_GOLDEN=1 make test` rewrites the files.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, get_args

import pytest
from players import course, page, served
from playwright.sync_api import Locator, expect

from conftest import ROOT
from redflags.compile import compile_quiz
from redflags.model.items import Item
from redflags.reading import read_quizzes
from redflags.static_html import quiz_html

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import Open

GOLDEN = ROOT / "tests" / "golden" / "told"
FOLDERS = {
    "types": ROOT / "tests" / "quizzes",
    "first": ROOT / "tests" / "books" / "tiny" / "book" / "quizzes",
    "case": ROOT / "tests" / "quizzes",
}
ITEMS: dict[str, tuple[str, str]] = {}
"""One item of each type: type -> quiz and item."""
for _name, _folder in FOLDERS.items():
    for _item in read_quizzes(_folder).quizzes[_name].all_items():
        ITEMS.setdefault(_item.type, (_name, _item.id))


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a page for each item, and one with a case."""
    root = tmp_path_factory.mktemp("told")
    content = course(root / "course")
    for kind, (name, item) in ITEMS.items():
        alone = compile_quiz(content, name)
        alone |= {"case_studies": [], "items": [one for one in alone["items"] if one["id"] == item]}
        (root / f"{kind}.html").write_text(page(quiz_html(alone)))
    (root / "case.html").write_text(page(quiz_html(compile_quiz(content, "case"))))
    with served(root) as address:
        yield address


def told(place: Locator) -> str:
    """Return what assistive technology is told of an element, and how its parts are described."""
    tree = place.aria_snapshot()
    described = place.evaluate(
        """element => [...element.querySelectorAll('[aria-describedby]')].map(part => {
          const ids = part.getAttribute('aria-describedby').split(' ')
          return `${part.localName}: ${ids.map(id => document.getElementById(id)?.textContent).join(' ')}`
        })"""
    )
    return "\n".join([tree, *(f"# described, {line}" for line in described)]) + "\n"


def hold(name: str, found: str) -> None:
    file = GOLDEN / f"{name}.yaml"
    if os.environ.get("UPDATE_GOLDEN"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(found)
    assert found == file.read_text()


def outline(place: Locator) -> str:
    """Return headings, tables, buttons and live regions alone: the words between them are content."""
    kept = re.compile(
        r"\s*- '?(heading|table|rowheader|columnheader|button|status|group|radio|checkbox|combobox|textbox)"
    )
    return "\n".join(line.strip() for line in place.aria_snapshot().splitlines() if kept.match(line)) + "\n"


NAMELESS = re.compile(
    r"^\s*- (?:button|radio|checkbox|textbox|combobox|tab|tabpanel|table)(?: \[.*\])?:?$", re.MULTILINE
)


@pytest.mark.parametrize("kind", ITEMS)
def test_each_type_is_told_as_its_golden_file_has_it_and_every_control_has_a_name(visit: Open, kind: str):
    article = visit(kind).page.get_by_role("article")
    expect(article).to_be_visible()
    give_up = article.get_by_role("button", name=re.compile("^No idea"))
    asked = give_up.count() == 1
    # The same everywhere, and held in the file of the case.
    article.evaluate("element => element.querySelector('.rf-certainty')?.setAttribute('hidden', '')")
    found = told(article)
    assert NAMELESS.findall(found) == []
    if asked:
        article.evaluate("element => element.querySelector('.rf-certainty').removeAttribute('hidden')")
        give_up.click()
        expect(article.get_by_role("heading", name=re.compile("No answer"))).to_be_focused()
        found += f'# after "No idea"\n{outline(article)}'
    hold(kind, found)


def test_no_type_is_left_out():
    kinds = {get_args(kind.model_fields["type"].annotation)[0] for kind in get_args(get_args(Item)[0])}
    assert set(ITEMS) == kinds
    assert {path.stem for path in GOLDEN.glob("*.yaml")} == {*ITEMS, "case"}


def test_a_case_is_told_with_its_tabs_and_what_is_new(visit: Open):
    page = visit("case").page
    page.get_by_role("button", name=re.compile("^No idea")).click()
    page.get_by_role("button", name="Next step").click()
    expect(page.get_by_role("heading", name="Question 2")).to_be_focused()
    hold("case", told(page.get_by_role("region", name="Amina's legs")))
