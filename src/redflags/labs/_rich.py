"""An author's rich text in an explorer: its citations filled from the register, as a tree for the script and as HTML."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from redflags.labs.lab import cite

if TYPE_CHECKING:
    from redflags.labs.lab import Source
    from redflags.model.text import RichText


def resolved(source: Source, text: RichText) -> list[list[Any]]:
    """Return the tree that the players' `Phrase` draws."""
    return [[_filled(source, node) for node in paragraph] for paragraph in text.paragraphs]


def _filled(source: Source, node: Any) -> Any:
    if isinstance(node, dict) and "ev" in node:
        return {"ev": node["ev"], "text": source.words(node["ev"], node["show"])}
    return node


def words(tree: list[list[Any]]) -> str:
    """Return a resolved tree as plain words."""
    return " ".join("".join(node if isinstance(node, str) else node["text"] for node in part) for part in tree).strip()


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
