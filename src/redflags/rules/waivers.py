"""An author's reason to let a rule be broken: applied, and checked for being needed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from redflags.problem import Severity
from redflags.rules.case_parts import as_item
from redflags.rules.catalogue import RULES
from redflags.rules.parts import asked_items

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from redflags.problem import Problem
    from redflags.reading import Content


def waivable(rule: str) -> bool:
    """Warnings are judgements, so an author may differ; of the errors only E10 has a case that words can't show."""
    return rule.startswith("W") or rule == "E10"


def apply(content: Content, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Return the problems, each with its item's or case's waiver; then what is wrong with the waivers themselves."""
    waiving = {
        **{asked.item.id: (asked.item.waive, asked.place) for asked in asked_items(content)},
        **{as_item(name): (case.waive, content.places["case", name]) for name, case in content.cases.items()},
    }
    used = set()
    for problem in problems:
        reasons = waiving[problem.item][0] if problem.item in waiving else {}
        reason = reasons.get(problem.rule, "") if waivable(problem.rule) else ""
        if reason:
            used.add((problem.item, problem.rule))
        yield replace(problem, waived=reason) if reason else problem
    for item, (reasons, place) in waiving.items():
        for rule in reasons:
            at = place.under("waive", rule)
            if rule not in RULES:
                yield at.problem(f"`waive` names no rule: {rule}", "docs/linter.md lists the rules")
            elif not waivable(rule):
                yield at.problem(f"{rule} can't be waived", "mend what it names")
            elif (item, rule) not in used:
                yield replace(
                    at.problem(f"`waive` names {rule}, which nothing here breaks", "remove the line"),
                    severity=Severity.WARNING, rule=rule, item=item)  # fmt: skip
