"""Items across files: objectives are declared and tested, chapters and web claims exist, wording is fair."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from redflags.model.items.base import Option
from redflags.rules.suggest import suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from redflags.problem import Problem
    from redflags.reading import Content, Place

_ALL_OR_NONE = re.compile(r"\b(all|none|both|neither) of (the above|these|them)\b", re.IGNORECASE)


def check(content: Content) -> Iterator[Problem]:
    """Check every quiz against its chapter, its objectives and the claims it says it answers."""
    for name, quiz in content.quizzes.items():
        place = content.places["quiz", name]
        if quiz.chapter not in content.chapters:
            yield place.under("chapter").problem(
                f"no chapter `book/{quiz.chapter}.md`", suggestion(quiz.chapter, content.chapters)
            )
        declared = {objective.id for objective in quiz.objectives}
        tested = {item.objective for item in quiz.items}
        for number, objective in enumerate(quiz.objectives):
            if objective.id not in tested:
                yield place.under("objectives", number).problem(
                    f"no item tests the objective `{objective.id}`", "add an item or drop the objective"
                )
        for number, item in enumerate(quiz.items):
            at = place.under("items", number)
            if item.objective not in declared:
                yield at.under("objective").problem(
                    f"no objective `{item.objective}` in this file", suggestion(item.objective, declared)
                )
            for order, claim in enumerate(item.claims):
                if claim not in content.claims:
                    yield at.under("claims", order).problem(
                        f"no web claim `{claim}`", suggestion(claim, content.claims)
                    )
            yield from _options(item, at)


def _options(item: BaseModel, at: Place) -> Iterator[Problem]:
    """E05: all or none of the above."""
    options = getattr(item, "options", [])
    for number, option in enumerate(options):
        if isinstance(option, Option) and _ALL_OR_NONE.search(option.text.plain()):
            yield at.under("options", number).problem(
                '"all/none of the above" as an option (E05)', "say what the option claims by itself"
            )
