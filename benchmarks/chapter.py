"""A chapter of ours as the plain Markdown that a stock Jupyter Book can build."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from redflags.cite import fill
from redflags.model.text import split_evidence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from redflags.model.evidence import Evidence

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_DIRECTIVE = re.compile(r"^(`{3,})\{([a-z-]+)\}[^\n]*\n(.*?)^\1\n?", re.DOTALL | re.MULTILINE)
_CITATION = re.compile(r"\{ev\}`([^`]*)`")
_CHAPTER_LINK = re.compile(r"\[([^\]]+)\]\([^)\s]+\.md[^)]*\)")

DROPPED = {"objectives", "quiz", "web-claims"}
"""Directives of ours that leave no words behind."""
CAPTIONED = {"figure-plot", "svg-figure"}
"""Directives of ours of which the caption stays as a paragraph."""


def plain(markdown: str, register: Mapping[str, Evidence]) -> str:
    """Return the chapter without our front matter, directives and roles, with the register's values in place."""
    text = _FRONT_MATTER.sub("", markdown)
    text = _DIRECTIVE.sub(_stock_directive, text)
    text = _CITATION.sub(lambda match: _value(match, register), text)
    # The peers' book has this chapter alone.
    return _CHAPTER_LINK.sub(r"\1", text)


def _stock_directive(match: re.Match[str]) -> str:
    if match[2] in DROPPED:
        return ""
    return match[3] if match[2] in CAPTIONED else match[0]


def _value(match: re.Match[str], register: Mapping[str, Evidence]) -> str:
    entry, template = split_evidence(match[1])
    return fill(register[entry], template) if template else f"[{entry}]"
