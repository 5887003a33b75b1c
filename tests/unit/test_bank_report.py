"""Promise: the bank report counts every item once and leaves no objective out."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from redflags.book.bank_report import alignment, levels, positions, types

if TYPE_CHECKING:
    from redflags.reading import Content


def cells(html: str) -> list[list[str]]:
    """Return a table's rows as words."""
    rows = re.findall(r"<tr>(.*?)</tr>", html)[1:]
    return [[re.sub("<[^>]+>", "", cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)] for row in rows]


def test_types_and_levels_add_up_to_all_items(course: Content):
    total = sum(len(quiz.all_items()) for quiz in course.quizzes.values())
    *by_type, everything = cells(types(course))
    assert sum(int(row[-1]) for row in by_type) == int(everything[-1]) == total
    assert sum(int(count) for row in cells(levels(course)) for count in row[1:]) == total


def test_keys_stand_where_the_files_say(course: Content):
    rows = cells(positions(course))
    assert sum(int(row[1]) for row in rows) == round(sum(float(row[2]) for row in rows))


def test_every_objective_has_a_row_with_its_items_and_no_row_is_empty(course: Content):
    html = alignment(course, lambda page: f"../{page}.html")
    rows = cells(html)
    assert len(rows) == sum(len(quiz.objectives) for quiz in course.quizzes.values())
    assert all(all(cell for cell in row) for row in rows)
    for quiz in course.quizzes.values():
        for item in quiz.all_items():
            assert html.count(f">{item.id}<") == 1
    for name, case in course.cases.items():
        assert html.count(f'/{name}.html">{escape(case.title)}</a>') == len(case.objectives)


def test_tables_can_be_scrolled_by_keyboard_and_have_names(course: Content):
    html = types(course) + levels(course) + positions(course)
    regions = re.findall(r'<div class="rf-scroll" role="region" aria-label="([^"]+)" tabindex="0">', html)
    assert len(regions) == len(set(regions)) == html.count("<table>")
