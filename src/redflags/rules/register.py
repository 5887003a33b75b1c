"""The register's own soundness: works and entries that it names exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from redflags.rules.suggest import suggestion

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from redflags.problem import Problem
    from redflags.reading import Content, Place


def check(content: Content) -> Iterator[Problem]:
    """Check every entry, web claim, score and tumour against the works and entries they name."""
    for entry in content.evidence.values():
        place = content.places["evidence", entry.id]
        yield from _unknown(place, "source", [entry.source], content.references, _WORK)
        yield from _unknown(place, "also", entry.also, content.references, _WORK)
        yield from _unknown(place, "also_seen_at", entry.also_seen_at, content.references, _WORK)
    for claim in content.claims.values():
        place = content.places["claim", claim.id]
        yield from _unknown(place, "evidence", claim.evidence, content.evidence, _ENTRY)
        yield from _unknown(place, "sources", claim.sources, content.references, _WORK)
        yield from _unknown(place, "article", [claim.article], content.articles, "no article `{}` above")
    for name, score in content.scores.items():
        place = content.places["score", name]
        yield from _unknown(place, "source", [score.source], content.references, _WORK)
        yield from _unknown(place, "also", score.also, content.references, _WORK)
        yield from _unknown(place, "evidence", score.evidence, content.evidence, _ENTRY)
    for tumour in content.tumours:
        place = content.places["tumour", tumour.name]
        yield from _unknown(place, "source", tumour.source, content.references, _WORK)


_WORK = "no work `{}` in references.bib"
_ENTRY = "no evidence `{}` in the register"


def _unknown(place: Place, key: str, names: Iterable[str], known: Iterable[str], message: str) -> Iterator[Problem]:
    """Name each of the names that isn't known."""
    existing: Container[str] = set(known)
    for number, name in enumerate(names):
        if name not in existing:
            yield place.under(key, number).problem(message.format(name), suggestion(name, known))
