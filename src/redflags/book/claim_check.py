"""`{claim-check}`: a reader judges what the web says before seeing what the register says.

Without a script each verdict is folded; with it the reader picks one first, and the page counts how often both agree.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, ClassVar

from docutils.parsers.rst import directives

from redflags.book.content import CourseDirective, depend
from redflags.book.web_claims import verdict

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

    from redflags.model.evidence import WebClaim


class ClaimCheck(CourseDirective):
    """```` ```{claim-check} wc-000-02 wc-001-05 ````; option `title`."""

    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar = {"title": directives.unchanged_required}

    def run(self) -> list[nodes.Node]:
        """Return the claims in the order named (that they exist was checked before the build)."""
        claims = [self.content_model.claims[name] for name in self.arguments[0].split()]
        depend(self.env, *(("claim", claim.id) for claim in claims))
        self.env.metadata[self.env.docname]["redflags_claim_check"] = True
        title = escape(self.options.get("title", "Judge these claims"))
        rows = "".join(f"<li>{self._claim(claim)}</li>" for claim in claims)
        return [
            self.html(f'<section class="rf-check" aria-label="{title}"><ol class="rf-claims">{rows}</ol></section>')
        ]

    def _claim(self, claim: WebClaim) -> str:
        return (
            f'<article class="rf-claim" data-claim="{claim.id}" data-verdict="{claim.verdict}">'
            f'<p class="rf-claim-words">“{escape(claim.claim)}”</p>'
            f"<details><summary>What the register says</summary>{verdict(self.env, claim)}</details></article>"
        )


def setup(app: Sphinx) -> None:
    """Add the directive."""
    app.add_directive("claim-check", ClaimCheck)
