"""E17: everything in a case can come about in some way of playing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from redflags.rules.case_parts import case_problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from redflags.model.case import Case
    from redflags.model.case.condition import Neuro, When
    from redflags.problem import Problem
    from redflags.reading import Content


class _Possible:
    """What can come to hold in a case: an upper bound, since each part is taken by itself."""

    def __init__(self, case: Case) -> None:
        self.limit = case.limit
        self.first = set(case.flags)
        self.flags = set(case.flags)
        self.neuro: set[Neuro] = {case.state.neuro}
        self.pain: int = case.state.pain
        size = -1
        while size != len(self.flags) + len(self.neuro) + self.pain:
            size = len(self.flags) + len(self.neuro) + self.pain
            for action in case.actions:
                if self.holds(action.needs):
                    self.flags.update(action.sets)
            for number in range(len(case.transitions)):
                if self.happens(case, number):
                    change = case.transitions[number].then
                    self.flags.update(change.sets)
                    self.neuro.update([change.neuro] if change.neuro else [])
                    self.pain = max(self.pain, change.pain or 0)

    def holds(self, when: When | None) -> bool:
        """Whether a condition can hold at some moment."""
        return when is None or (
            self.flags.issuperset(when.flags)
            and not self.first.intersection(when.without)
            and not set(when.flags).intersection(when.without)
            and (not when.neuro or bool(self.neuro.intersection(when.neuro)))
            and (when.pain_at_least is None or when.pain_at_least <= self.pain)
            and (when.after is None or when.after <= self.limit)
        )

    def happens(self, case: Case, number: int) -> bool:
        """Whether a transition can come about."""
        one = case.transitions[number]
        return (
            one.after <= self.limit
            and (one.since is None or one.since in self.flags)
            and not self.first.intersection(one.unless)
            and self.holds(one.when)
        )


def check(content: Content) -> Iterator[Problem]:
    """Check every case."""
    for name, case in content.cases.items():
        for path, what in unreachable(case):
            yield case_problem(
                name,
                content.places["case", name].under(*path),
                "E17",
                f"{what} can never come about",
                "mend its conditions, or remove it",
            )


def unreachable(case: Case) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Return place and name of everything that can't come about."""
    possible = _Possible(case)
    yield from _acts(case, possible)
    for number in range(len(case.transitions)):
        if not possible.happens(case, number):
            yield ("transitions", number), "this change"
    for number, ending in enumerate(case.epilogue):
        if not possible.holds(ending.when):
            yield ("epilogue", number, "when"), "this ending"


def _acts(case: Case, possible: _Possible) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Return acts, outcomes and findings that can't come about."""
    given: set[str] = set()
    for at, action in enumerate(case.actions):
        if not possible.holds(action.needs):
            yield ("actions", at, "needs"), f"the act `{action.name}`"
            continue
        for number, outcome in enumerate(action.gives):
            if possible.holds(outcome.when):
                given.update(outcome.findings)
            else:
                yield ("actions", at, "gives", number, "when"), f"this outcome of `{action.name}`"
    for number, finding in enumerate(case.findings):
        if finding.id not in given:
            yield ("findings", number), f"the finding `{finding.id}`"
