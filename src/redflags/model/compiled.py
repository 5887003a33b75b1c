"""What the build writes and every home of a player reads: content with its citations resolved, as JSON.

The front end's TypeScript types are generated from the serialisation schema of these models.
"""

from typing import Annotated

from pydantic import Field

from redflags.model.case_study import Header, Judgement
from redflags.model.evidence import Checked
from redflags.model.items import Item
from redflags.model.record import RecordTab
from redflags.model.strict import Strict


class EvidenceNote(Strict):
    """What a citation's popover shows."""

    claim: str
    population: str
    citation: str
    """The work, formatted for a reader."""
    url: str | None
    """Where the work can be found: its DOI, PubMed page or address."""
    checked: Checked
    rechecked: str | None
    """ISO date of the last look at the source, if this project took one."""


class CompiledStep(Strict):
    """A step of a case: its skill, its item, and what comes into the record with it."""

    step: Judgement
    item: str
    adds: list[RecordTab]
    """Under the name of the tab that they stand in or make."""


class CompiledCase(Strict):
    """A case without its items."""

    id: str
    title: str
    header: Header
    record: list[RecordTab]
    steps: list[CompiledStep]


class CompiledQuiz(Strict):
    """One quiz with everything its player needs."""

    name: str
    title: str
    marked: bool
    """Marked by an instructor: its items then hold what `redflags.keyless` lets through, and no more."""
    hand_in: str | None
    """Where to hand in the answers to a marked quiz."""
    items: Annotated[list[Item], Field(min_length=1)]
    case_studies: list[CompiledCase]
    """Cases whose items stand, one after another, among `items`."""
    evidence: dict[str, EvidenceNote]
    """Every entry that an item cites, by id; none in a marked quiz."""
    objectives: dict[str, str]
    """Text of every objective that an item tests, by id; none in a marked quiz."""
