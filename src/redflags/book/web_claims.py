"""`{web-claims}`: what ordinary web articles say, each with the register's verdict and its reason."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from redflags.book.content import CourseDirective, content_of, depend
from redflags.book.evidence_role import note_citation
from redflags.cite import VERDICTS, CitationError, require_citable

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from redflags.model.evidence import WebClaim

SHOWN = 4
"""A longer list folds what comes after this many: articles repeat each other."""


class WebClaims(CourseDirective):
    """```` ```{web-claims} wc-000-01 wc-001-04 ````."""

    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """Return the claims in the order named (that they exist was checked before the build)."""
        claims = [self.content_model.claims[name] for name in self.arguments[0].split()]
        depend(self.env, *(("claim", claim.id) for claim in claims))
        articles = [_claim(self.env, claim) for claim in claims]
        html = "".join(articles[:SHOWN])
        if rest := articles[SHOWN:]:
            summary = f"<summary>{len(rest)} more of the same kind</summary>"
            html += f'<details class="rf-more">{summary}{"".join(rest)}</details>'
        return [self.html(f'<div class="rf-claims">{html}</div>')]


def _claim(env: BuildEnvironment, claim: WebClaim) -> str:
    return (
        f'<article class="rf-claim" data-verdict="{claim.verdict}" id="{claim.id}">'
        f'<p class="rf-claim-words">“{escape(claim.claim)}”</p>{verdict(env, claim)}</article>'
    )


def verdict(env: BuildEnvironment, claim: WebClaim) -> str:
    """Return what the register says of a claim, with a mark for each entry that this rests on and that may be shown."""
    content = content_of(env)
    marks = []
    for entry in claim.evidence:
        try:
            require_citable(content.evidence[entry], content.references)
        except CitationError:
            continue
        marks.append(note_citation(env, entry))
    sign, word = VERDICTS[claim.verdict]
    return (
        f'<p class="rf-claim-verdict"><span aria-hidden="true">{sign}</span> {word}</p>'
        f'<p class="rf-claim-why">{escape(claim.why)} {"".join(marks)}</p>'
    )


def setup(app: Sphinx) -> None:
    """Add the directive."""
    app.add_directive("web-claims", WebClaims)
