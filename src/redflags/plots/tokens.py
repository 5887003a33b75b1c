"""The design's colours for charts, from the one place that defines them (`frontend/src/styles/tokens.css`)."""

from __future__ import annotations

import json
from functools import cache

from redflags.static_files import STATIC


@cache
def tokens() -> dict[str, str]:
    """Return each colour token's value in the light theme, as the front end's build wrote them."""
    found: dict[str, str] = json.loads((STATIC / "tokens.json").read_text(encoding="utf-8"))
    return found


def colour(name: str) -> str:
    """Return a token's light value, such as `colour("accent")`; the page swaps it for the reader's theme.

    Raises
    ------
    KeyError
        There is no such token.
    """
    return tokens()[name]
