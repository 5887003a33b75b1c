"""Decision frameworks: NOMS."""

from typing import Annotated, Literal

from pydantic import Field

from redflags.model.evidence import Checked
from redflags.model.score.base import Example, Score
from redflags.model.strict import Strict
from redflags.model.text import Text


class Assessment(Strict):
    """One of the questions that the framework asks."""

    id: Text
    label: Text


class Choice(Strict):
    """One row: which answers lead to which plan."""

    escc: Literal["low", "high"]
    radiosensitivity: Literal["sensitive", "resistant"]
    stability: Literal["stable", "unstable"]
    fit_for_surgery: Literal["yes", "no", "any"]
    plan: Text
    checked: Checked
    """An `unread` row is never shown as fact."""


class PathwayExample(Example):
    """A patient and the plan of the row that fits."""

    escc: Text
    """Grade of the ESCC scale."""
    radiosensitivity: Literal["sensitive", "resistant"]
    stability: Literal["stable", "unstable"]
    fit_for_surgery: bool
    plan: Text
    row_checked: Checked


class Pathway(Score):
    """A framework that leads from a few assessments to a plan."""

    type: Literal["pathway"]
    assessments: Annotated[list[Assessment], Field(min_length=1)]
    rows: Annotated[list[Choice], Field(min_length=1)]
    examples: list[PathwayExample]
