"""What an explorer is to this course: a sentence, data from the register, and a version that reads without a script."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING, Any

from redflags.cite import CitationError, fill, require_citable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from redflags.model.evidence import Evidence
    from redflags.reading import Content

Json = dict[str, Any]


class LabError(ValueError):
    """An explorer that can't be made; the message is for its author."""


@dataclass(frozen=True)
class Lab:
    """One explorer."""

    name: str
    title: str
    says: str
    """The point, in one sentence that is true untouched."""
    data: Mapping[str, Any]
    """What the script reads: JSON, its numbers from a `Source`."""
    html: str
    """The readable version: drawing, table, sentences; `cite()` sets a citation."""
    evidence: Iterable[str]
    """Ids of the register entries behind it: `source.cited`."""
    start: Mapping[str, Any] = field(default_factory=dict)
    """Its state untouched, by key: what page and notebook begin with."""
    keeps: Sequence[str] = ()
    """Keys of the state that stay on the reader's device; the others are gone with the page."""
    modes: Sequence[str] = ("",)
    """What `:mode:` may name in a page; the first is what it is without."""
    simulation: bool = False
    """Its pictures are made by this course's own code: said wherever it stands."""
    uses: Sequence[tuple[str, str]] = ()
    """Further content that it is made from, as (kind, id) of `Content.places`: a change rebuilds its pages."""


class Source:
    """Reads values of the register, and notes which entries were read."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._cited: dict[str, None] = {}

    @property
    def cited(self) -> list[str]:
        """Ids of the entries that were read, in their order."""
        return list(self._cited)

    def entry(self, name: str) -> Evidence:
        """Return an entry that learners may be shown.

        Raises
        ------
        LabError
            There is none, or nobody has read its source.
        """
        found = self._content.evidence.get(name)
        if found is None:
            raise LabError(f"no evidence `{name}` in the register")
        try:
            require_citable(found, self._content.references)
        except CitationError as error:
            raise LabError(str(error)) from error
        self._cited[name] = None
        return found

    def value(self, name: str, key: str) -> float | list[float] | str:
        """Return a value of an entry as it stands.

        Raises
        ------
        LabError
            The entry has no such value.
        """
        values = self.entry(name).values
        if key not in values:
            raise LabError(f"{name} has no value `{key}` (its values: {', '.join(values) or 'none'})")
        return values[key].value

    def number(self, name: str, key: str) -> float:
        """Return a number of an entry."""
        found = self.value(name, key)
        if not isinstance(found, int | float):
            raise LabError(f"{name}: `{key}` is no number but {found!r}")
        return found

    def interval(self, name: str, key: str) -> tuple[float, float]:
        """Return both ends of a range or interval of an entry."""
        found = self.value(name, key)
        if not isinstance(found, list):
            raise LabError(f"{name}: `{key}` is no range but {found!r}")
        low, high = found
        return low, high

    def has(self, name: str, key: str) -> bool:
        """Say whether an entry has a value of that name."""
        return key in self.entry(name).values

    def words(self, name: str, template: str) -> str:
        """Return a template filled as in a chapter: `{cancers} of {patients}` becomes "13 of 1,975"."""
        try:
            return fill(self.entry(name), template)
        except CitationError as error:
            raise LabError(str(error)) from error


def cite(*entries: str) -> str:
    """Return citations for a `Lab.html`: a page turns each into the register's mark, elsewhere its id is read."""
    return "".join(f'<cite class="rf-lab-ev">{escape(entry)}</cite>' for entry in entries)


def table(caption: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table of HTML cells, the first of each row its heading; it scrolls by itself on a narrow screen."""
    columns = "".join(f'<th scope="col">{name}</th>' for name in head)
    body = "".join(
        f'<tr><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in rest)}</tr>' for first, *rest in rows
    )
    label = escape(caption)
    return (
        f'<div class="rf-scroll" role="region" aria-label="{label}" tabindex="0"><table><caption>{label}</caption>'
        f"<thead><tr>{columns}</tr></thead><tbody>{body}</tbody></table></div>"
    )
