"""The evidence register: each claim the course may make, with its source and how far it was checked."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from redflags.model.strict import Strict
from redflags.model.text import EvidenceId, Slug, Text


class Checked(StrEnum):
    """How far somebody checked a claim against its source."""

    READ = "read"
    """The cited work's own text was read, mostly its abstract."""
    SECOND_HAND = "second-hand"
    """Another page that reports the work was read."""
    UNREAD = "unread"
    """Nobody read a source: never shown to a learner as fact, and no page may cite it."""


class Value(Strict):
    """One number, range or word of a claim."""

    value: Annotated[float | list[float] | str, Field(union_mode="left_to_right")]
    """A number; `[low, high]` for a range or an interval; a word where the source gives none."""
    unit: str | None = None
    """Unit in the field's own words; "%" is set behind the number when it is shown."""


class Evidence(Strict):
    """One claim of the register, in this project's own words."""

    id: EvidenceId
    topic: Text
    claim: Text
    values: dict[str, Value] = {}
    population: Text
    """Whom the claim is about: it holds for nobody else."""
    source: Text
    """Key of the work in `references.bib`."""
    also: list[Text] = []
    """Further works that carry the claim."""
    also_seen_at: dict[str, Text] = {}
    locator: Text
    """Where in the work the claim stands."""
    checked: Checked
    seen_at: Text
    """What was read."""
    rechecked: date | None = None
    """When this project last looked the source up again."""
    note: Text | None = None


class EvidenceFile(Strict):
    """A file of the register."""

    evidence: Annotated[list[Evidence], Field(min_length=1)]


class Verdict(StrEnum):
    """What the register says of a claim found on the web."""

    SUPPORTED = "supported"
    QUALIFIED = "qualified"
    """True only with a limit that the course teaches."""
    CONTRADICTED = "contradicted"
    UNSUPPORTED = "unsupported"
    """Nobody has published evidence for it that this project could find."""
    OUT_OF_SCOPE = "out-of-scope"


class WebClaim(Strict):
    """A claim that an ordinary web article makes, held against the register."""

    id: Slug
    article: Text
    claim: Text
    verdict: Verdict
    why: Text
    evidence: list[EvidenceId] = []
    sources: list[Text] = []
    """Keys in `references.bib` that the verdict names besides its evidence."""


class WebClaimFile(Strict):
    """The file `web-claims.yaml`."""

    articles: dict[Slug, Text]
    claims: list[WebClaim]
