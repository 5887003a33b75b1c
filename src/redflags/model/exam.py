"""A mock exam: how many questions of each part of the course, for whom, in what time."""

from typing import Annotated

from pydantic import Field

from redflags.model.objective import Track
from redflags.model.strict import Strict
from redflags.model.text import Text


class Cell(Strict):
    """One row of the blueprint."""

    part: Annotated[str, Field(pattern=r"^[0-9]-[a-z]+$")]
    """Folder of the part in `book/`."""
    items: Annotated[int, Field(ge=1)]


class Exam(Strict):
    """One file of `book/exams/`, named after the file; its questions are drawn from the bank."""

    title: Text
    track: Track
    """Questions for the other track are left out."""
    minutes: Annotated[int, Field(ge=1)]
    above_recall: Annotated[float, Field(ge=0, le=1)] = 0.5
    """Least share of questions above `remember` and `understand`."""
    case_studies: Annotated[int, Field(ge=0)] = 0
    """Unfolding cases of six questions, besides the blueprint's."""
    blueprint: Annotated[list[Cell], Field(min_length=1)]
