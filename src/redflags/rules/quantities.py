"""E10: a number with a clinical unit stands in an `{ev}` role, or its source is cited beside it and holds it.

What counts as sourced, and what needs no source:

- in an item: the number is a value, or stands in the claim, of an entry that the item cites;
- in a chapter: the same, for an entry cited in the same block of prose;
- in the verdict on a web claim: the same, for the entries that it rests on (a meaning in the glossary has no numbers);
- a stem about an invented person with an age: their ages, durations, doses and findings are the story's;
- a record, and what the items of its case repeat of it: it is the same invented person's;
- a wrong option's own words: the number is wrong on purpose (its `why` is checked);
- a sum: a sentence with `=`, `x`, "divide" or "our calculation" shows its arithmetic, and so does a share that follows
  from counts in the same sentence ("39 of 1,936, about 2%"), or that is what a sourced share leaves of 100%;
- the answer of a numeric item, and the ranges of its known mistakes: sums on what the stem gives;
- "95% interval", and the word for everybody or nobody (100%, 0%): conventions, not findings.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from redflags.model.case_study import texts
from redflags.model.text import split_evidence
from redflags.rules.catalogue import severity_of
from redflags.rules.pages import blocks
from redflags.rules.parts import asked_items, choices, passages
from redflags.rules.stems import PERSON
from redflags.rules.words import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from redflags.model.evidence import Evidence
    from redflags.problem import Problem
    from redflags.reading import Content
    from redflags.rules.parts import Asked

_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_UNITS = (
    r"%|per ?cent\b|percentage points?\b|(?:m|k|\N{MICRO SIGN}|mc)?g\b(?:/\w+)?|milligrams?\b|c?Gy\b|m?mol/L\b|mmHg\b"
    r"|hours?\b|days?\b|weeks?\b|months?\b|years?\b(?! ?-?old)|m[lL]\b|[cm]m\b"
)
QUANTITY = re.compile(rf"(?<![\w.,-])({_NUMBER})(?:\s*(?:to|-|\N{{EN DASH}})\s*({_NUMBER}))?[\s-]?({_UNITS})")
_CONVENTION = re.compile(r"\b9[059]% (?:confidence |credible )?(?:interval|CI)\b|(?<![\d.])(?:100|0)%")
_SUM = re.compile(
    r"[=\N{MULTIPLICATION SIGN}\N{DIVISION SIGN}]|\b(?:divided?|minus|take away|subtract)\b"
    r"|\bour (?:own )?(?:calculation|arithmetic|subtraction)\b",
    re.IGNORECASE,
)
_COUNTS = re.compile(rf"({_NUMBER}) (?:out )?of (?:the |some )?({_NUMBER})")
_ROLE = re.compile(r"\{ev\}`([^`]*)`", re.DOTALL)


def check(content: Content) -> Iterator[Problem]:
    """Check every item and every page."""
    stories = _stories(content)
    for asked in asked_items(content):
        yield from _item(content, asked, stories.get(asked.item.id, set()))
    yield from _register(content)
    for block in blocks(content):
        roles = [
            split_evidence(" ".join(found[1].split()))[0] for found in _ROLE.finditer(block.text) if found[1].strip()
        ]
        known = held(content.evidence[entry] for entry in roles if entry in content.evidence)
        for at, words in unsourced(_ROLE.sub(lambda found: "\N{WORD JOINER}" * len(found[0]), block.text), known):
            yield block.problem(at, "E10", f"{words!r} has no source here", "write it as {ev}`ID: {value_name}`")


def _register(content: Content) -> Iterator[Problem]:
    """Check what verdicts and meanings say in their own words."""
    for name, claim in content.claims.items():
        known = held(content.evidence[entry] for entry in claim.evidence if entry in content.evidence)
        # Entries hold proportions where a verdict says per cent.
        percent = {round(100 * number, digits) for number in known if number <= 1 for digits in (0, 1)}
        for _, words in unsourced(claim.why, known | percent | set(numbers_in(claim.claim))):
            where = content.places["claim", name].under("why")
            yield _e10(where.problem(f"{words!r} has no source here", "name an entry that holds it"))
    for number, term in enumerate(content.glossary.terms if content.glossary else []):
        for _, words in unsourced(term.definition, set()):
            where = content.places["glossary", "glossary"].under("terms", number, "definition")
            yield _e10(where.problem(f"{words!r} in a meaning", "numbers stand in chapters, with their source"))


def _e10(problem: Problem) -> Problem:
    return replace(problem, rule="E10", severity=severity_of("E10"))


def _stories(content: Content) -> dict[str, set[float]]:
    """Return the numbers that stand in the record of each case, for the items of its steps."""
    return {
        step.item.id: {
            number for _, _, tab in texts(case) for found in passages(tab) for number in numbers_in(found.text)
        }
        for quiz in content.quizzes.values()
        for case in quiz.case_studies
        for step in case.steps
    }


def _item(content: Content, asked: Asked, story: set[float]) -> Iterator[Problem]:
    item = asked.item
    cited = {*item.evidence, *(entry for passage in passages(item) for entry in passage.roles)}
    known = story | held(content.evidence[entry] for entry in sorted(cited) if entry in content.evidence)
    wrong = {
        (*group.path, number, "text")
        for group in choices(item)
        for number, option in enumerate(group.options)
        if not option.correct
    }
    if item.seen or PERSON.search(item.stem.plain()):
        wrong.add(("stem",))
    if item.type == "numeric":
        known |= {item.value, item.low, item.high}
        known |= {end for mistake in item.wrong for end in (mistake.low, mistake.high)}
    for passage in passages(item):
        if passage.path not in wrong and passage.path[0] != "record" and passage.path[-1] != "misconception":
            for _, words in unsourced(passage.outside, known):
                yield asked.problem(
                    passage.path,
                    "E10",
                    f"{words!r} has no source here",
                    "cite an entry that holds it, as {ev}`ID: {value}`",
                )


def unsourced(text: str, known: set[float]) -> Iterator[tuple[int, str]]:
    """Return place and words of every quantity that is neither known nor arithmetic."""
    at = 0
    for sentence in sentences(text):
        at = text.index(sentence, at)
        if _SUM.search(sentence):
            continue
        for found in QUANTITY.finditer(_CONVENTION.sub(lambda match: " " * len(match[0]), sentence)):
            numbers = [numbers_in(end)[0] for end in (found[1], found[2]) if end]
            shares = _shares(sentence, found[1]) | {100 - other for other in known} if found[3] == "%" else set()
            if not known | shares >= set(numbers):
                yield at + found.start(), found[0]


def held(entries: Iterable[Evidence]) -> set[float]:
    """Return every number that entries hold, as values or in the words of their claims."""
    known: set[float] = set()
    for entry in entries:
        for value in entry.values.values():
            if isinstance(value.value, str):
                known.update(numbers_in(value.value))
            else:
                known.update(value.value if isinstance(value.value, list) else [value.value])
        known.update(numbers_in(entry.claim))
    return known


def _shares(text: str, like: str) -> set[float]:
    """Return the per cent of every "13 of 1,975" in a text, rounded as `like` is."""
    digits = len(like.partition(".")[2])
    pairs = [(numbers_in(part)[0], numbers_in(whole)[0]) for part, whole in _COUNTS.findall(text)]
    return {round(100 * part / whole, digits) for part, whole in pairs if whole}


def numbers_in(text: str) -> list[float]:
    """Return the numbers of a text, in their order."""
    return [float(number.replace(",", "")) for number in re.findall(_NUMBER, text)]
