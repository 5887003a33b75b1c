"""An author's rich text in an explorer: citations filled from the register, as a tree for the script and as HTML."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from redflags.labs.lab import cite

if TYPE_CHECKING:
    from redflags.labs.lab import Source
    from redflags.model.text import RichText


def resolved(source: Source, text: RichText) -> list[list[Any]]:
    """Return the tree that the players' `Phrase` draws; a mark without words stands close to what it marks."""
    return [_close([_filled(source, node) for node in paragraph]) for paragraph in text.paragraphs]


def _filled(source: Source, node: Any) -> Any:
    if isinstance(node, dict) and "ev" in node:
        return {"ev": node["ev"], "text": source.words(node["ev"], node["show"])}
    return node


def _close(nodes: list[Any]) -> list[Any]:
    """Take away the space before each mark without words."""
    marks = [isinstance(node, dict) and not node.get("text", "mark") for node in [*nodes[1:], ""]]
    return [
        node.rstrip() if isinstance(node, str) and is_mark_next else node
        for node, is_mark_next in zip(nodes, marks, strict=True)
    ]


def html(tree: list[list[Any]]) -> str:
    """Return a resolved tree as HTML with citations."""
    return " ".join(
        "".join(
            escape(node, quote=False)
            if isinstance(node, str)
            else f"{escape(node['text'], quote=False)}{cite(node['ev'])}"
            for node in part
        )
        for part in tree
    )
