"""The role `{ev}`: a value of the register in prose, with a mark that opens its claim, people and source."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util.docutils import SphinxRole

from redflags.book.content import content_of, depend, register_of
from redflags.book.paper import on_paper
from redflags.cite import CHECKED, CitationError, fill, require_citable
from redflags.model.text import split_evidence

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

WORKS = "references"
"""Name of the page with `{reference-list}`."""
TAIL = '<span class="rf-ev-tail">'
"""What keeps a mark on the line of the word before it."""


def mark(entry: str, checked: str, work: str) -> str:
    """Return the button that opens an entry's popover."""
    return (
        f'<button type="button" class="rf-ev-mark" data-checked="{escape(checked)}" popovertarget="ev-{escape(entry)}" '
        f'aria-label="Evidence {escape(entry)}: {escape(work)}"></button>'
    )


def first_author(citation: str) -> str:
    """Return what names a work in a button: its first author or body."""
    return citation.partition(".")[0].partition(",")[0]


def note_citation(env: BuildEnvironment, entry_id: str) -> str:
    """Note that the current page cites an entry, which sets its popover there; return the button that opens it."""
    content = content_of(env)
    entry = content.evidence[entry_id]
    depend(env, ("evidence", entry_id))
    page = env.metadata[env.docname]
    page.setdefault("redflags_evidence", {})[entry_id] = None
    page.setdefault("redflags_cited", {})[entry_id] = None
    if on_paper(env):
        name = escape(entry_id)
        link = f'<a href="{_works(env)}#work-{escape(entry.source)}">{name}</a>' if WORKS in env.found_docs else name
        return f'<sup class="rf-cite">{link}</sup>'
    return mark(entry_id, entry.checked, first_author(content.references[entry.source].text))


def _works(env: BuildEnvironment) -> str:
    """Return the address of the list of works: in one long page, that page itself."""
    builder = env.app.builder
    return "" if builder.name == "singlehtml" else builder.get_relative_uri(env.docname, WORKS)


class EvidenceRole(SphinxRole):
    """`{ev}`RF-EPI-01: {cancers} of {patients} people`` in a chapter."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the filled template and its mark; a wrong citation is an error with file and line."""
        content = content_of(self.env)
        try:
            entry_id, template = split_evidence(self.text)
            if entry_id not in content.evidence:
                raise CitationError(f"no evidence `{entry_id}` in the register")
            entry = content.evidence[entry_id]
            require_citable(entry, content.references)
            shown = fill(entry, template)
        except ValueError as error:
            message = self.inliner.reporter.error(str(error), line=self.lineno)
            return [self.inliner.problematic(self.rawtext, self.rawtext, message)], [message]
        button = note_citation(self.env, entry_id)
        nowrap = f"{TAIL}{button}</span>"
        found: list[nodes.Node] = [nodes.inline("", shown, classes=["rf-ev"])] if shown else []
        return [*found, nodes.raw("", nowrap, format="html")], []


def popover(entry_id: str, entry: dict[str, Any], register_page: str) -> str:
    """Return an entry's popover: claim, population, source, how it was checked."""
    work = escape(entry["citation"])
    source = f'<a href="{escape(entry["url"])}" rel="noopener">{work}</a>' if entry["url"] else work
    looked = f" Looked up again on {entry['rechecked']}." if entry.get("rechecked") else ""
    return (
        f'<div popover id="ev-{escape(entry_id)}" class="rf-ev-pop" role="dialog" '
        f'aria-label="Evidence {escape(entry_id)}">'
        f'<p class="rf-ev-claim">{escape(entry["claim"])}</p>'
        f"<dl><dt>Who</dt><dd>{escape(entry['population'])}</dd><dt>Source</dt><dd>{source}</dd>"
        f'<dt>Checked</dt><dd data-checked="{entry["checked"]}">{CHECKED[entry["checked"]]}{looked}</dd></dl>'
        f'<p class="rf-ev-foot"><a href="{register_page}#{escape(entry_id)}">{escape(entry_id)} in the register</a>'
        f'<button type="button" popovertarget="ev-{escape(entry_id)}" popovertargetaction="hide">Close</button>'
        "</p></div>"
    )


def append_popovers(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Set the popovers of all entries that the page cites at its end, once each."""
    env: BuildEnvironment = app.env
    used = env.metadata[docname].get("redflags_evidence", {})
    if not used or app.builder.format != "html" or on_paper(env):
        return
    page = app.builder.get_relative_uri(docname, "register")
    register = register_of(env)
    html = "".join(popover(entry, register[entry], page) for entry in used)
    doctree.append(nodes.raw("", f'<div class="rf-ev-pops">{html}</div>', format="html"))


def close_up(_app: Sphinx, doctree: nodes.document) -> None:
    """Take away the blank between a word and a mark that has none of its own: such a mark began lines by itself."""
    for raw in doctree.findall(nodes.raw):
        if not raw.astext().startswith(TAIL):
            continue
        siblings = raw.parent.children
        place = siblings.index(raw)
        blank = siblings[place - 1] if place else None
        after_mark = place > 1 and isinstance(siblings[place - 2], nodes.raw)
        if isinstance(blank, nodes.Text) and not (after_mark and blank.isspace()):
            words = blank.rstrip()
            # After these the eye wants the blank, and a row of marks needs it to break.
            if not words.endswith((",", ";", ":")):
                raw.parent.replace(blank, nodes.Text(words))


def setup(app: Sphinx) -> None:
    """Add the role, and the popovers when a page is resolved."""
    app.add_role("ev", EvidenceRole())
    app.connect("doctree-read", close_up)
    app.connect("doctree-resolved", append_popovers)
