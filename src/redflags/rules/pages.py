"""Chapters as the rules read them: blocks of prose with their lines, and the author's own waivers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from redflags.problem import Problem
from redflags.rules.catalogue import severity_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from redflags.reading import Content

WAIVER = re.compile(r"^\s*%\s*waive\s+([EW]\d\d):\s*(.{10,})$")
"""A comment such as `% waive E10: our own arithmetic on the table above`, before the block it is about."""
_FENCE = re.compile(r"^\s*(`{3,}|:{3,})\s*(\{[a-z-]+\})?")
_OPTION = re.compile(r"^\s*:[a-z-]+:")
# What stands in these is not prose: ids, or code.
_NO_PROSE = {
    "{quiz}",
    "{web-claims}",
    "{claim-check}",
    "{code-cell}",
    "{objectives}",
    "{evidence-register}",
    "{bank-report}",
    "{glossary-list}",
    "{term-index}",
    "{reference-list}",
    "{score}",
    "{exam}",
    "{case}",
    "{case-list}",
    "{exercise-list}",
    "{lab}",
    None,
}
_ROLE = re.compile(r"\{[a-z-]+\}`[^`:]*(?::([^`]*))?`")
_NOT_WORDS = re.compile(r"`[^`]*`|\]\([^)]*\)|\{[^}]*\}|https?://\S+|<[^>]*>|^\s*\|?[-| :]+\|\s*$", re.MULTILINE)


@dataclass
class Block:
    """Lines of prose without a blank line between them."""

    file: str
    lines: list[tuple[int, str]] = field(default_factory=list)
    waived: dict[str, str] = field(default_factory=dict)
    """Rule -> reason, from the comments right above."""

    @property
    def text(self) -> str:
        """The block's words."""
        return "\n".join(line for _, line in self.lines)

    def problem(self, at: int, rule: str, message: str, remedy: str = "") -> Problem:
        """Make a problem of a rule at a place in the text."""
        line = self.text.count("\n", 0, at)
        number, words = self.lines[line]
        found = Problem(self.file, number, message, words.strip()[:100], remedy)
        return replace(found, rule=rule, severity=severity_of(rule), waived=self.waived.get(rule, ""))


def blocks(content: Content) -> Iterator[Block]:
    """Return the blocks of every page."""
    for file, lines in content.pages.items():
        yield from page_blocks(file, lines)


def page_blocks(file: str, lines: list[str]) -> Iterator[Block]:
    """Split a page into blocks of prose; front matter, code and lists of ids are left out."""
    block = Block(file)
    waived: dict[str, str] = {}
    opened: list[tuple[str, bool]] = []
    """Marks of the open fences, and whether prose stands in each."""
    for number, line in _body(lines):
        fence = _FENCE.match(line)
        if fence and opened and line.strip() == opened[-1][0]:
            opened.pop()
        elif opened and not opened[-1][1]:
            continue
        elif fence:
            opened.append((fence[1], fence[2] not in _NO_PROSE))
        if waiver := WAIVER.match(line):
            waived[waiver[1]] = waiver[2]
        if fence or _OPTION.match(line) or not line.strip() or line.lstrip().startswith("%"):
            if block.lines:
                yield block
                block = Block(file)
            continue
        if not block.lines:
            block.waived, waived = waived, {}
        block.lines.append((number, line))
    if block.lines:
        yield block


def prose(markup: str) -> str:
    """Return the words that a reader sees, each on its line: without roles' ids, code, addresses and marks."""
    spoken = _ROLE.sub(lambda role: f" {role[1] or ''} ", markup)
    return _NOT_WORDS.sub(lambda mark: " " + "\n" * mark[0].count("\n"), spoken).replace("*", "")


def front_matter(lines: list[str]) -> dict[str, str]:
    """Return the keys and values that a page begins with."""
    pairs = (line.partition(":") for line in lines[1 : _front(lines) - 1])
    return {key.strip(): value.strip() for key, _, value in pairs}


def _front(lines: list[str]) -> int:
    """Return how many lines the front matter has."""
    if not lines or lines[0].strip() != "---":
        return 0
    return next((number for number, line in enumerate(lines[1:], start=2) if line.strip() == "---"), 0)


def _body(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Return the numbered lines after the front matter."""
    front = _front(lines)
    yield from ((number, line) for number, line in enumerate(lines, start=1) if number > front)
