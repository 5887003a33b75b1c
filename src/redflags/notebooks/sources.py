"""The sources of one notebook: numbered where its text cites them, listed at its end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from redflags.cite import CHECKED, CitationError, fill, require_citable
from redflags.model.text import split_evidence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from redflags.reading import Content

_EV = re.compile(r"\{ev\}`([^`]*)`")
_RAISED = re.compile(r"\{(sup|sub)\}`([^`]*)`")
_ROLE = re.compile(r"(?<!`)\{([a-z][a-z:-]*)\}`[^`]*`")


class Sources:
    """Numbers the register's entries in the order in which a notebook cites them."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.numbers: dict[str, int] = {}

    def mark(self, entry: str) -> str:
        """Return an entry's number as a raised link to its work."""
        number = self.numbers.setdefault(entry, len(self.numbers) + 1)
        url = self.content.references[self.content.evidence[entry].source].url
        return f"<sup>[{number}]({url})</sup>" if url and not re.search(r"[()\s]", url) else f"<sup>{number}</sup>"

    def marks(self, entries: Iterable[str]) -> str:
        """Return the numbers of the entries that may be shown."""
        shown = []
        for entry in entries:
            try:
                require_citable(self.content.evidence[entry], self.content.references)
            except CitationError:
                continue
            shown.append(self.mark(entry))
        return " ".join(shown)

    def filled(self, text: str) -> str:
        """Return Markdown with each `{ev}` as its value and number.

        Raises
        ------
        ValueError
            The text has a role that a notebook can't show.
        """

        def value(match: re.Match[str]) -> str:
            entry, template = split_evidence(match[1])
            return f"{fill(self.content.evidence[entry], template)}{self.mark(entry)}"

        text = _RAISED.sub(r"<\1>\2</\1>", _EV.sub(value, text))
        if role := _ROLE.search(text):
            raise ValueError(f"a notebook can't show the role {{{role[1]}}}: teach redflags/notebooks to")
        # JupyterLab reads what stands between two of them as mathematics.
        return text.replace("$", "\\$")

    def listed(self) -> str:
        """Return the list of sources as Markdown; empty where nothing is cited."""
        rows = []
        for entry_id, number in self.numbers.items():
            entry = self.content.evidence[entry_id]
            work = self.content.references[entry.source]
            cited = f"[{work.text}]({work.url})" if work.url else work.text
            rows.append(
                f"{number}. **{entry_id}.** {entry.claim} *{entry.population}.* {cited} {CHECKED[entry.checked]}"
            )
        return "\n".join(["## Sources", "", *rows]).replace("$", "\\$") if rows else ""
