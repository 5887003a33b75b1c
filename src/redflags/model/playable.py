"""A case as the players read it: one JSON value that needs nothing beside it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from redflags.model.case.action import Kind, Outcome, Window, Worth
from redflags.model.case.condition import Needs
from redflags.model.case.path import Paths
from redflags.model.case.reasoning import Debrief, Diagnosis, Experts, Finding, Pause, Safety
from redflags.model.case.story import Condition, Ending, Person, Transition
from redflags.model.compiled import EvidenceNote
from redflags.model.objective import Track
from redflags.model.strict import Strict
from redflags.model.text import RichText


class Radiation(Strict):
    """A dose, cited."""

    mSv: tuple[float, float]  # noqa: N815 (the unit is written so)
    """Its range; twice the same where the register has one number."""
    evidence: str


class PlayableAction(Strict):
    """An act with the catalogue's words filled in."""

    id: str
    kind: Kind
    label: str
    words: list[str]
    minutes: int
    delay: int
    cost: int
    radiation: Radiation | None
    again: bool
    value: Worth
    why: RichText | None
    window: Window | None
    needs: Needs | None
    sets: list[str]
    gives: Annotated[list[Outcome], Field(min_length=1)]
    ends: bool


class Prior(Strict):
    """The probability before anything is known."""

    p: float
    evidence: str


class PlayableUpdate(Strict):
    """A likelihood ratio and its interval."""

    finding: str
    evidence: str
    lr: float
    interval: tuple[float, float] | None


class PlayableReference(Strict):
    """The register's probability of cancer."""

    prior: Prior | None
    updates: list[PlayableUpdate]
    says: RichText


class PlayableCase(Strict):
    """One case with everything its player needs."""

    name: str
    hash: str
    """Over all that a log's replay depends on, and no words: a log fits the case that has its hash."""
    title: str
    track: Track
    setting: str
    reviewed: str
    person: Person
    opening: RichText
    start: str
    limit: int
    state: Condition
    flags: list[str]
    diagnoses: list[Diagnosis]
    findings: list[Finding]
    actions: list[PlayableAction]
    transitions: list[Transition]
    epilogue: list[Ending]
    experts: Experts
    reference: PlayableReference
    script: dict[str, dict[str, int]]
    pause: Pause
    safety: Safety | None
    debrief: Debrief
    paths: Paths
    rubric: dict[str, str]
    """How each mark is made, as it is printed."""
    evidence: dict[str, EvidenceNote]
    """Every entry that the case cites, by id."""
    objectives: dict[str, str]
    """Text of every objective that it exercises, by id."""
