"""The register's own soundness: works exist, verdicts rest on entries that exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from redflags.rules.suggest import suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from redflags.problem import Problem
    from redflags.reading import Content


def check(content: Content) -> Iterator[Problem]:
    """Check every entry, web claim and score against the works and entries they name."""
    for entry in content.evidence.values():
        place = content.places["evidence", entry.id]
        for number, key in enumerate([entry.source, *entry.also]):
            where = place.under("source") if number == 0 else place.under("also", number - 1)
            if key not in content.references:
                yield where.problem(f"no work `{key}` in references.bib", suggestion(key, content.references))
    for claim in content.claims.values():
        place = content.places["claim", claim.id]
        for number, entry_id in enumerate(claim.evidence):
            if entry_id not in content.evidence:
                yield place.under("evidence", number).problem(
                    f"no evidence `{entry_id}` in the register", suggestion(entry_id, content.evidence)
                )
        for number, key in enumerate(claim.sources):
            if key not in content.references:
                yield place.under("sources", number).problem(
                    f"no work `{key}` in references.bib", suggestion(key, content.references)
                )
        if claim.article not in content.articles:
            yield place.under("article").problem(
                f"no article `{claim.article}`", suggestion(claim.article, content.articles)
            )
