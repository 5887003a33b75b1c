"""Script concordance: what a new finding does to a hypothesis, and how a panel of clinicians answered, if one did."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, PrivateAttr, computed_field, model_validator

from redflags.model.items.base import ItemBase
from redflags.model.strict import MisfitError, Strict
from redflags.model.text import EvidenceId, RichText, Text


class Panel(Strict):
    """Published answers of real clinicians; there is no other way to have a panel."""

    counts: Annotated[list[Annotated[int, Field(ge=0)]], Field(min_length=5, max_length=5)]
    """How many of them chose -2, -1, 0, +1 and +2."""
    source: Text
    """Key of the work in `references.bib` that reports their answers."""
    evidence: EvidenceId | None = None
    """The register entry made from that work, one of the item's `evidence`."""
    _citation: str = PrivateAttr(default="")

    @computed_field  # type: ignore[prop-decorator]  # mypy knows no decorated property
    @property
    def citation(self) -> str:
        """The work, formatted for a reader; set by who reads the files."""
        return self._citation

    def cite(self, citation: str) -> None:
        """Give the panel its source in words."""
        self._citation = citation

    @model_validator(mode="after")
    def _somebody_answered(self) -> Panel:
        if sum(self.counts) == 0:
            raise MisfitError("nobody answered: leave out `panel`", "counts")
        return self


class ScriptConcordance(ItemBase):
    """A vignette (`stem`), a hypothesis, a finding; the answer runs from -2 to +2.

    Without a panel the item is not marked: reasoning can be shown to be sound or not, agreement with a panel can't be
    had without one.
    """

    in_exams = False

    type: Literal["script-concordance"]
    hypothesis: RichText
    """Goes on from "If you were thinking of"."""
    finding: RichText
    """Goes on from "and you find"."""
    direction: Literal["less", "same", "more"]
    """Which way the evidence moves the hypothesis."""
    reasoning: RichText
    """Why, with its evidence."""
    panel: Panel | None = None

    @model_validator(mode="after")
    def _panel_is_cited(self) -> ScriptConcordance:
        if self.panel and self.panel.evidence and self.panel.evidence not in self.evidence:
            raise MisfitError(f"`{self.panel.evidence}` must stand in the item's `evidence` too", "panel", "evidence")
        return self
