"""What every scoring system says of itself."""

from typing import Annotated

from pydantic import Field

from redflags.model.evidence import Checked
from redflags.model.strict import Strict
from redflags.model.text import EvidenceId, Slug, Text


class Score(Strict):
    """A scoring system, as far as all of them are alike; its id is the name of its file."""

    name: Text
    measures: Text
    """What it is about, and where that is often mistaken what it is not about."""
    direction: Text | None = None
    """Which end is worse, for example "higher = less stable"."""
    source: Text
    """Key of the work in `references.bib`."""
    also: list[Text] = []
    """Further works that carry it."""
    evidence: list[EvidenceId] = []
    """Entries of the register about it; a page that shows its numbers cites them."""
    checked: Checked
    seen_at: Text | None = None
    """What was read."""
    interpretation: list[Text] = []
    caveats: list[Text] = []


class Example(Strict):
    """A worked example: it teaches, and it tests both engines."""

    id: Slug
    note: Text | None = None


class Dispute(Strict):
    """A point that its sources leave open, or answer differently: shown as open, never decided by this course."""

    say: Text
    evidence: Annotated[list[EvidenceId], Field(min_length=1)]


class Band(Strict):
    """A named part of a score's range, both ends included."""

    id: Slug
    label: Text
    min: int
    max: int


Range = Annotated[list[int], Field(min_length=2, max_length=2)]
"""The lowest and the highest total."""
