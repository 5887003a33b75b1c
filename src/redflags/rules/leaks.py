"""E13: no stem gives away the answer to an item asked beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from redflags.rules.parts import asked_items, choices
from redflags.rules.words import content_words, plain_form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from redflags.problem import Problem
    from redflags.reading import Content

FEWEST_WORDS = 3
"""Content words of a key that has to come back whole: fewer come back by chance."""


def check(content: Content) -> Iterator[Problem]:
    """Check the items that one `{quiz}` directive asks together, as the steps of a case are."""
    by_id = {asked.item.id: asked for asked in asked_items(content)}
    for mention in content.mentions:
        quiz = content.quizzes.get(mention.body) if mention.kind == "quiz" else None
        if quiz is None or mention.options.get("mode") == "review":
            continue
        names = mention.options.get("items", "").split() or [item.id for item in quiz.items]
        together = [by_id[name] for name in names if name in by_id]
        for asked in together:
            stem = f" {plain_form(asked.item.stem.plain())} "
            for other in together:
                for group in choices(other.item) if other is not asked else ():
                    key = group.key
                    if key is None or len(content_words(group.words[key])) < FEWEST_WORDS:
                        continue
                    if f" {plain_form(group.words[key])} " in stem:
                        yield asked.problem(
                            ("stem",), "E13", f"this gives away the answer to `{other.item.id}`", "reword it"
                        )
