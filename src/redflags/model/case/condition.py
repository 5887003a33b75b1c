"""What must hold of the simulation for something to be said, done or to happen."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, TypeAlias

from pydantic import Field, model_validator

from redflags.model.strict import Strict
from redflags.model.text import RichText, Slug

Minute: TypeAlias = Annotated[int, Field(ge=0, le=20160)]
"""Simulated minutes from the start; no story is longer than two weeks."""
Pain: TypeAlias = Annotated[int, Field(ge=0, le=10)]


class Neuro(StrEnum):
    """How well the legs work, by the letters of the ASIA impairment scale: E is normal, A is complete loss."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"


class When(Strict):
    """All that is given must hold."""

    flags: list[Slug] = []
    """All of these are set."""
    without: list[Slug] = []
    """None of these is set."""
    neuro: list[Neuro] = []
    """It is one of these."""
    pain_at_least: Pain | None = None
    after: Minute | None = None
    """From this minute on."""
    before: Minute | None = None
    """Until before this minute."""

    @model_validator(mode="after")
    def _says_something(self) -> When:
        if not any(getattr(self, name) not in (None, []) for name in When.model_fields):
            raise ValueError("it names no condition: leave it out where it always holds")
        if self.after is not None and self.before is not None and self.after >= self.before:
            raise ValueError("`after` must be less than `before`")
        return self


class Needs(When):
    """What an act needs; where it isn't met, the time is spent and `say` is the answer."""

    say: RichText
