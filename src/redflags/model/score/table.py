"""Classifications by name: radiosensitivity of histologies."""

from typing import Annotated, Literal

from pydantic import Field

from redflags.model.evidence import Checked
from redflags.model.score.base import Example, Score
from redflags.model.strict import Strict
from redflags.model.text import Text


class Row(Strict):
    """One name and its class."""

    name: Text
    says: Text
    checked: Checked
    """An `unread` row is never shown as fact."""


class TableExample(Example):
    """A look-up and what it finds."""

    name: Text
    says: Text
    row_checked: Checked


class Table(Score):
    """A table that is looked up by name."""

    type: Literal["table"]
    asks: Text
    """What is looked up, for example "Histology"."""
    rows: Annotated[list[Row], Field(min_length=1)]
    examples: list[TableExample]
