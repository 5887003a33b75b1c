"""Promise: an author sees a file's questions as players, and what the linter says of each, whatever state it is in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from redflags.cli import main
from redflags.preview import application, page

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def quiz(tiny: Path) -> Path:
    return tiny / "book" / "quizzes" / "first.yaml"


def test_each_question_stands_as_a_player_under_its_id(tiny: Path, quiz: Path):
    shown = page(tiny, quiz)
    assert shown.count('class="rf-quiz"') == 2
    assert '<section id="first-1">' in shown
    assert "2 questions, 0 errors" in shown


def test_a_question_with_a_wrong_citation_shows_the_words_beside_it(tiny: Path, quiz: Path):
    quiz.write_text(quiz.read_text().replace("evidence: [T-1]", "evidence: [T-9]", 1))
    shown = page(tiny, quiz)
    assert "no evidence `T-9` in the register" in shown
    assert "can't be shown until its citation is mended" in shown
    assert shown.count('class="rf-quiz"') == 1


def test_a_file_that_cannot_be_read_shows_why_and_escapes_it(tiny: Path, quiz: Path):
    quiz.write_text(quiz.read_text().replace("why: It is rare.", "<b>why: It is rare."))
    shown = page(tiny, quiz)
    assert "unknown key `&lt;b&gt;why`" in shown
    assert "0 questions" in shown


def test_a_case_stands_as_a_player_with_its_own_paths(with_case: Path):
    shown = page(with_case.parents[2], with_case)
    assert "26 acts, 0 errors" in shown
    assert shown.count('class="rf-case"') == 1
    assert "thoroughness  0.875   (asserted: 0.875)" in shown


def test_a_case_that_cannot_be_played_shows_why(with_case: Path):
    with_case.write_text(with_case.read_text().replace("findings: [five-weeks]", "findings: [six-weeks]"))
    shown = page(with_case.parents[2], with_case)
    assert "no finding `six-weeks`" in shown
    assert 'class="rf-case"' not in shown


def test_the_server_gives_the_page_and_the_players_and_nothing_else(tiny: Path, quiz: Path):
    serve = application(tiny, quiz)
    seen: list[str] = []

    def start(status: str, _headers: list[tuple[str, str]]) -> None:
        seen.append(status)

    for path in ("/", "/page.js", "/case.js", "/players.css", "/../../pyproject.toml", "/content/register.json"):
        assert serve({"PATH_INFO": path}, start)
    assert seen == ["200 OK", "200 OK", "200 OK", "200 OK", "404 Not Found", "404 Not Found"]


def test_a_path_that_is_no_quiz_file_is_answered_with_one_that_is(tiny: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["preview", str(tiny / "book" / "index.md")]) == 1
    assert "book/quizzes/red-flags.yaml" in capsys.readouterr().err
