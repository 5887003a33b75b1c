"""An exercise as its author describes it: `exercise.yaml` and `items.yaml`, beside the notebook that solves it."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from redflags.model.items import Item
from redflags.model.objective import Track
from redflags.model.strict import MisfitError, Strict
from redflags.model.text import EvidenceId, RichText, Slug, Text

ValueType = Literal["number", "integer", "text", "list", "table", "mapping"]
Variable = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
"""A name that the student's code leaves behind."""
Points = Annotated[int, Field(ge=1, le=50)]
Sources = Annotated[list[EvidenceId], Field(min_length=1)]


class ItemQuestion(Strict):
    """A question from `items.yaml`, answered in a player; the item has its own objective and evidence."""

    id: Slug
    kind: Literal["item"]
    item: Slug
    """Id of the item."""
    points: Points | None = None
    """What the whole answer is worth; the item's own marks if left out."""


class ValueQuestion(Strict):
    """A value that the student's code leaves in a variable."""

    id: Slug
    kind: Literal["value"]
    variable: Variable
    type: ValueType
    says: Text
    """What the value is, in words: what a check and a report call it."""
    unit: Text | None = None
    plausible: tuple[float, float] | None = None
    """Between which limits any value makes sense, right or wrong: a check says when a number lies outside."""
    tolerance: Annotated[float, Field(ge=0)] = 0
    """How far a number may lie from the solution's."""
    relative: bool = False
    """Whether the tolerance is a share of the solution's number."""
    any_order: bool = False
    """Whether a list may stand in another order than the solution's."""
    points: Points
    objective: Slug
    evidence: Sources

    @model_validator(mode="after")
    def _fits(self) -> ValueQuestion:
        if self.plausible is not None:
            if self.type not in {"number", "integer"}:
                raise MisfitError("`plausible` belongs to a number or an integer", "plausible")
            if self.plausible[0] >= self.plausible[1]:
                raise MisfitError("`plausible` is [lowest, highest]", "plausible")
        if self.any_order and self.type != "list":
            raise MisfitError("`any_order` belongs to a list", "any_order")
        return self


class RubricLine(Strict):
    """One thing that a text should hold."""

    id: Slug
    text: Text
    points: Points


class TextQuestion(Strict):
    """A text that somebody reads, with a rubric."""

    id: Slug
    kind: Literal["text"]
    asks: RichText
    words: Annotated[int, Field(ge=10, le=2000)]
    """About how many words; a count stands under the field, and nothing is cut off."""
    points: Points
    objective: Slug
    evidence: Sources
    rubric: Annotated[list[RubricLine], Field(min_length=1)]

    @model_validator(mode="after")
    def _adds_up(self) -> TextQuestion:
        if sum(line.points for line in self.rubric) != self.points:
            raise MisfitError("the points of the rubric's lines don't add up to `points`", "points")
        ids = [line.id for line in self.rubric]
        if len(set(ids)) < len(ids):
            raise MisfitError("two lines of the rubric have the same id", "rubric")
        return self


ExerciseQuestion = Annotated[ItemQuestion | ValueQuestion | TextQuestion, Field(discriminator="kind")]


class ExerciseFile(Strict):
    """The file `exercise.yaml`: what the exercise is, and what each question is worth."""

    title: Text
    says: Text
    """One sentence: what a student does here; a list of exercises shows it."""
    minutes: Annotated[int, Field(ge=5, le=600)]
    track: Track = Track.BOTH
    code: bool
    """Whether students fill cells with code; without it, everything is answered in players and fields."""
    chapters: Annotated[list[Text], Field(min_length=1)]
    """Chapters to have read: paths in `book/`, without `.md`."""
    objectives: Annotated[list[Slug], Field(min_length=1)]
    """Objectives of the course that the exercise practises: ids that its quizzes define."""
    data: dict[EvidenceId, Annotated[list[Text], Field(min_length=1)]] = {}
    """Register entry -> names of those values that the notebook reads with `exercise.value(...)`: the others may be
    what is asked."""
    seeded: bool = False
    """Whether data vary with the student: `Exercise(..., me="...")`."""
    reviewed: date
    questions: Annotated[list[ExerciseQuestion], Field(min_length=1)]

    @model_validator(mode="after")
    def _told_apart(self) -> ExerciseFile:
        ids: set[str] = set()
        for place, question in enumerate(self.questions):
            for name in (question.id, getattr(question, "variable", None)):
                if name in ids:
                    raise MisfitError(f"`{name}` stands twice", "questions", place)
                if name is not None:
                    ids.add(name)
        return self


class ItemsFile(Strict):
    """The file `items.yaml`: items as in a quiz; their objectives are the course's."""

    items: Annotated[list[Item], Field(min_length=1)]
