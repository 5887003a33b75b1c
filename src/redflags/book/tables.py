"""Tables that may be wider than the screen: each scrolls by itself, under the name of its heading."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx

SCROLLER = '<div class="pst-scrollable-table-container">'
"""What the theme puts around a table. Its script makes it a stop for the Tab key where it scrolls, without a name."""
_HEADING_OR_SCROLLER = re.compile(
    rf"<h[1-6][^>]*>(.*?)(?:<a class=\"headerlink\".*?)?</h[1-6]>|{re.escape(SCROLLER)}", re.DOTALL
)
_TAG = re.compile(r"<[^>]*>")


def named(body: str) -> str:
    """Return a page's HTML with a role and a name on what scrolls; a second table of a heading gets its number."""
    seen: Counter[str] = Counter()
    heading = ""

    def name(match: re.Match[str]) -> str:
        nonlocal heading
        if match[0] != SCROLLER:
            heading = " ".join(_TAG.sub("", match[1]).replace('"', "&quot;").split())
            return match[0]
        seen[heading] += 1
        number = f" {seen[heading]}" if seen[heading] > 1 else ""
        return f'{SCROLLER[:-1]} role="group" aria-label="Table{number}: {heading}">'

    return _HEADING_OR_SCROLLER.sub(name, body)


def name_tables(_app: Sphinx, _page: str, _template: str, context: dict[str, Any], _doctree: object) -> None:
    """Name the tables of a page that is about to be written."""
    if "body" in context:
        context["body"] = named(context["body"])


def setup(app: Sphinx) -> None:
    """Name tables when a page is written."""
    app.connect("html-page-context", name_tables)
