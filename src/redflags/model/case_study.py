"""An unfolding case: one person, one record that grows, six questions in the order of clinical judgement."""

from __future__ import annotations

import hashlib
import json
from enum import StrEnum
from typing import TYPE_CHECKING

from pydantic import model_validator

from redflags.model.items import Item
from redflags.model.record import Record, RecordTab, RecordTable, require_tabs
from redflags.model.strict import MisfitError, Strict
from redflags.model.text import RichText, Slug, Text

if TYPE_CHECKING:
    from collections.abc import Iterator


class Judgement(StrEnum):
    """The six skills of the clinical judgement measurement model (NCSBN), in their order."""

    RECOGNISE_CUES = "recognise-cues"
    ANALYSE_CUES = "analyse-cues"
    PRIORITISE_HYPOTHESES = "prioritise-hypotheses"
    GENERATE_SOLUTIONS = "generate-solutions"
    TAKE_ACTION = "take-action"
    EVALUATE_OUTCOMES = "evaluate-outcomes"


class Header(Strict):
    """Who the person is and where you meet them."""

    age: Text
    sex: Text
    setting: Text


class Addition(Strict):
    """What comes into the record with a step: a new tab (`name`), or more in a tab that is there (`tab`)."""

    name: Text | None = None
    tab: Text | None = None
    text: RichText | None = None
    table: RecordTable | None = None
    """In a tab with a table: its new times, and rows named as there."""

    @model_validator(mode="after")
    def _one_of_two(self) -> Addition:
        if (self.name is None) == (self.tab is None):
            raise ValueError("an addition names either a new tab (`name`) or one that is there (`tab`)")
        if (self.text is None) == (self.table is None):
            raise ValueError("an addition needs either `text` or `table`")
        return self

    @property
    def as_tab(self) -> RecordTab:
        """What is added, as a tab of the name that it stands under."""
        # Its parts were read already, and text that was read can't be read again.
        return RecordTab.model_construct(name=self.name or self.tab or "", text=self.text, table=self.table)


class Step(Strict):
    """One question of a case, and what comes into the record with it."""

    step: Judgement
    adds: list[Addition] = []
    item: Item


class CaseStudy(Strict):
    """A case of six steps."""

    id: Slug
    title: Text
    header: Header
    record: Record
    """The record as it stands at the first step."""
    steps: list[Step]

    @model_validator(mode="after")
    def _six_in_order(self) -> CaseStudy:
        require_tabs(self.record)
        order = list(Judgement)
        if len(self.steps) != len(order):
            raise MisfitError(f"a case has six steps ({', '.join(order)}); here are {len(self.steps)}", "steps")
        for place, (step, due) in enumerate(zip(self.steps, order, strict=True)):
            if step.step is not due:
                raise MisfitError(f"step {place + 1} of a case is `{due}`, not `{step.step}`", "steps", place, "step")
        self._follow_record()
        return self

    def _follow_record(self) -> None:
        """Refuse additions that fit nothing; note with each item what its reader has seen by then."""
        tabs = {tab.name: tab for tab in self.record}
        seen = hashlib.sha256(self._words([self.header, *self.record]))
        for place, step in enumerate(self.steps):
            for number, addition in enumerate(step.adds):
                at = ("steps", place, "adds", number)
                _require_fit(addition, tabs, at)
                tabs.setdefault(addition.as_tab.name, addition.as_tab)
            seen.update(self._words([addition.as_tab for addition in step.adds]))
            step.item._seen = seen.hexdigest()  # noqa: SLF001 (ours: what was seen comes from the case around the item)

    def _words(self, parts: list[Header | RecordTab]) -> bytes:
        return json.dumps([part.model_dump(mode="json") for part in parts], sort_keys=True).encode()


def _require_fit(addition: Addition, tabs: dict[str, RecordTab], at: tuple[str | int, ...]) -> None:
    if addition.name is not None:
        if addition.name.casefold() in {name.casefold() for name in tabs}:
            raise MisfitError(f"there is a tab {addition.name!r} already: add to it with `tab`", *at, "name")
        return
    tab = tabs.get(addition.tab or "")
    if tab is None:
        raise MisfitError(f"no tab {addition.tab!r}; tabs are {', '.join(tabs)}", *at, "tab")
    if (tab.table is None) != (addition.table is None):
        kind = "text" if tab.table is None else "a table"
        raise MisfitError(f"the tab {addition.tab!r} holds {kind}, and so must what is added", *at)
    if tab.table and addition.table:
        again = [time for time in addition.table.times if time in tab.table.times]
        if again:
            raise MisfitError(f"the tab {addition.tab!r} has the time {again[0]!r} already", *at, "table")
        known = [row[0] for row in tab.table.rows]
        strange = [row[0] for row in addition.table.rows if row[0] not in known]
        if strange:
            raise MisfitError(f"no row {strange[0]!r}; rows are {', '.join(known)}", *at, "table")


def texts(case: CaseStudy) -> Iterator[tuple[tuple[str | int, ...], int, RecordTab]]:
    """Return what stands in a case beside its items: path, number of the step it comes with (0 at first), tab."""
    yield from ((("record", number), 0, tab) for number, tab in enumerate(case.record))
    for place, step in enumerate(case.steps):
        yield from (
            (("steps", place, "adds", number), place, addition.as_tab) for number, addition in enumerate(step.adds)
        )
