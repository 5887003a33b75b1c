"""The works in `references.bib`: read them, format them, say whether they may be cited."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pybtex.database import BibliographyData, parse_string
from pybtex.exceptions import PybtexError
from pybtex.richtext import Text as LatexText

from redflags.problem import Problem

if TYPE_CHECKING:
    from pathlib import Path

    from pybtex.database import Entry, Person

NOT_CITABLE = {"metadata-incomplete", "from-memory"}
_SHOWN_AUTHORS = 3


@dataclass(frozen=True)
class Reference:
    """One work, ready to be shown."""

    key: str
    text: str
    """Authors. Title. Journal. Year;volume(number):pages."""
    url: str | None
    not_citable: str | None
    """Why it can't be cited yet, or None."""


def read_references(path: Path, name: str) -> tuple[dict[str, Reference], list[Problem]]:
    """Read a BibTeX file; returns the works by key and what is wrong with it."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        return {}, [Problem(name, 1, f"the file can't be read: {error}")]
    twice = [
        Problem(name, number, f"{what} stands twice", remedy="keep one of the two") for what, number in _repeated(text)
    ]
    if twice:
        return {}, twice
    try:
        data: BibliographyData = parse_string(text, "bibtex")
    except PybtexError as error:
        line = getattr(error, "lineno", None) or 1
        return {}, [Problem(name, line, f"this is not BibTeX: {error}", remedy="check braces and commas")]
    return {key: _reference(key, entry) for key, entry in data.entries.items()}, []


def _repeated(text: str) -> list[tuple[str, int]]:
    """Return each work that stands again, under its own key or another, with its line."""
    seen: set[str] = set()
    again = []
    for number, line in enumerate(text.splitlines(), start=1):
        match = re.match(r"@\w+\{\s*([^,\s]+)|\s*doi\s*=\s*[{\"]([^}\"]+)", line, re.IGNORECASE)
        if match:
            what = f"the work `{match[1]}`" if match[1] else f"the work with the DOI {match[2]}"
            if what.lower() in seen:
                again.append((what, number))
            seen.add(what.lower())
    return again


_QUOTES = (("``", "\N{LEFT DOUBLE QUOTATION MARK}"), ("''", "\N{RIGHT DOUBLE QUOTATION MARK}"))
_QUOTED = re.compile(r"`([^`']+)'")


def _plain(latex: str) -> str:
    """Return LaTeX as text, its quotation marks as they are printed; most fields hold none, and its decoder is slow."""
    for tex, mark in _QUOTES:
        latex = latex.replace(tex, mark)
    latex = _QUOTED.sub("\N{LEFT SINGLE QUOTATION MARK}\\1\N{RIGHT SINGLE QUOTATION MARK}", latex)
    if not set(latex) & set("\\{}~$"):
        return " ".join(latex.replace("--", "\N{EN DASH}").split())
    return " ".join(str(LatexText.from_latex(latex)).replace("--", "\N{EN DASH}").split())


def _name(person: Person) -> str:
    last = _plain(" ".join([*person.prelast_names, *person.last_names, *person.lineage_names]))
    initials = "".join(_plain(name)[:1] for name in [*person.first_names, *person.middle_names])
    return f"{last} {initials}".strip()


def _authors(entry: Entry) -> str:
    people = entry.persons.get("author", []) or entry.persons.get("editor", [])
    # BibTeX writes "and others" where a list goes on.
    names = [name for name in map(_name, people) if name != "others"]
    if len(names) > _SHOWN_AUTHORS or len(names) < len(people):
        names = [*names[:_SHOWN_AUTHORS], "et al"]
    return ", ".join(names)


def _reference(key: str, entry: Entry) -> Reference:
    fields = {name.lower(): _plain(value) for name, value in entry.fields.items() if name.lower() not in {"url", "doi"}}
    where = (
        fields.get("journal") or fields.get("booktitle") or fields.get("publisher") or fields.get("institution") or ""
    )
    when = fields.get("year", "")
    if "volume" in fields:
        when += f";{fields['volume']}" + (f"({fields['number']})" if "number" in fields else "")
    if "pages" in fields:
        when += f":{fields['pages']}"
    parts = [_authors(entry), fields.get("title", "").rstrip("."), where, when]
    keywords = {word.strip() for word in fields.get("keywords", "").split(",")}
    missing = sorted(keywords & NOT_CITABLE)
    return Reference(
        key=key,
        text=". ".join(part.rstrip(".") for part in parts if part) + ".",
        url=_url(entry),
        not_citable=missing[0] if missing else None,
    )


def _url(entry: Entry) -> str | None:
    if "doi" in entry.fields:
        return f"https://doi.org/{entry.fields['doi']}"
    if "pmid" in entry.fields:
        return f"https://pubmed.ncbi.nlm.nih.gov/{entry.fields['pmid']}/"
    url = entry.fields.get("url")
    return url if url and url.startswith(("https://", "http://")) else None
