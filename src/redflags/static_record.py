"""A record as plain HTML: every tab under its name, tables with row and column headers."""

from __future__ import annotations

from html import escape
from typing import Any

from redflags.static_answers import rich

CORNER = "Finding"
"""Heading of the column of names; the player's table says the same."""


def is_trend(tabs: list[dict[str, Any]]) -> bool:
    """Whether something in a record can be followed over time."""
    return any(len(tab.get("table", {}).get("times", [])) > 1 for tab in tabs)


def record_html(tabs: list[dict[str, Any]], level: int = 4) -> str:
    """Return a compiled record as HTML, each tab under a heading of this level."""
    return "".join(
        f'<section class="rf-record"><h{level}>{escape(tab["name"])}</h{level}>{_tab(tab)}</section>' for tab in tabs
    )


def _tab(tab: dict[str, Any]) -> str:
    if "table" not in tab:
        return f"<p>{rich(tab['text'])}</p>"
    head = "".join(f'<th scope="col">{escape(time)}</th>' for time in (CORNER, *tab["table"]["times"]))
    rows = "".join(
        f'<tr><th scope="row">{escape(name)}</th>{"".join(f"<td>{escape(value)}</td>" for value in values)}</tr>'
        for name, *values in tab["table"]["rows"]
    )
    return f'<table aria-label="{escape(tab["name"])}"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'
