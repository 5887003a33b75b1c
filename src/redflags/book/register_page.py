"""`{evidence-register}`: the whole register on one searchable page."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Any

from redflags.book.content import CourseDirective, depend, register_of
from redflags.book.paper import on_paper
from redflags.cite import CHECKED

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

STATUS = {"read": "✓ read", "second-hand": "~ second-hand", "unread": "✗ unread: not used"}


class EvidenceRegister(CourseDirective):
    """All entries by topic, with a search field that the page's script serves."""

    def run(self) -> list[nodes.Node]:
        """Return the page's body."""
        if on_paper(self.env):
            return [self.html("<p>The register itself is made to be searched: it stands in the web version only.</p>")]
        self.env.metadata[self.env.docname]["redflags_register"] = True
        content = self.content_model
        depend(self.env, *(("evidence", entry) for entry in content.evidence))
        register = register_of(self.env)
        by_topic = groupby(register.values(), key=lambda entry: str(entry["topic"]))
        sections = "".join(
            f'<h2 class="rf-register-topic">{escape(topic[:1].upper() + topic[1:])}</h2>'
            + "".join(self._entry(entry) for entry in entries)
            for topic, entries in by_topic
        )
        count = len(register)
        search = (
            '<div class="rf-register-tools"><label for="rf-register-search">Search the register</label>'
            '<input id="rf-register-search" class="rf-register-search" type="search" autocomplete="off">'
            f'<p class="rf-register-count" role="status">{count} entries</p></div>'
        )
        return [self.html(f'<div class="rf-register" data-count="{count}">{search}{sections}</div>')]

    def _entry(self, entry: dict[str, Any]) -> str:
        work = escape(entry["citation"])
        source = f'<a href="{escape(entry["url"])}" rel="noopener">{work}</a>' if entry["url"] else work
        incomplete = self.content_model.references[entry["source"]].not_citable
        status = f"{STATUS[entry['checked']]}" + (f" (source {incomplete}: not used)" if incomplete else "")
        note = f"<dt>Note</dt><dd>{escape(entry['note'])}</dd>" if entry.get("note") else ""
        again = f" Looked up again on {entry['rechecked']}." if entry.get("rechecked") else ""
        return (
            f'<article class="rf-register-entry" id="{escape(entry["id"])}" data-checked="{entry["checked"]}">'
            f'<h3>{escape(entry["id"])} <span class="rf-register-status">{escape(status)}</span></h3>'
            f"<p>{escape(entry['claim'])}</p><dl><dt>Who</dt><dd>{escape(entry['population'])}</dd>"
            f"<dt>Source</dt><dd>{source} {escape(entry['locator'])}</dd>"
            f"<dt>Checked</dt><dd>{CHECKED[entry['checked']]}{again} Seen at: {escape(entry['seen_at'])}</dd>"
            f"{note}</dl></article>"
        )


def setup(app: Sphinx) -> None:
    """Add the directive."""
    app.add_directive("evidence-register", EvidenceRegister)
