"""Lists over the whole book: which pages use a term, which works they rest on, and the answers of a printed book.

What a list holds is known only when every page was read: its directive leaves a place, filled when pages are written.
"""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Any

from docutils import nodes

from redflags.book.content import CourseDirective, content_of
from redflags.book.glossary import PAGE
from redflags.book.paper import unfold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


class ListPlace(nodes.General, nodes.Element):
    """Where a list will stand."""


class TermIndex(CourseDirective):
    """```` ```{term-index} ````: every term of the glossary with the pages that use it."""

    def run(self) -> list[nodes.Node]:
        """Leave the place; any page may change it, so this one is read in each build."""
        self.env.note_reread()
        return [ListPlace(kind="terms")]


class AnswerList(CourseDirective):
    """```` ```{answer-list} ````: the answers of every question, for the printed book."""

    def run(self) -> list[nodes.Node]:
        """Leave the place; any page may change it, so this one is read in each build."""
        self.env.note_reread()
        return [ListPlace(kind="answers")]


class ReferenceList(CourseDirective):
    """```` ```{reference-list} ````: every work that a page cites, with those pages."""

    def run(self) -> list[nodes.Node]:
        """Leave the place; any page may change it, so this one is read in each build."""
        self.env.note_reread()
        return [ListPlace(kind="works")]


def in_order(env: BuildEnvironment) -> list[str]:
    """Return the book's pages as a reader turns them."""

    def below(page: str) -> Iterator[str]:
        yield page
        for child in env.toctree_includes.get(page, ()):
            yield from below(child)

    return list(dict.fromkeys(below(env.config.root_doc)))


def _users(env: BuildEnvironment, key: str) -> dict[str, list[str]]:
    """Return what pages noted under a key of their metadata -> those pages, in the book's order."""
    users: dict[str, list[str]] = {}
    for page in in_order(env):
        for name in env.metadata[page].get(key, ()):
            users.setdefault(name, []).append(page)
    return users


def _links(app: Sphinx, here: str, pages: list[str]) -> str:
    titles = app.env.titles
    return ", ".join(
        f'<a href="{escape(app.builder.get_relative_uri(here, page))}">{escape(titles[page].astext())}</a>'
        for page in pages
    )


def terms(app: Sphinx, here: str) -> str:
    """Return the index: terms under their first letter, each with the pages that use it."""
    glossary = content_of(app.env).glossary
    if glossary is None:
        return ""
    users = _users(app.env, "redflags_terms")
    page = escape(app.builder.get_relative_uri(here, PAGE))
    names = [
        (name[:1].upper() + name[1:], term.id)
        for term in glossary.terms
        if term.id in users
        for name in filter(None, (term.term, term.abbreviation))
    ]
    sections = []
    for letter, group in groupby(
        sorted(names, key=lambda pair: pair[0].casefold()), key=lambda pair: pair[0][0].upper()
    ):
        rows = "".join(
            f'<dt><a href="{page}#term-{key}">{escape(name)}</a></dt><dd>{_links(app, here, users[key])}</dd>'
            for name, key in group
        )
        sections.append(f"<h2>{escape(letter)}</h2><dl>{rows}</dl>")
    return f'<div class="rf-index">{"".join(sections)}</div>'


def works(app: Sphinx, here: str) -> str:
    """Return every work that a page cites, by its first author, with the pages."""
    content = content_of(app.env)
    by_work: dict[str, dict[str, Any]] = {}
    for entry_id, pages in _users(app.env, "redflags_cited").items():
        entry = content.evidence[entry_id]
        for source in (entry.source, *entry.also):
            known = by_work.setdefault(source, {"pages": [], "entries": []})
            known["entries"].append(entry_id)
            known["pages"] += [page for page in pages if page not in known["pages"]]
    register = escape(app.builder.get_relative_uri(here, "register"))
    order = in_order(app.env)
    rows = []
    for source, used in sorted(by_work.items(), key=lambda pair: content.references[pair[0]].text.casefold()):
        work = content.references[source]
        text = f'<a href="{escape(work.url)}" rel="noopener">{escape(work.text)}</a>' if work.url else escape(work.text)
        entries = " ".join(
            f'<a class="rf-id" href="{register}#{escape(entry)}">{escape(entry)}</a>'
            for entry in sorted(used["entries"])
        )
        where = _links(app, here, sorted(used["pages"], key=order.index))
        rows.append(f'<li id="work-{escape(source)}">{text} <span class="rf-cited">{entries}. In: {where}.</span></li>')
    return f'<p>{len(rows)} works.</p><ol class="rf-works">{"".join(rows)}</ol>'


def answers(app: Sphinx, _here: str) -> str:
    """Return the answers of every question, by page."""
    env = app.env
    sections = []
    for page in in_order(env):
        if kept := env.metadata[page].get("redflags_answers"):
            title = escape(env.titles[page].astext())
            sections.append(f"<h2>{title}</h2>{''.join(answer for _, answer in kept)}")
    return unfold("".join(sections))


LISTS = {"terms": terms, "works": works, "answers": answers}


def fill(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put each list where its place stands."""
    for place in list(doctree.findall(ListPlace)):
        place.replace_self(nodes.raw("", LISTS[place["kind"]](app, docname), format="html"))


def setup(app: Sphinx) -> None:
    """Add the directives."""
    app.add_node(ListPlace)
    app.add_directive("term-index", TermIndex)
    app.add_directive("reference-list", ReferenceList)
    app.add_directive("answer-list", AnswerList)
    app.connect("doctree-resolved", fill)
