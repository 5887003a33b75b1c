"""What an expert thinks in a case: ranks, probabilities, illness scripts, the pause, the debrief."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from redflags.model.case.action import FromRegister, Window
from redflags.model.strict import Strict
from redflags.model.text import EvidenceId, RichText, Slug, Text

Ranks = Annotated[list[Slug], Field(min_length=3, max_length=5)]
"""Diagnoses, the likeliest first."""


class Diagnosis(Strict):
    """One of the pick-list."""

    id: Slug
    text: Text
    cancer: bool
    answer: bool = False


class Finding(Strict):
    """A fact that a learner may pin."""

    id: Slug
    text: Text


class Experts(Strict):
    """The expert's ranked differential at each stage."""

    opening: Ranks
    bedside: Ranks
    decision: Ranks
    final: Ranks


class Update(Strict):
    """A finding whose likelihood ratio the register has for people like these."""

    finding: Slug
    evidence: EvidenceId
    value: Text
    """Name of the likelihood ratio in the entry."""
    interval: Text | None = None
    """Name of its interval."""


class Reference(Strict):
    """The probability of cancer as the register gives it."""

    prior: FromRegister | None = None
    updates: list[Update] = []
    says: RichText
    """Whose population it is, what it leaves out; why there is none if there is none."""


class Absence(Strict):
    """Something expected that isn't there."""

    text: Text


class Pause(Strict):
    """The expert's grid for the answer, before deciding."""

    for_: Annotated[list[Slug], Field(alias="for", min_length=1)]
    against: list[Slug] = []
    absent: list[Absence] = []


class Safety(Strict):
    """One of these acts must be done in time, whatever else was right."""

    any_of: Annotated[list[Slug], Field(min_length=1)]
    within: Window
    why: RichText


class Debrief(Strict):
    """What is said when all is over."""

    representation: RichText
    """The expert's problem representation."""
    features: Annotated[list[Text], Field(min_length=5, max_length=7)]
    """Key features and semantic qualifiers, ticked off in one's own sentence."""
    points: Annotated[list[RichText], Field(min_length=4, max_length=8)]
    """Management points, each cited."""
    nurse: RichText | None = None
    """What a nurse would add, and so on: a view, nobody's words."""
    radiologist: RichText | None = None
    oncologist: RichText | None = None
    surgeon: RichText | None = None
    physiotherapist: RichText | None = None
    gp: RichText | None = None
    unknown: RichText
    """What is not known."""


VOICES = ("nurse", "radiologist", "oncologist", "surgeon", "physiotherapist", "gp")
"""Fields of a debrief that hold somebody's view, in the order in which they are shown."""
