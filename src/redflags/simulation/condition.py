"""Whether a condition (`when`, `needs`) holds of a state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence


def holds(when: dict[str, Any] | None, state: dict[str, Any]) -> bool:
    """Whether all that is given holds now; nothing given holds always."""
    if when is None:
        return True
    flags, pain, after, before = state["flags"], when["pain_at_least"], when["after"], when["before"]
    return (
        all(flag in flags for flag in when["flags"])
        and not any(flag in flags for flag in when["without"])
        and (not when["neuro"] or state["neuro"] in when["neuro"])
        and (pain is None or state["pain"] >= pain)
        and (after is None or state["clock"] >= after)
        and (before is None or state["clock"] < before)
    )


def first_that_holds(outcomes: Sequence[dict[str, Any]], state: dict[str, Any]) -> int:
    """Return the place of the first outcome whose `when` holds; the last one always does."""
    return next(place for place, outcome in enumerate(outcomes) if holds(outcome["when"], state))
