"""What a page becomes on paper and in an e-book: nothing folded, nothing to press, answers at the back."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Any

from docutils import nodes

from redflags.static_html import questions_html, told

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

BUILDERS = {"singlehtml", "epub"}
_SCRIPT = re.compile(r"<script\b.*?</script>", re.DOTALL)
_FOLD = re.compile(r"<details([^>]*)><summary>(.*?)</summary>", re.DOTALL)
_COLOUR = re.compile(r"var\(--rf-[\w-]+,\s*(#[0-9a-fA-F]{3,8})\)")


def on_paper(env: BuildEnvironment) -> bool:
    """Whether the running build makes the printed book or the e-book."""
    return env.app.builder.name in BUILDERS


def unfold(html: str) -> str:
    """Return HTML for paper: no scripts, folds open, colours as they are in the light theme, elements closed as in XML.

    >>> unfold("<details><summary>Answer</summary><br>B</details>")
    '<div><p><strong>Answer</strong></p><br/>B</div>'
    """
    html = _FOLD.sub(r"<div\1><p><strong>\2</strong></p>", _SCRIPT.sub("", html))
    html = _COLOUR.sub(r"\1", html.replace("</details>", "</div>"))
    return re.sub(r"<(br|hr)>", r"<\1/>", html)


def questions(env: BuildEnvironment, quiz: dict[str, Any]) -> str:
    """Return a quiz's questions, numbered through the page, and keep their answers for the back of the book."""
    kept: list[tuple[str, str]] = env.metadata[env.docname].setdefault("redflags_answers", [])

    def keep(item: dict[str, Any], answer: str, number: int) -> str:
        name = escape(item["id"])
        words = f"<p><strong>Question {number}</strong></p>{told(item, answer)}"
        kept.append((name, f'<section class="rf-a" id="a-{name}">{words}</section>'))
        return ""

    return questions_html(quiz, 3, keep, len(kept) + 1)


def unfold_page(app: Sphinx, doctree: nodes.document) -> None:
    """Turn what directives and cells wrote for a screen into what reads on paper."""
    if not on_paper(app.env):
        return
    for node in list(doctree.findall(nodes.raw)):
        if node.get("format") == "html":
            node.replace_self(nodes.raw("", unfold(node.astext()), format="html"))


def setup(app: Sphinx) -> None:
    """Unfold each page when it was read."""
    app.connect("doctree-read", unfold_page)
