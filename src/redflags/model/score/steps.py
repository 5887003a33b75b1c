"""Ordered steps of a model of thinking: the NCSBN Clinical Judgment Measurement Model."""

from typing import Annotated, Literal

from pydantic import Field

from redflags.model.score.base import Example, Score
from redflags.model.strict import Strict
from redflags.model.text import Slug, Text


class Step(Strict):
    """One step, in the model's order."""

    id: Slug
    ask: Text
    """What somebody at this step asks, in this project's words."""
    in_this_course: Text

    @property
    def name(self) -> str:
        """The step's id in words."""
        return self.id.replace("-", " ").capitalize()


class StepsExample(Example):
    """A task, and the step that it tests."""

    task: Text
    step: Slug


class Steps(Score):
    """A model made of ordered steps."""

    type: Literal["steps"]
    steps: Annotated[list[Step], Field(min_length=1)]
    examples: list[StepsExample]
