"""A chapter of ours as the plain Markdown that a stock Jupyter Book can build."""

from __future__ import annotations

import re
from textwrap import indent
from typing import TYPE_CHECKING

from redflags.cite import fill
from redflags.model.text import split_evidence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from redflags.model.evidence import Evidence

FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
DIRECTIVE = re.compile(r"^(`{3,})\{([a-z-]+)\}[^\n]*\n(.*?)^\1\n?", re.DOTALL | re.MULTILINE)
_CITATION = re.compile(r"\{ev\}`([^`]*)`")
ADMONITION = re.compile(r"^(`{3,})\{admonition\} ([^\n]*)\n(?::[^\n]*\n)*(.*?)^\1$", re.DOTALL | re.MULTILINE)
CHAPTER_LINK = re.compile(r"\[([^\]]+)\]\([^)\s]+\.md[^)]*\)")

DROPPED = {"objectives", "quiz", "web-claims", "claim-check", "case", "score", "lab", "code-cell"}
"""Directives of ours that leave no words behind, and cells that need our package."""
CAPTIONED = {"figure-plot", "svg-figure"}
"""Directives of ours of which the caption stays as a paragraph."""


def plain(markdown: str, register: Mapping[str, Evidence]) -> str:
    """Return the chapter without our front matter, directives and roles, with the register's values in place."""
    text = FRONT_MATTER.sub("", markdown)
    text = DIRECTIVE.sub(_stock_directive, text)
    text = _CITATION.sub(lambda match: _value(match, register), text)
    # The peers' book has this chapter alone.
    return CHAPTER_LINK.sub(r"\1", text)


def for_mkdocs(words: str) -> str:
    """Return a plain chapter with its boxes as MkDocs writes them."""
    return ADMONITION.sub(lambda match: f'!!! note "{match[2]}"\n\n{indent(match[3], "    ")}', words)


def _stock_directive(match: re.Match[str]) -> str:
    if match[2] in DROPPED:
        return ""
    return match[3] if match[2] in CAPTIONED else match[0]


def _value(match: re.Match[str], register: Mapping[str, Evidence]) -> str:
    entry, template = split_evidence(match[1])
    return fill(register[entry], template) if template else f"[{entry}]"
