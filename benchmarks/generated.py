"""Generated courses of any size: our own chapters and questions under other names, and no two of them alike."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from typing import Any

import yaml
from benchmarks.chapter import CHAPTER_LINK, DIRECTIVE, FRONT_MATTER

from redflags.yaml_text import read_yaml

ROOT = Path(__file__).parents[1]
PARTS = ("1-why", "2-tumours", "3-pain", "4-recognise", "5-diagnose", "6-treat", "7-talk")
ITEMS = 15
"""Questions on a chapter."""
MORE = 50
"""Questions of the bank on a page of its own."""
LEFT_OUT = {"quiz", "web-claims", "claim-check", "case", "score", "lab", "code-cell"}
"""Directives for which a generated course has no content, or that come at the chapter's end."""
NO_CLAIMS = "web-claims.yaml"
SYLLABLES = [f"{first}{last}" for first in "bdfgklmnprstvz" for last in "aeiou"]
"""Of invented names: a word that stands nowhere else makes each text, and each index of words, another one."""
FRONT = "---\nreviewed: 2026-11-22\n---\n"
EXAM = "medicine"
"""The exam that is drawn from the bank; ours for nursing needs case studies too."""
OTHER_PAGES = (f"exam-{EXAM}", "bank-report", "glossary", "references", "register", "term-index")


@dataclass(frozen=True)
class Size:
    """How large a course is."""

    chapters: int
    items: int
    """Questions in the bank; each chapter shows 15 of them."""
    all_shown: bool = False
    """Whether the bank's other questions stand on pages of their own, fifty on each; otherwise nothing shows them."""


@dataclass
class _Pool:
    """What there is to copy."""

    chapters: list[str] = field(default_factory=list)
    objectives: dict[str, dict[str, Any]] = field(default_factory=dict)
    items: list[dict[str, Any]] = field(default_factory=list)


def make(root: Path, size: Size) -> list[str]:
    """Write a course into an empty folder; returns its chapters, as `_toc.yml` names them."""
    book = root / "book"
    for folder in ("evidence", "figures"):
        shutil.copytree(ROOT / "book" / folder, book / folder, ignore=shutil.ignore_patterns(NO_CLAIMS))
    (book / "exams").mkdir()
    copied = ("favicon.svg", "glossary.yaml", f"exams/{EXAM}.yaml", *(f"{page}.md" for page in OTHER_PAGES))
    for name in ("_config.yml", *(f"book/{name}" for name in copied)):
        shutil.copy(ROOT / name, root / name)
    pool = _pool()
    texts, items = cycle(pool.chapters), enumerate(cycle(pool.items))
    pages: dict[str, list[str]] = {part: [] for part in PARTS}
    for number in range(size.chapters):
        part = PARTS[number % len(PARTS)]
        name = f"c-{number:03}"
        _quiz(book, name, f"{part}/{name}", [next(items) for _ in range(ITEMS)], pool)
        _page(book / part / f"{name}.md", _chapter(next(texts), name, number))
        pages[part].append(f"{part}/{name}")
    chapters = [page for part in PARTS for page in pages[part]]
    left = size.items - size.chapters * ITEMS
    for number, start in enumerate(range(0, left, MORE)):
        name, part = f"m-{number:03}", PARTS[number % len(PARTS)]
        _quiz(book, name, f"{part}/{name}", [next(items) for _ in range(min(MORE, left - start))], pool)
        about = "Questions of the bank that no chapter asks, for whoever wants to go on. " * 8
        _page(book / part / f"{name}.md", f"{FRONT}# More questions, {invented(number)}\n\n{about}\n\n{_ask(name)}")
        pages[part] += [f"{part}/{name}"] if size.all_shown else []
    _page(book / "index.md", f"{FRONT}# A generated course\n\n{'Words of a first page, as many as it needs. ' * 20}\n")
    _toc(root, pages)
    return chapters


def invented(number: int) -> str:
    """Return a name that nothing else has."""
    name = ""
    for _ in range(4):
        number, place = divmod(number, len(SYLLABLES))
        name += SYLLABLES[place]
    return name.capitalize()


def _pool() -> _Pool:
    """Read our chapters and questions; what asks for a drawing or a panel finds it in the copied folders."""
    pool = _Pool()
    pool.chapters = our_chapters()
    for path in sorted((ROOT / "book" / "quizzes").glob("*.yaml")):
        quiz = read_yaml(path, path.name).data
        pool.objectives |= {objective["id"]: objective for objective in quiz["objectives"]}
        pool.items += quiz.get("items", [])
    # By type in turn, so that fifteen in a row are of many types; the one whose first answer is timed leads.
    kinds: dict[str, list[dict[str, Any]]] = {}
    for item in pool.items:
        kinds.setdefault(item["type"], []).append(item)
    leading = "single-best-answer"
    turn = {
        id(item): (place, kind != leading, kind) for kind, group in kinds.items() for place, item in enumerate(group)
    }
    pool.items.sort(key=lambda item: turn[id(item)])
    return pool


def our_chapters() -> list[str]:
    """Return the Markdown of all of our chapters, in order."""
    return [path.read_text(encoding="utf-8") for part in PARTS for path in sorted((ROOT / "book" / part).glob("*.md"))]


def _chapter(text: str, name: str, number: int) -> str:
    """Return one of our chapters with words of its own, and all of its questions at the end."""
    text = FRONT_MATTER.sub(FRONT, text)
    text = DIRECTIVE.sub(lambda match: "" if match[2] in LEFT_OUT else match[0], text)
    text = CHAPTER_LINK.sub(r"\1", text)
    return f"{renamed(text, number)}\n## All questions\n\n{_ask(name)}"


def renamed(chapter: str, number: int) -> str:
    """Give a chapter a title of its own, and twenty words that stand nowhere else."""
    words = " ".join(invented(1_000_000 + 100 * number + place) for place in range(20))
    told = rf"\g<0> in {invented(number)}\n\nWards named here: {words}."
    return re.sub(r"^# .*$", told, chapter, count=1, flags=re.MULTILINE)


def _ask(name: str) -> str:
    return f"```{{quiz}} {name}\n```\n"


def _quiz(book: Path, name: str, chapter: str, items: list[tuple[int, dict[str, Any]]], pool: _Pool) -> None:
    """Write questions with names and a word of their own."""
    asked = [item["objective"] for _, item in items]
    objectives = [{**pool.objectives[one], "id": f"{name}-{one}"} for one in dict.fromkeys(asked)]
    copies = [
        {
            **{key: value for key, value in item.items() if key != "claims"},
            "id": f"i{number}-{item['id']}",
            "objective": f"{name}-{item['objective']}",
            "stem": f"This is told on {invented(number)} ward. {item['stem']}",
        }
        for number, item in items
    ]
    quiz = {"title": f"Questions of {name}", "chapter": chapter, "objectives": objectives, "items": copies}
    # JSON is YAML too, and ten thousand questions are written in a second.
    _page(book / "quizzes" / f"{name}.yaml", json.dumps(quiz, ensure_ascii=False, indent=1))


def _page(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _toc(root: Path, pages: dict[str, list[str]]) -> None:
    parts = [
        {"caption": part, "chapters": [{"file": page} for page in named]} for part, named in pages.items() if named
    ]
    parts.append({"caption": "Look up", "chapters": [{"file": page} for page in OTHER_PAGES]})
    _page(root / "_toc.yml", yaml.safe_dump({"format": "jb-book", "root": "index", "parts": parts}, sort_keys=False))
