"""Things that belong in some of several groups: columns of a matrix, categories of a sorting task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from redflags.model.strict import MisfitError

if TYPE_CHECKING:
    from collections.abc import Sequence


def require_groups(
    groups: Sequence[str], things: Sequence[tuple[str, Sequence[str]]], names: tuple[str, str, str]
) -> None:
    """Refuse headings that repeat, keys that are no heading, groups that nothing is right in.

    Parameters
    ----------
    groups
        The headings.
    things
        The words of each thing, and the headings that it belongs under.
    names
        What a group is called, where the things stand in the item, and where their key does.
    """
    group, where, key = names
    if len(set(groups)) < len(groups):
        raise ValueError(f"two {group}s have the same heading")
    words = [text.casefold() for text, _ in things]
    for place, (text, keys) in enumerate(things):
        unknown = [name for name in keys if name not in groups]
        if unknown:
            raise MisfitError(f"{unknown[0]!r} is not a {group}; {group}s are {', '.join(groups)}", where, place, key)
        if len(set(keys)) < len(keys):
            raise MisfitError(f"a {group} stands twice", where, place, key)
        if words.count(text.casefold()) > 1:
            raise MisfitError(f"two {where} say the same: {text!r}", where, place)
    for name in groups:
        count = sum(name in keys for _, keys in things)
        if count in {0, len(things)}:
            raise ValueError(f"the {group} {name!r} needs at least one right and one wrong of the {where}")
