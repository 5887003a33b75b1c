"""Published rules for marking test items: the NCLEX NGN rules that this course imitates."""

from typing import Annotated, Literal

from pydantic import Field

from redflags.model.evidence import Checked
from redflags.model.score.base import Example, Score
from redflags.model.strict import Strict
from redflags.model.text import Slug, Text


class Rule(Strict):
    """One marking rule and the item types that use it."""

    id: Slug
    name: Text
    definition: Text
    item_types: list[Text]
    item_types_secondary: list[Text] = []
    """Item types for which only secondary pages say so."""
    checked: Checked
    unverified: Text | None = None
    """What could not be read of the rule."""


class MarkingExample(Example):
    """An answer, counted or judged, and its marks."""

    rule: Slug
    counts: dict[Text, int] = {}
    judged: dict[Text, bool] = {}
    score: int
    max: int


class Marking(Score):
    """Rules that turn an answer into marks."""

    type: Literal["marking"]
    rules: Annotated[list[Rule], Field(min_length=1)]
    bow_tie: Text
    examples: list[MarkingExample]
