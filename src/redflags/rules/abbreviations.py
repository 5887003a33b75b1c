"""W15: an abbreviation is written out where its reader can have read it.

On a page at or before its first use; in an item, a case or a drawing's words there or on the page that shows them. A
term of the glossary counts as written out where the page marks it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, TypeVar

from redflags.rules.catalogue import severity_of
from redflags.rules.pages import Block, blocks, front_matter, prose
from redflags.rules.parts import asked_items, passages, told_texts
from redflags.terms import Finder, marks_terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from redflags.problem import Problem
    from redflags.reading import Content

At = TypeVar("At")
KNOWN = frozenset(
    # Better known than what they stand for, to every reader of this course; and names of licences and programs.
    "AIDS BMJ CT DNA HIV JAMA MRI NHS NICE UK US USA WHO ID OK PDF BSD BY CC VS".split()
)
# Levels and guideline numbers hold digits, so they are not abbreviations here.
ABBREVIATION = re.compile(r"(?<![\w-])([A-Z][A-Za-z]?[A-Z]{1,5})s?(?![\w])")
_NUMERAL = re.compile(r"[IVX]+")
_TEMPLATE = re.compile(r"\{[^{}]*\}")
_HEADING = re.compile(r"^#.*$", re.MULTILINE)
_UNMARKED = re.compile(r"\{[a-z-]+\}`[^`]*`|\[[^\]]*\]\([^)]*\)|`[^`]*`")
_REMEDY = "write: full words ({})"
_NEAR = 100
"""Characters before and after an abbreviation among which its full words stand."""
_SMALL = 4
"""Small words ("of the") and compounds that full words may have beyond a word for each letter."""


@dataclass
class Page:
    """What a page tells its reader of abbreviations."""

    finder: Finder | None
    blocks: list[Block] = field(default_factory=list)

    @cached_property
    def texts(self) -> list[str]:
        """The words of each block; a heading explains nothing and is explained below."""
        return [_HEADING.sub("", prose(block.text)) for block in self.blocks]

    @cached_property
    def text(self) -> str:
        """All words of the page."""
        return "\n".join(self.texts)

    @cached_property
    def marked(self) -> set[str]:
        """Every form of the terms that the page marks: titles, links, citations and code are left alone."""
        if self.finder is None:
            return set()
        words = (_HEADING.sub("", _UNMARKED.sub(" ", block.text)) for block in self.blocks)
        return {form for text in words for *_, term in self.finder.find(text) for form in term.forms}

    def explains(self, short: str) -> bool:
        """Whether somebody who read the page knows what an abbreviation stands for."""
        return short in self.marked or written_out(self.text, short) is not None


def check(content: Content) -> Iterator[Problem]:
    """Check every page, item, case and drawing."""
    finder = Finder(content.glossary) if content.glossary else None
    pages: dict[str, Page] = {}
    for block in blocks(content):
        if block.file not in pages:
            marks = marks_terms(front_matter(content.pages[block.file]))
            pages[block.file] = Page(finder if marks else None)
        pages[block.file].blocks.append(block)
    for page in pages.values():
        yield from _on_page(page)
    chapters = {name: pages.get(f"book/{quiz.chapter}.md", Page(None)) for name, quiz in content.quizzes.items()}
    for asked in asked_items(content):
        found = {passage.path: _TEMPLATE.sub("", passage.text) for passage in passages(asked.item)}
        for path, short in unknown(found.items(), [chapters[asked.quiz]]):
            yield asked.problem(path, "W15", f"{short} is written out neither here nor in the chapter",
                                _REMEDY.format(short))  # fmt: skip
    for (quiz, _), group in groupby(told_texts(content), lambda told: (told.quiz, told.case)):
        for told, short in unknown(((told, told.text) for told in group), [chapters[quiz]]):
            yield told.problem("W15", f"{short} is written out neither in this case nor in its chapter",
                               _REMEDY.format(short))  # fmt: skip
    yield from _drawings(content, pages)


def _on_page(page: Page) -> Iterator[Problem]:
    said: set[str] = set()
    before = 0
    for block, text in zip(page.blocks, page.texts, strict=True):
        for match in ABBREVIATION.finditer(text):
            short = match[1]
            if short in said or _plain(short) or short in page.marked:
                continue
            said.add(short)
            first = written_out(page.text, short)
            if first is None or first > before + match.start():
                where = "on this page" if first is None else "before its first use"
                line = text.count("\n", 0, match.start())
                at = sum(len(words) + 1 for _, words in block.lines[:line])
                yield block.problem(at, "W15", f"{short} is not written out {where}", _REMEDY.format(short))
        before += len(text) + 1


def _drawings(content: Content, pages: dict[str, Page]) -> Iterator[Problem]:
    shown: dict[str, list[Page]] = {name: [] for name in content.figures}
    for mention in content.mentions:
        if mention.kind == "svg-figure" and mention.body in shown:
            shown[mention.body].append(pages[mention.file])
    for name, figure in content.figures.items():
        for key, short in unknown((("title", figure.title), ("alt", figure.alt)), shown[name]):
            problem = (
                content.places["figure", name]
                .under(key)
                .problem(f"{short} is written out neither here nor on a page with the drawing", _REMEDY.format(short))
            )
            yield replace(problem, rule="W15", severity=severity_of("W15"))


def unknown(texts: Iterable[tuple[At, str]], pages: Iterable[Page] = ()) -> Iterator[tuple[At, str]]:
    """Return each abbreviation, with its place, that neither these texts nor one of these pages explain."""
    texts = list(texts)
    own = "\n".join(text for _, text in texts)
    said: set[str] = set()
    for at, text in texts:
        for match in ABBREVIATION.finditer(text):
            short = match[1]
            if short in said or _plain(short):
                continue
            said.add(short)
            if written_out(own, short) is None and not any(page.explains(short) for page in pages):
                yield at, short


def _plain(short: str) -> bool:
    return short in KNOWN or _NUMERAL.fullmatch(short) is not None


def written_out(text: str, short: str) -> int | None:
    """Return where a text first sets an abbreviation beside its words, or None.

    In brackets after any words (with a number, as trials have), or before words in brackets that begin small ("TE (wait
    before listening)"); else the words beside it must hold its letters in order.
    """
    for match in re.finditer(rf"(?<![\w-]){re.escape(short)}s?(?!\w)", text):
        before, after = text[max(0, match.start() - _NEAR) : match.start()], text[match.end() :][:_NEAR]
        count = len(short) + _SMALL
        left = re.search(r"([\w'\s-]+)[^\w\s]*\s?[(,:“\"]\s*$", before)
        right = re.match(r"(?: [\w-]+){0,2}(?:\s+\(|,\s|:\s|\),\s|\s(?:is|means|stands for)\s)([^.;]+)", after)
        if (
            (re.search(r"[a-z]\W* \($", before) and re.match(r"[ .-]?[\d-]*\)", after))
            or re.match(r"(?: [\dIVX.-]+)?\s+\((?=[a-z])[^)]*[a-z]{4}", after)
            or (left and _stands_for(left[1].split()[-count:], short))
            or (right and _stands_for(right[1].split()[:count], short))
        ):
            return match.start()
    return None


def _stands_for(words: list[str], short: str) -> bool:
    return re.search(rf"\b{'.*?'.join(map(re.escape, short))}", " ".join(words), re.IGNORECASE) is not None
