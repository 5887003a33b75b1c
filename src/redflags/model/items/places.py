"""Named places in an author's text: `{name}` is where a blank or a span of that name stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from redflags.model.strict import Strict

if TYPE_CHECKING:
    from collections.abc import Iterable

_PLACE = re.compile(r"\{([^{}]*)\}")


class BlankSegment(Strict):
    """A place in the text that the learner fills."""

    blank: str


class SpanSegment(Strict):
    """A place in the text where words stand that the learner can highlight."""

    span: str


def blanks_in(text: str) -> list[str | BlankSegment]:
    """Split a text at its blanks."""
    return [BlankSegment(blank=part) if is_name else part for part, is_name in _split(text)]


def spans_in(text: str) -> list[str | SpanSegment]:
    """Split a text at its spans."""
    return [SpanSegment(span=part) if is_name else part for part, is_name in _split(text)]


def require_same(texts: Iterable[str], described: Iterable[str], where: str, key: str) -> None:
    """Refuse a name that the texts or the description have alone, or the texts twice."""
    named = [name for text in texts for name in _PLACE.findall(text)]
    if sorted(named) != sorted(described):
        raise ValueError(
            f"{where} the {key} {named or 'none'}, but `{key}` describes {list(described)}: "
            "each must stand in both exactly once"
        )


def _split(text: str) -> list[tuple[str, bool]]:
    parts = _PLACE.split(" ".join(text.split()))
    return [(part, place % 2 == 1) for place, part in enumerate(parts) if part]
