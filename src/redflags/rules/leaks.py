"""E13: no stem gives away the answer to an item asked beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from redflags.model.case_study import texts
from redflags.rules.parts import asked_items, choices, passages
from redflags.rules.words import content_words, plain_form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from redflags.model.case_study import CaseStudy
    from redflags.model.items import Item
    from redflags.problem import Problem
    from redflags.reading import Content, Place
    from redflags.rules.parts import Choices

FEWEST_WORDS = 3
"""Content words of a key that has to come back whole: fewer come back by chance."""


def check(content: Content) -> Iterator[Problem]:
    """Check the items that one `{quiz}` directive asks together, and every case from its beginning to its end."""
    by_id = {asked.item.id: asked for asked in asked_items(content)}
    for mention in content.mentions:
        quiz = content.quizzes.get(mention.body) if mention.kind == "quiz" else None
        if quiz is None or mention.options.get("mode") == "review":
            continue
        units = quiz.units()
        named = [unit for unit in mention.options.get("items", "").split() or units if unit in units]
        # Once for each item: there are many more pairs.
        stems = {item.id: _told(item.stem.plain()) for unit in named for item in units[unit]}
        keys = {item.id: _whole_keys(item) for unit in named for item in units[unit]}
        for here in named:
            # Within a case only what comes later can be given away; that is checked below.
            beside = [item for there in named if there != here for item in units[there]]
            for item in units[here]:
                for other in beside:
                    if any(key in stems[item.id] for key in keys[other.id]):
                        yield by_id[item.id].problem(("stem",), *_words(other))
    for name, quiz in content.quizzes.items():
        for number, case in enumerate(quiz.case_studies):
            yield from _case(case, content.places["quiz", name].under("case_studies", number))


def _case(case: CaseStudy, at: Place) -> Iterator[Problem]:
    """Check every text of a case against the keys of the steps after it: what came before, a reader has answered."""
    told = [
        (step, at.under(*path, *found.path), found.text) for path, step, tab in texts(case) for found in passages(tab)
    ]
    told += [
        (place, at.under("steps", place, "item", "stem"), step.item.stem.plain())
        for place, step in enumerate(case.steps)
    ]
    for place, where, text in told:
        for later in case.steps[place + 1 :]:
            if any(tells_apart(text, group) for group in choices(later.item)):
                rule, *words = _words(later.item)
                yield replace(where.problem(*words), rule=rule)


def _words(other: Item) -> tuple[str, str, str]:
    return "E13", f"this gives away the answer to `{other.id}`", "reword it"


def single_keys(item: Item) -> list[str]:
    """Return the key of every list of options that has exactly one."""
    return [group.words[group.key] for group in choices(item) if group.key is not None]


def tells_apart(text: str, group: Choices) -> bool:
    """Whether a text holds right options of a list and no wrong one: findings to choose among all stand in a record."""
    found = {
        option.correct for option, words in zip(group.options, group.words, strict=True) if gives_away(text, words)
    }
    return found == {True}


def gives_away(text: str, key: str) -> bool:
    """Whether a key comes back whole in a text."""
    return len(content_words(key)) >= FEWEST_WORDS and _form(key) in _told(text)


def _whole_keys(item: Item) -> list[str]:
    """Return the keys that a text could give away, as they would stand in it."""
    return [_form(key) for key in single_keys(item) if len(content_words(key)) >= FEWEST_WORDS]


def _told(text: str) -> str:
    # A full stop within the text would cling to its word.
    return _form(text.replace(". ", " "))


def _form(text: str) -> str:
    return f" {plain_form(text)} "
