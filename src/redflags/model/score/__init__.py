"""Scoring systems as data, one kind per module, and the union of them."""

from typing import Annotated

from pydantic import Field, RootModel

from redflags.model.score.base import Band, Dispute, Example, Score
from redflags.model.score.conversion import Conversion
from redflags.model.score.formula import Formula
from redflags.model.score.grades import Grades
from redflags.model.score.lookup import Lookup
from redflags.model.score.marking import Marking
from redflags.model.score.names import Names
from redflags.model.score.pathway import Pathway
from redflags.model.score.steps import Steps
from redflags.model.score.table import Table
from redflags.model.score.total import Total

AnyScore = Annotated[
    Total | Grades | Lookup | Formula | Table | Pathway | Conversion | Marking | Steps | Names,
    Field(discriminator="type"),
]
"""Any scoring system; `type` says which kind."""


class ScoreFile(RootModel[AnyScore]):
    """One file of `book/scores/`; its name is the score's id."""


__all__ = [
    "AnyScore",
    "Band",
    "Conversion",
    "Dispute",
    "Example",
    "Formula",
    "Grades",
    "Lookup",
    "Marking",
    "Names",
    "Pathway",
    "Score",
    "ScoreFile",
    "Steps",
    "Table",
    "Total",
]
