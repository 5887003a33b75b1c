"""Words that exclude, stigmatise or are outdated: E14, W21, W23."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from redflags.rules.pages import blocks
from redflags.rules.parts import asked_items, passages, told_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from redflags.problem import Problem
    from redflags.reading import Content

_COLOUR = r"(?:red|green|blue|yellow|orange|purple|pink|grey|gray|brown|black|white)"
COLOUR = re.compile(
    rf"\bthe {_COLOUR} (?:one|option|button|line|bar|area|dot|circle|box|cell|row|column|arrow|part|region)(?:e?s)?\b"
    rf"|\b(?:shown|marked|highlighted|drawn|printed|shaded|coloured|set) in {_COLOUR}\b",
    re.IGNORECASE,
)
# What is said -> what to say. Sources: the catalogue's W21.
STIGMA = {
    r"suffer(?:s|ing|ed)? from|sufferers?": "has, lives with",
    r"victims? of|(?:cancer|stroke) victims?": "person with",
    r"(?:non-?compliant|non-?adherent)(?: patients?)?": "say what was not taken, and why",
    r"failed (?:chemotherapy|radiotherapy|treatment|therapy)": "the treatment did not work",
    r"drug[- ]seek(?:er|ers|ing)": "asks for more pain relief",
    r"(?:drug )?(?:addicts?|abusers?)": "person who uses drugs",
    r"alcoholics?": "person with alcohol dependence",
    r"the elderly|the disabled|the obese": "older people, disabled people, people with obesity",
    r"(?:a|an|the) (?:diabetic|epileptic|schizophrenic|paraplegic|asthmatic)s?(?! \w)": "person with diabetes, …",
    r"wheelchair[- ]bound|confined to a wheelchair|bed-?ridden": "uses a wheelchair, is in bed",
    r"poor historians?": "say what made the history hard to take",
    r"frequent flyers?|bed blockers?|heart-?sink": "say what the person needs",
    r"claims? to (?:have|be|feel)|denies (?!that)": "says",
    r"(?:battle|fight|battling|fighting) (?:with |against )?cancer": "is treated for cancer",
    r"committ?(?:ed|ing|s)? suicide": "died by suicide",
    r"(?:male nurse|female (?:doctor|surgeon|physician)|lady doctor)s?": "nurse, doctor",
    r"(?:Caucasian|Negro|Oriental|coloured (?:man|woman|person))s?": "name origin only where the question needs it",
    r"(?:White|Black|Asian|Hispanic)(?: \w+)? (?:man|woman|male|female|patient|gentleman|lady)":
        "name origin only where the question needs it",
}  # fmt: skip
OUTDATED = {
    r"oat[- ]cell": "small-cell",
    r"hypernephroma": "renal cell carcinoma",
    r"senile (?:dementia|osteoporosis)": "dementia; osteoporosis",
    r"mental(?:ly)? retard(?:ed|ation)": "learning disability",
    r"mongol(?:ism|oid)": "Down syndrome",
    r"(?:juvenile|adult)-onset diabetes": "type 1 diabetes; type 2 diabetes",
    r"Wegener'?s?(?: granulomatosis)?": "granulomatosis with polyangiitis",
    r"Reiter'?s? syndrome": "reactive arthritis",
    r"(?:grand|petit) mal": "tonic-clonic seizure; absence seizure",
    r"cobalt bomb": "radiotherapy",
    r"lumbago": "low back pain",
    r"acetaminophen": "paracetamol (INN)",
    r"albuterol": "salbutamol (INN)",
    r"slipped dis[ck]": "disc herniation",
    r"reflex sympathetic dystrophy": "complex regional pain syndrome",
    r"Hodgkin'?s? disease": "Hodgkin lymphoma",
    r"(?:geriatric|retarded) patients?": "older person",
}  # fmt: skip


def _compile(words: dict[str, str]) -> list[tuple[re.Pattern[str], str]]:
    # An origin is only one with its capital: a white line is not a person.
    return [
        (re.compile(rf"\b(?:{pattern})\b", 0 if pattern.startswith("(?:White") else re.IGNORECASE), remedy)
        for pattern, remedy in words.items()
    ]


_LISTS = (
    ("W21", "{!r} stigmatises or takes one kind of person for the rule", _compile(STIGMA)),
    ("W23", "{!r} is outdated", _compile(OUTDATED)),
)


def check(content: Content) -> Iterator[Problem]:
    """Check every item and every page."""
    for asked in asked_items(content):
        for passage in passages(asked.item):
            # A misconception is the learner's mistaken idea, in the learner's words, and never shown.
            if passage.path[-1] != "misconception":
                for _, rule, message, remedy in found_in(passage.text):
                    yield asked.problem(passage.path, rule, message, remedy)
    for told in told_texts(content):
        for _, rule, message, remedy in found_in(told.text):
            yield told.problem(rule, message, remedy)
    for block in blocks(content):
        for at, rule, message, remedy in found_in(block.text):
            yield block.problem(at, rule, message, remedy)


def found_in(text: str) -> Iterator[tuple[int, str, str, str]]:
    """Return place, rule, message and remedy of every such word."""
    for found in COLOUR.finditer(text):
        yield found.start(), "E14", f"{found[0]!r} is a cue for some readers only", "name its shape, place or label"
    for rule, message, patterns in _LISTS:
        for pattern, remedy in patterns:
            for found in pattern.finditer(text):
                yield found.start(), rule, message.format(found[0]), f"write: {remedy}"
