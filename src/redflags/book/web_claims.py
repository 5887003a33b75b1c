"""`{web-claims}`: what ordinary web articles say, each with the register's verdict and its reason."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from redflags.book.content import CourseDirective, depend, register_of
from redflags.book.evidence_role import first_author, mark
from redflags.cite import CitationError, require_citable

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

    from redflags.model.evidence import WebClaim

VERDICTS = {
    "supported": ("✓", "Supported"),
    "qualified": ("~", "True with a limit"),
    "contradicted": ("✗", "Contradicted"),
    "unsupported": ("?", "No evidence found"),
    "out-of-scope": ("·", "Outside this course"),
}


class WebClaims(CourseDirective):
    """```` ```{web-claims} wc-000-01 wc-001-04 ````."""

    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """Return the claims in the order named (that they exist was checked before the build)."""
        claims = [self.content_model.claims[name] for name in self.arguments[0].split()]
        depend(self.env, *(("claim", claim.id) for claim in claims))
        return [self.html(f'<div class="rf-claims">{"".join(self._claim(claim) for claim in claims)}</div>')]

    def _claim(self, claim: WebClaim) -> str:
        sign, word = VERDICTS[claim.verdict]
        return (
            f'<article class="rf-claim" data-verdict="{claim.verdict}" id="{claim.id}">'
            f'<p class="rf-claim-words">“{escape(claim.claim)}”</p>'
            f'<p class="rf-claim-verdict"><span aria-hidden="true">{sign}</span> {word}</p>'
            f'<p class="rf-claim-why">{escape(claim.why)} {self._marks(claim)}</p></article>'
        )

    def _marks(self, claim: WebClaim) -> str:
        """Return a mark for each entry that the verdict rests on and that may be shown."""
        content = self.content_model
        used = self.env.metadata[self.env.docname].setdefault("redflags_evidence", {})
        marks = []
        for entry_id in claim.evidence:
            entry = content.evidence[entry_id]
            try:
                require_citable(entry, content.references)
            except CitationError:
                continue
            used[entry_id] = None
            depend(self.env, ("evidence", entry_id))
            marks.append(mark(entry_id, entry.checked, first_author(register_of(self.env)[entry_id]["citation"])))
        return "".join(marks)


def setup(app: Sphinx) -> None:
    """Add the directive."""
    app.add_directive("web-claims", WebClaims)
