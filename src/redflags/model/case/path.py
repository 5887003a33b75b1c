"""Ways through a case that its author writes down, with the marks that each must earn."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field, model_validator

from redflags.model.case.condition import Neuro
from redflags.model.strict import Strict
from redflags.model.text import Slug

Share = Annotated[float, Field(ge=0, le=1)]


class Wait(Strict):
    """Waiting: so many minutes, or until the next result (an hour if none is due)."""

    wait: Annotated[int, Field(ge=1, le=10080)] | Literal["next"]


PathStep: TypeAlias = Annotated[Slug | Wait, Field(union_mode="left_to_right")]


class Answer(Strict):
    """What the learner of a path says at a stage."""

    ranks: Annotated[list[Slug], Field(min_length=1, max_length=5)]
    cancer: Annotated[int, Field(ge=0, le=100)]
    """Per cent."""


class Answers(Strict):
    """One for each stage; a path that ends by time before any test needs no `bedside`."""

    opening: Answer
    bedside: Answer | None = None
    decision: Answer
    final: Answer


class Asserted(Strict):
    """The marks that a path must earn; one that the case doesn't have is left out."""

    thoroughness: Share
    efficiency: Share | None = None
    timeliness: Share | None = None
    harm: Annotated[int, Field(ge=0)]
    lead_before: Annotated[int, Field(ge=0, le=1)]
    lead_after: Annotated[int, Field(ge=0, le=1)]
    safety: Literal["passed", "failed", "not-at-stake"]
    neuro: Neuro
    """At the end of the story."""


class Path(Strict):
    """One way through."""

    steps: Annotated[list[PathStep], Field(min_length=1)]
    """Ids of acts, and waits."""
    stages: Answers
    marks: Asserted


class Paths(Strict):
    """The ways that every case has."""

    expert: Path
    careless: Path

    @model_validator(mode="after")
    def _differ(self) -> Paths:
        if self.expert.steps == self.careless.steps:
            raise ValueError("the two paths take the same steps")
        return self
