"""Objectives: W17 and W18."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from redflags.model.objective import RECALL
from redflags.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from redflags.problem import Problem
    from redflags.reading import Content

FEWEST_ITEMS = 3
VERBS = frozenset(
    # Anderson and Krathwohl 2001, by level; several verbs belong to more than one.
    """define describe identify label list match name outline recall recognise select state locate
    classify compare contrast distinguish explain illustrate infer interpret paraphrase predict summarise translate
    apply calculate carry choose compute demonstrate estimate execute implement measure perform solve use show
    analyse attribute deconstruct differentiate examine integrate organise separate structure
    appraise argue assess check critique decide defend evaluate judge justify monitor prioritise recommend weigh
    assemble compose construct create design develop formulate generate plan produce write""".split()
)


def check(content: Content) -> Iterator[Problem]:
    """Check every quiz's objectives."""
    for name, quiz in content.quizzes.items():
        for number, objective in enumerate(quiz.objectives):
            at = content.places["quiz", name].under("objectives", number)
            verb = objective.text.split()[0].lower()
            if verb not in VERBS:
                yield replace(
                    at.under("text").problem(f"{verb!r} can't be observed", "begin with a verb of Bloom's list"),
                    rule="W17",
                    severity=Severity.WARNING,
                )
            items = [item for item in quiz.all_items() if item.objective == objective.id]
            message = ""
            if len(items) < FEWEST_ITEMS:
                message = f"{len(items)} items test the objective `{objective.id}`"
            elif all(item.level in RECALL for item in items):
                message = f"only recall tests the objective `{objective.id}`"
            if message:
                yield replace(
                    at.problem(message, f"{FEWEST_ITEMS} items or more, one of them above understanding"),
                    rule="W18",
                    severity=Severity.WARNING,
                )
