"""A virtual patient: one file of `book/cases/`."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field, model_validator

from redflags.model.case.action import Action
from redflags.model.case.condition import Minute
from redflags.model.case.path import Paths
from redflags.model.case.reasoning import (
    VOICES,
    Debrief,
    Diagnosis,
    Experts,
    Finding,
    Pause,
    Reference,
    Safety,
)
from redflags.model.case.story import Condition, Ending, Person, Transition
from redflags.model.objective import Track
from redflags.model.strict import MisfitError, Strict
from redflags.model.text import RichText, Slug, Text

Start = Annotated[
    Text,
    Field(pattern=r"^(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday) ([01]\d|2[0-3]):[0-5]\d$"),
]
"""Such as "Wednesday 18:40"."""
Weight = Annotated[int, Field(ge=-2, le=2)]
FEWEST_VOICES = 2


class Case(Strict):
    """One file of `book/cases/`, named after the encounter, never after the diagnosis."""

    title: Text
    track: Track
    setting: Text
    objectives: Annotated[list[Slug], Field(min_length=1, max_length=6)]
    """Objectives of the course that playing it exercises."""
    reviewed: date
    person: Person
    opening: RichText
    """What you see, and the first words."""
    start: Start
    limit: Annotated[Minute, Field(ge=60)]
    """Simulated minutes after which the story ends, whatever was done."""
    state: Condition
    flags: list[Slug] = []
    """Flags that hold from the start."""
    diagnoses: Annotated[list[Diagnosis], Field(min_length=6, max_length=10)]
    findings: Annotated[list[Finding], Field(min_length=10, max_length=30)]
    actions: Annotated[list[Action], Field(min_length=25, max_length=80)]
    transitions: list[Transition] = []
    epilogue: Annotated[list[Ending], Field(min_length=1)]
    experts: Experts
    reference: Reference
    script: Annotated[dict[Slug, dict[Slug, Weight]], Field(min_length=6, max_length=12)]
    """Illness scripts: finding -> diagnosis -> weight."""
    pause: Pause
    safety: Safety | None = None
    debrief: Debrief
    paths: Paths
    waive: dict[str, Annotated[str, Field(min_length=10)]] = {}
    """Rule -> why it may be broken here."""

    @model_validator(mode="after")
    def _fits(self) -> Case:
        answers = [number for number, diagnosis in enumerate(self.diagnoses) if diagnosis.answer]
        if len(answers) != 1:
            raise MisfitError(f"exactly one diagnosis has `answer: true`; here are {len(answers)}", "diagnoses")
        for number, ending in enumerate(self.epilogue):
            if (ending.when is None) != (number == len(self.epilogue) - 1):
                raise MisfitError("all endings but the last have a `when`", "epilogue", number)
        voices = [name for name in VOICES if getattr(self.debrief, name) is not None]
        if len(voices) < FEWEST_VOICES:
            raise MisfitError(f"at least {FEWEST_VOICES} voices of {', '.join(VOICES)}", "debrief", *voices[:1])
        return self

    @property
    def answer(self) -> Diagnosis:
        """What the person has."""
        return next(diagnosis for diagnosis in self.diagnoses if diagnosis.answer)
