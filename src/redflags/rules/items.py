"""Items across files: objectives are declared and tested, chapters and web claims exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from redflags.rules.suggest import suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from redflags.problem import Problem
    from redflags.reading import Content


def check(content: Content) -> Iterator[Problem]:
    """Check every quiz against its chapter, its objectives and the claims it says it answers."""
    for name, quiz in content.quizzes.items():
        place = content.places["quiz", name]
        if quiz.chapter not in content.chapters:
            yield place.under("chapter").problem(
                f"no chapter `book/{quiz.chapter}.md`", suggestion(quiz.chapter, content.chapters)
            )
        declared = {objective.id for objective in quiz.objectives}
        tested = {item.objective for item in quiz.all_items()}
        for number, objective in enumerate(quiz.objectives):
            if objective.id not in tested:
                yield place.under("objectives", number).problem(
                    f"no item tests the objective `{objective.id}`", "add an item or drop the objective"
                )
        for path, item in quiz.placed_items():
            at = place.under(*path)
            if item.objective not in declared:
                yield at.under("objective").problem(
                    f"no objective `{item.objective}` in this file", suggestion(item.objective, declared)
                )
            for order, claim in enumerate(item.claims):
                if claim not in content.claims:
                    yield at.under("claims", order).problem(
                        f"no web claim `{claim}`", suggestion(claim, content.claims)
                    )
