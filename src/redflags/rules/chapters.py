"""Directives in chapters name things that exist, and no page asks an item twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from redflags.problem import Problem
from redflags.rules.pages import front_matter
from redflags.rules.suggest import suggestion
from redflags.static_html import MODES
from redflags.terms import LEAVES_UNMARKED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from redflags.model.quiz import Quiz
    from redflags.reading import Content, Mention


CLAIM_LISTS = {"web-claims", "claim-check"}


def check(content: Content) -> Iterator[Problem]:
    """Check what every page names; some page must ask every item and answer every web claim."""
    yield from _front_matter(content)
    asked: dict[tuple[str, str], Mention] = {}
    answered: set[str] = set()
    for mention in content.mentions:
        if mention.kind == "quiz":
            yield from _quiz(content, mention, asked)
        elif mention.kind == "exam" and ("exam", mention.body) not in content.places:
            yield mention.problem(f"no exam `{mention.body}` in book/exams", suggestion(mention.body, content.exams))
        elif mention.kind in CLAIM_LISTS:
            answered.update(mention.body.split())
            for claim in mention.body.split():
                if claim not in content.claims:
                    yield mention.problem(f"no web claim `{claim}`", suggestion(claim, content.claims))
    yield from _unanswered(content, answered)
    shown = {item for _, item in asked}
    for quiz in content.quizzes.values():
        for unit in quiz.units():
            if unit not in shown:
                yield content.places["item", unit].problem(
                    f"no page asks the item `{unit}`",
                    f"name it in a {{quiz}} directive of book/{quiz.chapter}.md",
                )


def _front_matter(content: Content) -> Iterator[Problem]:
    """Check what a page says of its terms: a slip would mark them without a word."""
    key, value = LEAVES_UNMARKED
    for file, lines in content.pages.items():
        said = front_matter(lines).get(key, value)
        if said != value:
            line = next(number for number, text in enumerate(lines, start=1) if text.startswith(key))
            yield Problem(file, line, f"`{key}: {said}` says nothing", lines[line - 1],
                          f"write `{key}: {value}`, or remove the line: then the page's terms are marked")  # fmt: skip


def _unanswered(content: Content, answered: set[str]) -> Iterator[Problem]:
    for claim in content.claims:
        if claim not in answered:
            yield content.places["claim", claim].problem(
                f"no page answers the web claim `{claim}`", "name it in a {web-claims} or {claim-check} directive"
            )


def _quiz(content: Content, mention: Mention, asked: dict[tuple[str, str], Mention]) -> Iterator[Problem]:
    quiz = content.quizzes.get(mention.body)
    if quiz is None:
        if ("quiz", mention.body) not in content.places:
            yield mention.problem(
                f"no quiz `{mention.body}` in book/quizzes", suggestion(mention.body, content.quizzes)
            )
        return
    yield from _sitting(mention, quiz)
    if mention.options.get("mode") == "review":
        return
    known = list(quiz.units())
    for item in mention.options.get("items", "").split() or known:
        if item not in known:
            yield mention.problem(f"no item `{item}` in the quiz `{mention.body}`", suggestion(item, known))
        elif (mention.file, item) in asked:
            first = asked[mention.file, item].line
            yield mention.problem(f"the item `{item}` is asked twice on this page", f"it stands first at line {first}")
        else:
            asked[mention.file, item] = mention


def _sitting(mention: Mention, quiz: Quiz) -> Iterator[Problem]:
    """Check how a quiz is sat."""
    mode, minutes = mention.options.get("mode"), mention.options.get("minutes")
    if mode is not None and mode not in MODES:
        yield mention.problem(f"no mode `{mode}`", f"allowed: {', '.join(MODES)}")
    elif quiz.marked and mode not in {None, "exam"}:
        yield mention.problem(f"`{mention.body}` is marked, so that it is always an exam", "remove `:mode:`")
    if minutes is not None and not (minutes.isdecimal() and int(minutes) > 0):
        yield mention.problem(f"`:minutes: {minutes}` is no number of minutes", "write a whole number, such as 30")
    elif minutes is not None and mode != "exam" and not quiz.marked:
        yield mention.problem("`:minutes:` without an exam", "add `:mode: exam`, or remove the line")
