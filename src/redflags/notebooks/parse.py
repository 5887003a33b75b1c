"""A page's Markdown as blocks: prose, and directives with their options and bodies."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

PLAYERS = {"quiz", "case", "score", "lab", "exam", "code-cell"}
"""Directives that a reader plays with, or runs: a page with one of them is a notebook too."""
_FENCE = re.compile(r"^(`{3,}|:{3,})\s*(?:\{([a-z-]+)\}\s*(.*))?$")
_OPTION = re.compile(r"^:([a-z-]+):\s*(.*)$")
_COMMENT = re.compile(r"^\s*%( |$)")


@dataclass
class Prose:
    """Markdown as it stands."""

    line: int
    lines: list[str] = field(default_factory=list)


@dataclass
class Directive:
    """A directive of the page."""

    line: int
    name: str
    argument: str
    options: dict[str, str]
    body: list[str]


def split(lines: list[str]) -> tuple[dict[str, str], list[Prose | Directive]]:
    """Return a page's front matter and its blocks; comments are left out."""
    matter, at = _front_matter(lines)
    blocks: list[Prose | Directive] = []
    prose = Prose(at + 1)
    while at < len(lines):
        fence = _FENCE.match(lines[at])
        if fence and fence[2]:
            end = _end(lines, at, fence[1])
            blocks += [prose, _directive(lines, at, end, fence)]
            at = end + 1
            prose = Prose(at + 1)
            continue
        if not _COMMENT.match(lines[at]):
            prose.lines.append(lines[at])
        at += 1
    blocks.append(prose)
    return matter, [block for block in blocks if isinstance(block, Directive) or "".join(block.lines).strip()]


def _front_matter(lines: list[str]) -> tuple[dict[str, str], int]:
    """Return the keys of the block between two `---`, and the line after it."""
    if not lines or lines[0] != "---":
        return {}, 0
    end = lines.index("---", 1)
    pairs = (line.partition(":") for line in lines[1:end] if not line.startswith(" "))
    return {key.strip(): value.strip().strip('"') for key, _, value in pairs}, end + 1


def _end(lines: list[str], at: int, mark: str) -> int:
    """Return the line that closes a fence; the page's last where none does (Sphinx warns of that)."""
    return next((place for place in range(at + 1, len(lines)) if lines[place].strip() == mark), len(lines) - 1)


def _directive(lines: list[str], at: int, end: int, fence: re.Match[str]) -> Directive:
    options: dict[str, str] = {}
    start = at + 1
    while start < end and (option := _OPTION.match(lines[start])):
        options[option[1]] = option[2].strip()
        start += 1
    body = [line for line in lines[start:end] if not _COMMENT.match(line)]
    return Directive(at + 1, fence[2], fence[3].strip(), options, body)


def has_players(lines: Iterable[str]) -> bool:
    """Whether a page has something to play with, and so a notebook.

    >>> has_players(["# Title", "```{score} sins", "```"])
    True
    """
    fences = (_FENCE.match(line) for line in lines)
    return any(fence is not None and fence[2] in PLAYERS for fence in fences)
