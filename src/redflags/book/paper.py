"""What a page becomes on paper and in an e-book: nothing folded, nothing to press, answers at the back."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Any

from docutils import nodes

from redflags.static_answers import BODIES, rich
from redflags.static_html import type_name

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
    page = env.metadata[env.docname]
    kept: list[tuple[str, str]] = page.setdefault("redflags_answers", [])
    shown = []
    for item in quiz["items"]:
        number = len(kept) + 1
        body, answer = BODIES[item["type"]](item)
        name = escape(item["id"])
        shown.append(
            f'<section class="rf-q" id="q-{name}"><p class="rf-q-title"><strong>Question {number}</strong> · '
            f"{type_name(item)}</p><p>{rich(item['stem'])}</p><p><strong>{rich(item['lead_in'])}</strong></p>{body}"
            "</section>"
        )
        told = (
            f"{answer}<p><strong>Take home:</strong> {rich(item['take_home'])}</p>"
            f"<p>Evidence: {escape(', '.join(item['evidence']))}</p>"
        )
        answered = f'<section class="rf-a" id="a-{name}"><p><strong>Question {number}</strong></p>{told}</section>'
        kept.append((name, answered))
    return "".join(shown)


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
