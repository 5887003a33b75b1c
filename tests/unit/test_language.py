"""Promise: what a learner reads is spelt as British English, and is not harder to read than it needs to be."""

from __future__ import annotations

import re
import subprocess
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from redflags.rules.case_pages import FOLDER
from redflags.rules.case_parts import case_texts
from redflags.rules.pages import blocks, prose
from redflags.rules.parts import asked_items, passages
from redflags.rules.readability import grade

if TYPE_CHECKING:
    from collections.abc import Iterator

    from redflags.reading import Content

ROOT = Path(__file__).parents[2]
FRONTEND = ROOT / "frontend"
WORDS = ROOT / "book" / "words.txt"
HARDEST_CHAPTER = 10
"""Flesch-Kincaid grade of a whole chapter: a school year before the last. Its readers study medicine or nursing, often
in a second language, often tired."""
SHORTEST, LONGEST = 1200, 3000
"""Words of a chapter, tables and boxes among them."""
LONGEST_PARAGRAPH = 95
"""Words of a paragraph: about a screen of a phone."""

_WORD = re.compile(r"(?<![\w.@/])[^\W\d_]{3,}(?:['\N{RIGHT SINGLE QUOTATION MARK}][^\W\d_]+)?(?![\w@/])")
_STARTS = re.compile(r"(?:^|[.?!:;“\"'(|*>\n]|[-\N{EN DASH}\N{EM DASH}] )\s*[“\"'(*]*$")


def texts(content: Content) -> Iterator[tuple[str, str]]:
    """Return (where, words) of everything that a learner reads."""
    for block in blocks(content):
        yield f"{block.file}:{block.lines[0][0]}", prose(block.text)
    for asked in asked_items(content):
        for passage in passages(asked.item):
            yield f"item {asked.item.id}", prose(passage.text)
    for told in case_texts(content):
        yield f"{told.place.document.file}:{told.place.document.line(told.place.path)}", prose(told.text)
    for name, action in content.actions.items():
        yield f"act {name}", f"{action.label}. {action.normal.plain() if action.normal else ''}"
    for name, figure in content.figures.items():
        yield f"figure {name}", f"{figure.title}. {figure.alt}"
    for term in content.glossary.terms if content.glossary else []:
        yield f"glossary {term.id}", term.definition


def test_every_word_is_in_the_dictionary_or_in_the_courses_own_list(course: Content):
    where: dict[str, str] = {}
    names: set[str] = set()
    starting: dict[str, str] = {}
    for place, text in texts(course):
        for match in _WORD.finditer(text):
            word = match[0].replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").removesuffix("'s")
            if word.isupper():
                continue
            if word[0].isupper():
                # A capital inside a sentence is a name; at its start it says nothing.
                if _STARTS.search(text[: match.start()]):
                    starting.setdefault(word, place)
                else:
                    names.add(word)
            else:
                where.setdefault(word, place)
    for word, place in starting.items():
        if word not in names:
            where.setdefault(word, place)
    done = subprocess.run(
        ["node", "spell.mjs", str(WORDS)],
        cwd=FRONTEND,
        input="\n".join(where),
        capture_output=True,
        text=True,
        check=True,
    )
    unknown = {word: where[word] for word in done.stdout.split()}
    assert not unknown, f"mend them, or add them to book/words.txt: {unknown}"


def test_the_courses_own_words_are_sorted_and_stand_once():
    words = WORDS.read_text(encoding="utf-8").split("\n")
    assert words[:-1] == sorted(set(words[:-1]), key=lambda word: (word.casefold(), word))


def chapters(content: Content) -> dict[str, list[str]]:
    """Return the blocks of prose of every page that a quiz names as its chapter; a patient's page is none."""
    named = {
        f"book/{quiz.chapter}.md" for quiz in content.quizzes.values() if not quiz.chapter.startswith(f"{FOLDER}/")
    }
    found: dict[str, list[str]] = defaultdict(list)
    for block in blocks(content):
        if block.file in named:
            found[block.file].append(prose(block.text))
    return found


def test_no_chapter_is_harder_to_read_than_school_is(course: Content):
    grades = {
        file: round(grade("\n".join(part for part in parts if not part.lstrip().startswith(("|", "#", "-")))), 1)
        for file, parts in chapters(course).items()
    }
    assert {file: found for file, found in grades.items() if found > HARDEST_CHAPTER} == {}


def test_a_chapter_is_neither_a_note_nor_a_tome(course: Content):
    lengths = {file: len(" ".join(parts).split()) for file, parts in chapters(course).items()}
    assert {file: words for file, words in lengths.items() if not SHORTEST <= words <= LONGEST} == {}


def test_no_paragraph_fills_more_than_a_phone(course: Content):
    """Lists, tables and conversations have breaks of their own."""
    long = [
        f"{file}: {part[:60]}"
        for file, parts in chapters(course).items()
        for part in parts
        if not re.match(r"\s*(?:[|#>-]|\d\.)", part) and len(part.split()) > LONGEST_PARAGRAPH
    ]
    assert long == []
