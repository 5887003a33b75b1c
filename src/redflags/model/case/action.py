"""Acts: what can be ordered in a case, and the catalogue of those that many cases share."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, model_validator

from redflags.model.case.condition import Minute, Needs, When
from redflags.model.strict import MisfitError, Strict
from redflags.model.text import EvidenceId, RichText, Slug, Text

Band = Annotated[int, Field(ge=0, le=3)]
"""A band of cost; no price."""
OwnMinutes = Annotated[int, Field(ge=1, le=720)]
"""At least one, so that nothing happens twice in one minute by the learner's doing."""


class Kind(StrEnum):
    """What sort of act it is: the parts of the list that a learner searches."""

    HISTORY = "history"
    EXAMINATION = "examination"
    TEST = "test"
    TREATMENT = "treatment"
    COMMUNICATION = "communication"
    DISPOSITION = "disposition"


class Worth(StrEnum):
    """What an act is worth to this person."""

    CRITICAL = "critical"
    USEFUL = "useful"
    NEUTRAL = "neutral"
    WASTEFUL = "wasteful"
    HARMFUL = "harmful"


class FromRegister(Strict):
    """A number of the evidence register."""

    evidence: EvidenceId
    value: Text
    """Name of the value in the entry."""


class CatalogueAction(Strict):
    """An act that many cases share, with the same words in each, so that the list betrays nothing."""

    id: Slug
    kind: Kind
    label: Text
    words: list[Text] = []
    """What else a learner may type to find it."""
    minutes: OwnMinutes
    """Of the learner's own time."""
    delay: Minute = 0
    """From then until the result."""
    cost: Band = 0
    radiation: FromRegister | None = None
    again: bool | None = None
    """Whether it can be ordered more than once; if it isn't said: examination and communication can."""
    normal: RichText | None = None
    """Words of a result without findings (`result: normal`)."""


class ActionFile(Strict):
    """The file `book/actions.yaml`."""

    actions: Annotated[list[CatalogueAction], Field(min_length=1)]


class Outcome(Strict):
    """What an act gives, where `when` holds as its result comes in."""

    when: When | None = None
    text: RichText
    findings: list[Slug] = []
    value: Worth | None = None
    """In place of the act's own: the same act can be right late and wrong early."""


class Window(Strict):
    """A guideline's time limit."""

    minutes: Annotated[int, Field(ge=1, le=20160)]
    """By then the result must be in."""
    evidence: EvidenceId
    """An entry that holds the number, as minutes, hours, days or weeks."""
    since: Annotated[Slug | None, Field(alias="from")] = None
    """The flag from whose setting it counts; the start if None."""


_NAMED_IN_CATALOGUE = ("id", "kind", "label", "words", "radiation")
_OWN = ("id", "kind", "label", "minutes")


class Action(Strict):
    """An act of one case: either `use`s the catalogue's, whose times it may change, or is the case's own."""

    use: Slug | None = None
    id: Slug | None = None
    kind: Kind | None = None
    label: Text | None = None
    words: list[Text] = []
    minutes: OwnMinutes | None = None
    delay: Minute | None = None
    cost: Band | None = None
    radiation: FromRegister | None = None
    again: bool | None = None
    value: Worth
    why: RichText | None = None
    """Told in the debrief."""
    window: Window | None = None
    needs: Needs | None = None
    sets: list[Slug] = []
    """Flags that are set when the result is in."""
    result: Literal["normal"] | None = None
    """The catalogue's words for a normal result."""
    gives: list[Outcome] = []
    """The first whose `when` holds is what it gives."""
    ends: bool = False
    """The learner's last act."""

    @property
    def name(self) -> str:
        """Its id in the case."""
        return self.use or self.id or ""

    @model_validator(mode="after")
    def _fits(self) -> Action:
        if self.use is not None:
            double = [name for name in _NAMED_IN_CATALOGUE if name in self.model_fields_set]
            if double:
                raise MisfitError(f"`{double[0]}` stands in the catalogue, in `{self.use}`", double[0])
        else:
            missing = [name for name in _OWN if getattr(self, name) is None]
            if missing:
                raise ValueError(f"an act of the case's own needs `{missing[0]}`; one of the catalogue needs `use`")
        if (self.result is None) == (not self.gives):
            raise ValueError("an act needs either `gives` or `result: normal`")
        if self.why is None and self.value is not Worth.NEUTRAL:
            raise ValueError(f"`why` is missing: say why the act is {self.value}")
        for number, outcome in enumerate(self.gives):
            last = number == len(self.gives) - 1
            if last and outcome.when is not None:
                raise MisfitError("the last outcome has no `when`: it holds where no other does", "gives", number)
            if not last and outcome.when is None:
                raise MisfitError("without `when` no later outcome can be reached", "gives", number)
        return self
