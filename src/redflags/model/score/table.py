"""Classifications by name: radiosensitivity of histologies."""

from typing import Annotated, Literal

from pydantic import Field

from redflags.model.evidence import Checked
from redflags.model.score.base import Example, Score
from redflags.model.strict import Strict
from redflags.model.text import Text


class Row(Strict):
    """One histology and its class."""

    histology: Text
    sensitivity: Text
    checked: Checked
    """An `unread` row is never shown as fact."""


class TableExample(Example):
    """A look-up and what it finds."""

    histology: Text
    sensitivity: Text
    row_checked: Checked


class Table(Score):
    """A table that is looked up by name."""

    type: Literal["table"]
    rows: Annotated[list[Row], Field(min_length=1)]
    examples: list[TableExample]
