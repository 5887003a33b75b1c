"""The glossary's terms, found in the text of pages that use them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from redflags.model.glossary import Glossary, Term

LEAVES_UNMARKED = ("terms", "unmarked")
"""What the front matter of a page says that lists or greets: a term there is no term in use."""


def marks_terms(front_matter: Mapping[str, object]) -> bool:
    """Whether a page marks the terms in its prose."""
    key, value = LEAVES_UNMARKED
    return front_matter.get(key) != value


class Finder:
    """Finds terms in text: the longest form first, an abbreviation only as it is written."""

    def __init__(self, glossary: Glossary) -> None:
        self._terms: dict[str, Term] = {}
        exact: list[str] = []
        folded: list[str] = []
        for term in glossary.terms:
            for form in term.forms:
                # "SINS" is not "sins": a form that holds two capitals is looked for as it stands.
                strict = len(re.findall("[A-Z]", form)) > 1
                self._terms[form if strict else form.casefold()] = term
                (exact if strict else folded).append(re.escape(form))
        longest = [
            *(f"(?i:{form})" for form in sorted(folded, key=len, reverse=True)),
            *sorted(exact, key=len, reverse=True),
        ]
        self._pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(longest)})(?![\w-])")

    def find(self, text: str) -> Iterator[tuple[int, int, Term]]:
        """Return start, end and term of each form in a text."""
        for match in self._pattern.finditer(text):
            form = match[0]
            yield match.start(), match.end(), self._terms.get(form) or self._terms[form.casefold()]
