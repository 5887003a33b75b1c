"""Decision frameworks: NOMS."""

from typing import Annotated, Literal

from pydantic import Field

from redflags.model.evidence import Checked
from redflags.model.score.base import Dispute, Example, Score
from redflags.model.strict import Strict
from redflags.model.text import Text


class Choice(Strict):
    """One answer to an assessment."""

    id: Text
    label: Text
    counts_as: Text | None = None
    """What the rows call it, where several answers count alike; else its id."""
    dispute: Dispute | None = None
    """A disputed answer leads to no plan."""


class Assessment(Strict):
    """One of the questions that the framework asks."""

    id: Text
    label: Text
    choices: Annotated[list[Choice], Field(min_length=2)]


class Row(Strict):
    """One row: which answers lead to which plan."""

    when: dict[Text, Text]
    """Assessment -> what it counts as; an assessment that is left out may be anything."""
    plan: Text
    checked: Checked
    """An `unread` row is never shown as fact."""


class PathwayExample(Example):
    """A patient and the plan of the row that fits."""

    inputs: dict[Text, Text]
    """Assessment -> answer."""
    plan: Text
    row_checked: Checked


class Pathway(Score):
    """A framework that leads from a few assessments to a plan."""

    type: Literal["pathway"]
    assessments: Annotated[list[Assessment], Field(min_length=1)]
    rows: Annotated[list[Row], Field(min_length=1)]
    examples: list[PathwayExample]
