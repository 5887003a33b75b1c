"""The person, the course of the illness without help, and the end of the story."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from redflags.model.case.condition import Minute, Neuro, Pain, When
from redflags.model.strict import Strict
from redflags.model.text import RichText, Slug, Text


class Person(Strict):
    """Who it is about; invented."""

    name: Text
    age: Annotated[int, Field(ge=1, le=110)]
    sex: Text
    life: Text
    """In a sentence: work, home, who is there."""


class Condition(Strict):
    """How the person is at the start."""

    neuro: Neuro
    pain: Pain


class Change(Strict):
    """What becomes of the person; what isn't named stays."""

    neuro: Neuro | None = None
    pain: Pain | None = None
    sets: list[Slug] = []
    text: RichText | None = None
    """What can be seen of it; without it, it happens unseen."""

    @model_validator(mode="after")
    def _changes_something(self) -> Change:
        if self.neuro is None and self.pain is None and not self.sets and self.text is None:
            raise ValueError("nothing changes: name `neuro`, `pain`, `sets` or `text`")
        return self


class Transition(Strict):
    """Something that happens by itself, once."""

    after: Minute
    """Minutes from the start, or from the setting of `since`."""
    since: Slug | None = None
    unless: list[Slug] = []
    """Flags that hold it off for good if one is set by then."""
    when: When | None = None
    then: Change


class Ending(Strict):
    """How the story ends, where `when` holds."""

    when: When | None = None
    text: RichText
