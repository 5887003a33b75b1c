"""What every page carries: when it was held against the register, that it is not for clinical use, its notebook."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.util import logging

from redflags.book.notebook_link import notebook_link

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

logger = logging.getLogger(__name__)


def add_review_line(app: Sphinx, doctree: nodes.document) -> None:
    """Set the review line under the page's title; a page without a date is a warning (and warnings are errors)."""
    docname = app.env.docname
    reviewed = app.env.metadata[docname].get("reviewed", "")
    try:
        day = date.fromisoformat(str(reviewed))
    except ValueError:
        logger.warning(
            "the page has no review date: begin it with a block of three lines, `---`, `reviewed: 2026-11-21`, `---`",
            location=docname,
        )
        return
    title = next(iter(doctree.findall(nodes.title)), None)
    if title is None:
        logger.warning("the page has no title: begin it with `# Title`", location=docname)
        return
    line = (
        f'<p class="rf-meta">Held against the evidence register on <time datetime="{day.isoformat()}">{day.day} '
        f"{day:%B %Y}</time>. No clinician has reviewed it yet. "
        "<strong>For learning, not for clinical use.</strong></p>"
    )
    line += notebook_link(app.env)
    title.parent.insert(title.parent.index(title) + 1, nodes.raw("", line, format="html"))


def drop_thebe(_app: Sphinx, doctree: nodes.document, _docname: str) -> None:
    """Take out what sphinx-thebe writes into every page: no page of ours starts a kernel."""
    for node in list(doctree.findall(nodes.raw)):
        if "x-thebe-config" in node.astext() or node.astext().startswith("<script>kernelName"):
            node.parent.remove(node)


def loosen_links(app: Sphinx, doctree: nodes.document) -> None:
    """Turn a link to a page that exists and that `_toc.yml` leaves out into its words.

    An instructor who leaves a chapter out need not look for the links to it; a link to nowhere stays a warning.
    """
    env = app.env
    for link in list(doctree.findall(addnodes.pending_xref)):
        target = str(link.get("reftarget"))
        if (
            link.get("refdomain") == "doc"
            and target not in env.found_docs
            and (Path(env.srcdir) / f"{target}.md").is_file()
        ):
            words = link.children[0] if link.astext() else nodes.Text(target)
            link.replace_self(nodes.inline("", "", *words.children) if words.children else nodes.Text(link.astext()))


def mend_templates(_app: Sphinx, config: Config) -> None:
    """Put our templates before the theme's, where its own fail accessibility."""
    config.templates_path = [*config.templates_path, str(Path(__file__).parent / "templates")]


def setup(app: Sphinx) -> None:
    """Add the line when a page was read."""
    app.connect("config-inited", mend_templates)
    app.connect("doctree-read", add_review_line)
    app.connect("doctree-read", loosen_links)
    # After sphinx-thebe has written.
    app.connect("doctree-resolved", drop_thebe, priority=900)
