"""Put values of the register into words: `{cancers} of {patients}` becomes "13 of 1,975"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from redflags.model.evidence import Checked

if TYPE_CHECKING:
    from collections.abc import Mapping

    from redflags.model.evidence import Evidence, Value
    from redflags.references import Reference

CHECKED = {
    "read": "We read the source's own text.",
    "second-hand": "We read another page that reports this source, not the source itself.",
    "unread": "Nobody has read a source for this yet: the course does not use it.",
}
"""How far an entry or a score was checked, in a reader's words."""
VERDICTS = {
    "supported": ("✓", "Supported"),
    "qualified": ("~", "True with a limit"),
    "contradicted": ("✗", "Contradicted"),
    "unsupported": ("?", "No evidence found"),
    "out-of-scope": ("·", "Outside this course"),
}
"""What the register says of a claim found on the web, as a sign and in a reader's words."""
_FIELD = re.compile(r"\{([A-Za-z_][A-Za-z0-9_]*)(?::([^{}]*))?\}")


class CitationError(ValueError):
    """An `{ev}` role that can't be resolved; the message is for its author."""


def fill(entry: Evidence, template: str) -> str:
    """Replace each `{name}` or `{name:spec}` of a template by the entry's value.

    A range becomes "6.4 to 36.6"; a value in per cent carries its sign; whole numbers from 1,000 get commas.

    Raises
    ------
    CitationError
        The entry has no such value, or the format doesn't fit it.
    """

    def value(match: re.Match[str]) -> str:
        name, spec = match[1], match[2]
        if name not in entry.values:
            known = ", ".join(entry.values) or "none"
            raise CitationError(f"{entry.id} has no value `{name}` (its values: {known})")
        try:
            return _shown(entry.values[name], spec)
        except ValueError as error:
            raise CitationError(f"{entry.id}: the format `{spec}` does not fit `{name}` ({error})") from error

    filled = _FIELD.sub(value, template)
    if "{" in filled or "}" in filled:
        raise CitationError(f"{entry.id}: a brace is left over in `{template}`: write {{name}} or {{name:.1f}}")
    return filled


def _shown(value: Value, spec: str | None) -> str:
    if isinstance(value.value, str):
        return value.value
    numbers = value.value if isinstance(value.value, list) else [value.value]
    words = [format(number, spec) if spec else _number(number) for number in numbers]
    percent = "%" if value.unit == "%" and "%" not in words[-1] else ""
    joined = " to ".join(words) if len(words) == 2 else ", ".join(words)  # noqa: PLR2004 (a range has two ends)
    return joined + percent


def _number(number: float) -> str:
    """Format as prose does: 13, 1,975, 0.66, and a real minus sign."""
    text = f"{int(number):,}" if number == int(number) else repr(number)
    return text.replace("-", "\N{MINUS SIGN}")


def require_citable(entry: Evidence, references: Mapping[str, Reference]) -> None:
    """Refuse an entry that nobody checked, or whose work is not fully described.

    Raises
    ------
    CitationError
        The entry may not be shown to a learner yet.
    """
    if entry.checked is Checked.UNREAD:
        raise CitationError(f"{entry.id} is `unread`: nobody read its source, so no page may cite it")
    reference = references.get(entry.source)
    if reference is None:
        raise CitationError(f"{entry.id} cites the work `{entry.source}`, which is not in references.bib")
    if reference.not_citable:
        raise CitationError(
            f"{entry.id} cites `{entry.source}`, which is marked `{reference.not_citable}` in references.bib"
        )
