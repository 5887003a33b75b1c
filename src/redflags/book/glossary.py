"""Terms in prose: the first of each on a page leads to its meaning, and a page lists them all."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from docutils import nodes

from redflags.book.content import CourseDirective, content_of, depend
from redflags.terms import Finder, marks_terms

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from redflags.model.glossary import Term

PAGE = "glossary"
"""Name of the page with `{glossary-list}`."""
_NO_PROSE = (
    nodes.title,
    nodes.reference,
    nodes.literal,
    nodes.literal_block,
    nodes.raw,
    nodes.rubric,
    nodes.caption,
)


def finder(env: BuildEnvironment) -> Finder | None:
    """Return the finder of the running build; None in a book without a glossary."""
    glossary = content_of(env).glossary
    if glossary is None:
        return None
    found: Finder | None = getattr(env.app, "redflags_finder", None)
    if found is None:
        found = Finder(glossary)
        env.app.redflags_finder = found  # type: ignore[attr-defined]
    return found


def first_uses(doctree: nodes.document, finder: Finder) -> list[tuple[nodes.Text, int, int, Term]]:
    """Return where each term stands first in a page's prose."""
    uses = []
    seen: set[str] = set()
    for text in doctree.findall(nodes.Text):
        node: nodes.Node | None = text.parent
        while node is not None and not isinstance(node, _NO_PROSE):
            node = node.parent
        if node is not None:
            continue
        for start, end, term in finder.find(text.astext()):
            if term.id not in seen:
                seen.add(term.id)
                uses.append((text, start, end, term))
    return uses


def note_terms(app: Sphinx, doctree: nodes.document) -> None:
    """Remember which terms a page uses, for the index."""
    docname, found = app.env.docname, finder(app.env)
    if found is None or not marks_terms(app.env.metadata[docname]):
        return
    depend(app.env, ("glossary", PAGE))
    app.env.metadata[docname]["redflags_terms"] = [term.id for *_, term in first_uses(doctree, found)]


def link_terms(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Turn the first use of each term into a link to its meaning, which the page's script also shows in place."""
    found = finder(app.env)
    if found is None or not marks_terms(app.env.metadata[docname]):
        return
    if app.builder.format != "html" or PAGE not in app.env.found_docs:
        return
    page = app.builder.get_relative_uri(docname, PAGE)
    by_text: dict[nodes.Text, list[tuple[int, int, Term]]] = {}
    for text, start, end, term in first_uses(doctree, found):
        by_text.setdefault(text, []).append((start, end, term))
    for text, uses in by_text.items():
        words, pieces, at = text.astext(), [], 0
        for start, end, term in uses:
            link = (
                f'<a class="rf-term" href="{escape(page)}#term-{term.id}" data-definition="{escape(meaning(term))}">'
                f"{escape(words[start:end])}</a>"
            )
            pieces += [nodes.Text(words[at:start]), nodes.raw("", link, format="html")]
            at = end
        text.parent.replace(text, [*pieces, nodes.Text(words[at:])])


def meaning(term: Term) -> str:
    """Return what a reader is told of a term: its full name where it has a short one, then the definition."""
    name = f"{term.term} ({term.abbreviation})" if term.abbreviation else term.term
    return f"{name[:1].upper()}{name[1:]}: {term.definition}"


class GlossaryList(CourseDirective):
    """```` ```{glossary-list} ````: every term with its meaning, by alphabet."""

    def run(self) -> list[nodes.Node]:
        """Return a definition list; each term can be linked to."""
        glossary = self.content_model.glossary
        if glossary is None:
            raise self.error("there is no book/glossary.yaml")
        depend(self.env, ("glossary", PAGE))
        rows = "".join(
            f'<dt id="term-{term.id}">{escape(term.term[:1].upper() + term.term[1:])}'
            f"{f' <span>({escape(term.abbreviation)})</span>' if term.abbreviation else ''}</dt>"
            f"<dd>{escape(term.definition)}</dd>"
            for term in sorted(glossary.terms, key=lambda term: term.term.casefold())
        )
        return [self.html(f'<dl class="rf-glossary">{rows}</dl>')]


def setup(app: Sphinx) -> None:
    """Add the directive, and the links when a page is read and written."""
    app.add_directive("glossary-list", GlossaryList)
    app.connect("doctree-read", note_terms)
    app.connect("doctree-resolved", link_terms)
