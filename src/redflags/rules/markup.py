"""E21: a page is Markdown and the course's directives: no HTML, nothing that runs or loads from elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from redflags.problem import Problem
from redflags.rules.suggest import suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

    from redflags.reading import Content

# Those of the course; words around words; pictures, tables and code as text. Not `raw` and `eval-rst`, which let any
# HTML in, nor `include` and its like, which read files that no rule has seen.
OURS = frozenset(
    "quiz case case-list score exam lab objectives svg-figure figure-plot web-claims claim-check evidence-register"
    " offline offline-zip progress bank-report glossary-list term-index reference-list answer-list exercise-list"
    " code-cell".split()
)
_WITH_WORDS = frozenset(
    "admonition attention caution danger error hint important note tip warning seealso container svg-figure figure"
    " list-table table".split()
)
_PICTURES = frozenset({"image", "figure"})
DIRECTIVES = OURS | _WITH_WORDS | _PICTURES | {"code-block", "math", "toctree"}
_MARKDOWN = MarkdownIt("commonmark").enable("table")
_DIRECTIVE = re.compile(r"\{([^}]*)\}")
_FENCE = re.compile(r"^\s*:{3,}\s*\{([^}]*)\}")
_ADDRESS = re.compile(r"^\s*:(?:target|link|url|file):\s*(\S.*)$")
_SCHEME = re.compile(r"[^/?#]*?:")
SCHEMES = ("http:", "https:", "mailto:")
"""Where a link may lead: `_config.yml` says the same to Sphinx."""


def check(content: Content) -> Iterator[Problem]:
    """Check every page."""
    for file, lines in content.pages.items():
        front = lines.index("---", 1) + 1 if lines[:1] == ["---"] and "---" in lines[1:] else 0
        # A comment of MyST is no Markdown that markdown-it knows.
        words = ["" if line.lstrip().startswith("%") else line for line in lines[front:]]
        for line, rule in _found(words):
            shown = lines[front + line].strip()[:100]
            yield Problem(file, front + line + 1, rule[0], shown, rule[1], rule="E21")


HTML = ("HTML in a page", "write it in Markdown, or with a directive; a `<` that is meant stands in ticks")

# Sphinx's search sets the headings that it finds as HTML, whatever stands in them.
HEADING = ("markup in a heading", "say it in words: the search would take it for HTML")


def _found(lines: list[str]) -> Iterator[tuple[int, tuple[str, str]]]:
    """Return the place of each problem among the lines, its message and its remedy."""
    for number, line in enumerate(lines):
        if (fence := _FENCE.match(line)) and (problem := _unknown(fence[1])):
            yield number, problem
        elif (option := _ADDRESS.match(line)) and (scheme := _SCHEME.match(option[1])) and scheme[0] not in SCHEMES:
            yield number, (f"an address that begins with `{scheme[0]}`", f"allowed: {', '.join(SCHEMES)} or a page")
    text = "\n".join(lines)
    # Most pages hold neither, and parsing them all takes a second.
    if not re.search(r"<[A-Za-z/!?]|^\s*(`{3,}|~{3,})\s*\{|!\[", text, re.MULTILINE):
        return
    before = ""
    for token in _MARKDOWN.parse(text):
        start = token.map[0] if token.map else 0
        if before == "heading_open" and re.search(r"`[^`]*<[A-Za-z/!?]", token.content):
            yield start, HEADING
        before = token.type
        if token.type == "fence":
            yield from _fence(token, start)
        elif token.type == "html_block":
            yield start, HTML
        elif token.type == "inline":
            yield from _inline(token, start)


def _fence(token: Token, start: int) -> Iterator[tuple[int, tuple[str, str]]]:
    directive = _DIRECTIVE.match(token.info)
    if directive is None:
        return
    if problem := _unknown(directive[1]):
        yield start, problem
        return
    argument = token.info[directive.end() :].strip()
    if directive[1] in _PICTURES:
        yield from _picture(argument, start)
    elif directive[1] in _WITH_WORDS:
        yield from ((start, problem) for _, problem in _found([argument]))
    if directive[1] in _WITH_WORDS:
        yield from ((start + 1 + line, problem) for line, problem in _found(token.content.splitlines()))


def _inline(token: Token, start: int) -> Iterator[tuple[int, tuple[str, str]]]:
    """Return what is wrong between words; of a paragraph's lines only the breaks between them tell which one it is."""
    line = start
    for child in token.children or []:
        if child.type in {"softbreak", "hardbreak"}:
            line += 1
        elif child.type == "image":
            yield from _picture(str(child.attrs["src"]), line)
        elif child.type == "html_inline":
            yield line, HTML
            line += child.content.count("\n")


def _picture(address: str, line: int) -> Iterator[tuple[int, tuple[str, str]]]:
    if address.startswith("//") or _SCHEME.match(address):
        yield line, ("a picture from elsewhere", "put its file into `book/`, with its licence")


def _unknown(name: str) -> tuple[str, str] | None:
    if name in DIRECTIVES:
        return None
    return f"the directive `{{{name}}}` is none of a page's", suggestion(name, DIRECTIVES)
