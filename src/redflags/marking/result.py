"""What marking gives back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable


class ResponseError(ValueError):
    """A response that no player of the item's type can give."""


@dataclass(frozen=True)
class Part:
    """One element of an answer: an option, a row, a cell, a place, a number."""

    id: str
    earned: float
    """Marks for this element before any floor: 1, 0 or -1, or a share of 1 where a panel gives credit."""
    right: bool
    """Whether the element stands as the key has it (a wrong option left alone is right)."""
    chosen: bool | str | None
    """Whether an option was picked, or what was put into a row or drop-down."""


@dataclass(frozen=True)
class Mark:
    """Marks for one response."""

    earned: float
    max: int
    """0 where nothing can be marked: a concordance item without a panel."""
    parts: list[Part]
    chance: float
    """Expected fraction of the maximum for guessing at random (0 to 1)."""

    @property
    def fraction(self) -> float:
        """Earned marks over the maximum; 0 where there is none."""
        return self.earned / self.max if self.max else 0.0


def picks(options: Iterable[dict[str, Any]], response: Any) -> set[str]:
    """Return the options picked, or raise ResponseError."""
    if response is None:
        return set()
    if not isinstance(response, list) or not all(isinstance(pick, str) for pick in response):
        raise ResponseError(f"expected a list of option letters, got {response!r}")
    known = {option["id"] for option in options}
    unknown = sorted(set(response) - known)
    if unknown:
        raise ResponseError(f"no option {', '.join(unknown)}; options are {', '.join(sorted(known))}")
    if len(set(response)) < len(response):
        raise ResponseError("an option was picked twice")
    return set(response)


def choices(response: Any, allowed: dict[str, set[str]]) -> dict[str, str]:
    """Return what was put into each named place (row or drop-down), or raise ResponseError."""
    if response is None:
        return {}
    if not isinstance(response, dict):
        raise ResponseError(f"expected a choice for each of {', '.join(allowed)}, got {response!r}")
    for place, choice in response.items():
        if place not in allowed:
            raise ResponseError(f"no place {place!r}; places are {', '.join(allowed)}")
        if not isinstance(choice, str) or choice not in allowed[place]:
            raise ResponseError(f"{choice!r} cannot be put into {place}")
    return response


def placed(response: Any, allowed: dict[str, set[str]], once: Iterable[Iterable[str]]) -> dict[str, str]:
    """Return what was put into each place, or raise ResponseError.

    Parameters
    ----------
    response
        Place to token.
    allowed
        The tokens that each place can take.
    once
        Sets of places that share their tokens, so that a token stands in one of them only.
    """
    chosen = choices(response, allowed)
    for places in once:
        tokens = [chosen[place] for place in places if place in chosen]
        if len(set(tokens)) < len(tokens):
            raise ResponseError("a token was placed twice")
    return chosen


def several(response: Any, allowed: dict[str, set[str]]) -> dict[str, set[str]]:
    """Return everything that was chosen for each named row or group, or raise ResponseError."""
    if response is None:
        return {}
    if not isinstance(response, dict):
        raise ResponseError(f"expected a list for each of {', '.join(allowed)}, got {response!r}")
    for place, chosen in response.items():
        if place not in allowed:
            raise ResponseError(f"no place {place!r}; places are {', '.join(allowed)}")
        if not isinstance(chosen, list) or not all(isinstance(one, str) and one in allowed[place] for one in chosen):
            raise ResponseError(f"{chosen!r} cannot be put into {place}")
        if len(set(chosen)) < len(chosen):
            raise ResponseError(f"something was put into {place} twice")
    return {place: set(chosen) for place, chosen in response.items()}
