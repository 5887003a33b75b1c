"""Every name in a case is the name of something: acts, findings, diagnoses, flags, objectives, entries."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from redflags.rules.case_parts import flags_set, names, rankings
from redflags.rules.citations import wrong_citation
from redflags.rules.suggest import suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from redflags.model.case import Case
    from redflags.problem import Problem
    from redflags.reading import Content, Place


def check(content: Content) -> Iterator[Problem]:
    """Check the catalogue and every case."""
    for name, action in content.actions.items():
        if action.radiation:
            place = content.places["action", name].under("radiation")
            yield from number(content, place, action.radiation.evidence, action.radiation.value, "mSv")
    for name, case in content.cases.items():
        yield from of_case(content, name, case)


def of_case(content: Content, name: str, case: Case) -> Iterator[Problem]:
    """Check one case."""
    place = content.places["case", name]
    known = {
        "objective": {name for kind, name in content.places if kind == "objective"},
        "finding": {finding.id for finding in case.findings},
        "diagnosis": {diagnosis.id for diagnosis in case.diagnoses},
        "act": {action.name for action in case.actions},
        "flag": flags_set(case),
    }
    for kind, path, word in names(case):
        if word not in known[kind]:
            what = "nothing sets the flag" if kind == "flag" else f"no {kind}"
            yield place.under(*path).problem(f"{what} `{word}`", suggestion(word, known[kind]))
    yield from _twice(case, place)
    for at, action in enumerate(case.actions):
        shared = content.actions.get(action.use or "")
        if action.use and shared is None:
            yield place.under("actions", at, "use").problem(
                f"no act `{action.use}` in book/actions.yaml", suggestion(action.use, content.actions)
            )
        elif action.result and (shared is None or shared.normal is None):
            yield place.under("actions", at, "result").problem(
                f"the catalogue has no `normal` words for `{action.name}`", "write `gives`"
            )
    yield from _numbers(content, case, place)


def _twice(case: Case, place: Place) -> Iterator[Problem]:
    """Refuse two things of one name, and a list that names something twice."""
    for key, ids in (
        ("diagnoses", [diagnosis.id for diagnosis in case.diagnoses]),
        ("findings", [finding.id for finding in case.findings]),
        ("actions", [action.name for action in case.actions]),
    ):
        for at, name in enumerate(ids):
            if name in ids[:at]:
                yield place.under(key, at).problem(f"`{name}` stands twice in `{key}`", "remove one of the two")
    for path, ranks in rankings(case):
        for name, count in Counter(ranks).items():
            if count > 1:
                yield place.under(*path).problem(f"`{name}` is ranked twice", "rank each diagnosis once")


def _numbers(content: Content, case: Case, place: Place) -> Iterator[Problem]:
    """Check what is taken from the register."""
    for at, action in enumerate(case.actions):
        where = place.under("actions", at)
        if action.radiation:
            yield from number(
                content, where.under("radiation"), action.radiation.evidence, action.radiation.value, "mSv"
            )
        if action.window:
            yield from cited(content, where.under("window", "evidence"), action.window.evidence)
    if case.safety:
        yield from cited(content, place.under("safety", "within", "evidence"), case.safety.within.evidence)
    prior = case.reference.prior
    if prior:
        yield from number(content, place.under("reference", "prior"), prior.evidence, prior.value, "proportion", "%")
    for at, update in enumerate(case.reference.updates):
        where = place.under("reference", "updates", at)
        yield from number(content, where, update.evidence, update.value, "LR")
        if update.interval:
            yield from interval(content, where.under("interval"), update.evidence, update.interval)


def cited(content: Content, place: Place, entry: str) -> Iterator[Problem]:
    """Check that an entry may be cited."""
    message, remedy = wrong_citation(content, entry, "")
    if message:
        yield place.problem(message, remedy)


def number(content: Content, place: Place, entry: str, value: str, *units: str) -> Iterator[Problem]:
    """Check that an entry holds a value that is a number in one of these units."""
    message, remedy = wrong_citation(content, entry, f"{{{value}}}")
    if message:
        yield place.problem(message, remedy)
        return
    held = content.evidence[entry].values[value]
    ranged = "mSv" in units
    if not isinstance(held.value, float) and not (ranged and isinstance(held.value, list)):
        yield place.problem(f"{entry}: `{value}` is not a number", "name a value that is one")
    elif held.unit not in units:
        yield place.problem(
            f"{entry}: `{value}` is in {held.unit or 'no unit'!r}", f"name a value in {' or '.join(units)}"
        )


def interval(content: Content, place: Place, entry: str, value: str) -> Iterator[Problem]:
    """Check that an entry holds an interval of this name."""
    if entry not in content.evidence:
        return  # Said where its ratio was looked for.
    values = content.evidence[entry].values
    match values[value].value if value in values else None:
        case [_, _]:
            return
    known = [name for name, one in values.items() if isinstance(one.value, list)]
    yield place.problem(f"{entry} has no interval `{value}`", f"its ranges: {', '.join(known) or 'none'}")
