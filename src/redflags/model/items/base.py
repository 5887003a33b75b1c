"""What every item has, and the pieces that several types share."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from string import ascii_lowercase
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Protocol

from pydantic import Field, PrivateAttr, StringConstraints, computed_field, model_validator

from redflags.model.objective import Level, Track
from redflags.model.record import Record, require_tabs
from redflags.model.strict import MisfitError, Strict
from redflags.model.text import EvidenceId, RichText, Slug, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

NOT_ASKED = frozenset(
    {"hash", "why", "misconception", "right_if", "take_home", "otherwise", "wrong", "fits", "evidence", "claims"}
    | {"reviewed", "objective", "level", "track", "reasoning", "model_answer", "citation"}
)
"""Keys that a learner reads after answering, or never: changing them does not ask the item again."""


RuleCode = Annotated[str, Field(pattern=r"^[EW][0-9]{2}$")]
"""Code of a linter rule."""
Reason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=10)]
"""Words enough for another author to see why."""


class Option(Strict):
    """One choice, with the reason that its reader gets to see."""

    text: RichText
    correct: bool = False
    why: RichText
    """Why this option is right or wrong; shown after answering."""
    misconception: Text | None = None
    """On a wrong option: the mistaken idea that choosing it shows."""
    right_if: RichText | None = None
    """On a wrong option: what would have to be different for it to be right."""
    _id: str = PrivateAttr(default="")

    @computed_field  # type: ignore[prop-decorator]  # mypy knows no decorated property
    @property
    def id(self) -> str:
        """Letter by position, from a."""
        return self._id

    @model_validator(mode="after")
    def _wrong_options_teach(self) -> Option:
        if not self.correct and self.misconception is None:
            raise ValueError("a wrong option needs `misconception`: the mistaken idea that choosing it shows")
        if self.correct and (self.misconception or self.right_if):
            raise ValueError("a correct option has neither `misconception` nor `right_if`")
        return self


class _Worded(Protocol):
    """Something with words, named by the list or mapping that holds it."""

    _id: str

    @property
    def text(self) -> RichText: ...


def letter(options: Sequence[_Worded]) -> None:
    """Give each option its letter."""
    for option, name in zip(options, ascii_lowercase, strict=False):
        option._id = name  # noqa: SLF001 (ours: the letter comes from the list that holds the option)


def require_distinct(options: Sequence[_Worded], where: str = "options", keys: Sequence[str] | None = None) -> None:
    """Refuse two options with the same words.

    Parameters
    ----------
    options
        Anything with words.
    where
        Key of the item that holds them.
    keys
        Their names, where that key holds a mapping.
    """
    seen: set[str] = set()
    for place, option in enumerate(options):
        words = option.text.plain().casefold().rstrip(".")
        if words in seen:
            at = place if keys is None else keys[place]
            raise MisfitError(f"two {where} say the same: {option.text.plain()!r}", where, at)
        seen.add(words)


class ItemBase(Strict):
    """What every item has."""

    in_exams: ClassVar[bool] = True
    """Whether a drawn exam may ask it; a type that no machine marks teaches, and an exam's sum would leave it out."""

    id: Slug
    objective: Slug
    """Id of the objective (in the same file) that the item tests."""
    level: Level
    track: Track = Track.BOTH
    stem: RichText
    """The vignette: who, where, what was found."""
    record: Record | None = None
    """Tabs of the person's electronic record, shown under the stem; with values over time it makes a trend item."""
    lead_in: RichText
    """The question, which can be answered with the options covered."""
    take_home: RichText
    """The one sentence to remember."""
    evidence: Annotated[list[EvidenceId], Field(min_length=1)]
    """Register entries that the key and the reasons rest on."""
    claims: list[Slug] = []
    """Web claims (in `web-claims.yaml`) that the item answers."""
    reviewed: date
    """When its words were last held against the register entries that they rest on."""
    waive: dict[RuleCode, Reason] = Field(default={}, exclude=True)
    """Linter rules that this item breaks for a reason: `W04: the reason`. Never part of a page."""

    _seen: str = PrivateAttr(default="")

    @property
    def seen(self) -> str:
        """In a case: a digest of the record as its reader has seen it by then; it belongs to the question."""
        return self._seen

    @computed_field  # type: ignore[prop-decorator]  # mypy knows no decorated property
    @property
    def hash(self) -> str:
        """Twelve hex digits over what is asked and what is right, so that a changed item asks again."""
        asked = _asked(self.model_dump(mode="json", exclude={"hash"}))
        if self.seen:
            asked["seen"] = self.seen
        if self.record is None:
            # Items that have none keep the hash, and so the answers, that they had before records existed.
            del asked["record"]
        text = json.dumps(asked, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()[:12]

    @model_validator(mode="after")
    def _tabs_differ(self) -> ItemBase:
        require_tabs(self.record or [])
        return self


def _asked(value: Any) -> Any:
    """Drop what is not part of the question from a dumped item."""
    if isinstance(value, dict):
        return {key: _asked(inner) for key, inner in value.items() if key not in NOT_ASKED}
    if isinstance(value, list):
        return [_asked(inner) for inner in value]
    return value


class Blank(Strict):
    """A drop-down in a sentence."""

    label: Text
    """What a screen reader calls the drop-down, such as "first action"."""
    options: Annotated[list[Option], Field(min_length=3, max_length=5)]

    @model_validator(mode="after")
    def _one_right(self) -> Blank:
        letter(self.options)
        require_distinct(self.options)
        exactly_one_correct(self.options, "a drop-down")
        return self


def exactly_one_correct(options: Sequence[Option], what: str, where: str = "options") -> None:
    """Refuse a list of options with no key or two."""
    keys = [place for place, option in enumerate(options) if option.correct]
    if len(keys) != 1:
        path = (where, keys[1]) if keys else (where,)
        raise MisfitError(f"{what} has exactly one option with `correct: true`; here are {len(keys)}", *path)
