"""The texts of cases, by the rules that items and pages keep: E10, E11, E14, W15, W16, W21, W23."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from redflags.rules.abbreviations import unknown
from redflags.rules.case_parts import case_texts
from redflags.rules.identifiers import identifiers
from redflags.rules.language import found_in
from redflags.rules.quantities import held, numbers_in, unsourced
from redflags.rules.readability import PATIENT, STEM, grade, hard_speech

if TYPE_CHECKING:
    from collections.abc import Iterator

    from redflags.problem import Problem
    from redflags.reading import Content
    from redflags.rules.case_parts import CaseText


def check(content: Content) -> Iterator[Problem]:
    """Check every text of every case."""
    for name, group in groupby(case_texts(content), key=lambda text: text.case):
        texts = list(group)
        yield from _words(texts)
        yield from _numbers(content, texts, content.cases[name].person.age)
        for text, short in unknown((text, text.outside) for text in texts):
            yield text.problem("W15", f"{short} is not written out in this case", f"write: full words ({short})")


def _words(texts: list[CaseText]) -> Iterator[Problem]:
    for text in texts:
        for _, what in identifiers(text.text):
            yield text.problem("E11", what, "remove it: an invented person needs none")
        for _, rule, message, remedy in found_in(text.text):
            yield text.problem(rule, message, remedy)
        if text.place.path == ("opening",) and (found := grade(text.text)) > STEM:
            yield text.problem(
                "W16", f"reading grade {found:.0f}, at most {STEM} in an opening", "shorter sentences, shorter words"
            )
        for _, found in hard_speech(text.text):
            yield text.problem(
                "W16",
                f"spoken words at reading grade {found:.0f}, at most {PATIENT}",
                "shorter sentences, shorter words",
            )


def _numbers(content: Content, texts: list[CaseText], age: int) -> Iterator[Problem]:
    """Check that what is stated about people is sourced, and that the story cites nothing."""
    story = {float(age), *(number for text in texts if text.story for number in numbers_in(text.text))}
    for text in texts:
        if text.story:
            if text.roles:
                remedy = "what people see holds no source: cite it in `why` or in the debrief"
                yield text.problem("E10", f"the story cites {text.roles[0]}", remedy)
            continue
        known = story | held(content.evidence[entry] for entry in text.roles if entry in content.evidence)
        for _, words in unsourced(text.outside, known):
            yield text.problem("E10", f"{words!r} has no source in this text", "write it as {ev}`ID: {value_name}`")
