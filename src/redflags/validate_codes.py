"""Which of the linter's rules a model's own error belongs to: the models refuse what several rules forbid."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from redflags.model.text import Ambiguous

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_MISSING = {
    "id": "E01",
    "why": "E03",
    "objective": "E04",
    "evidence": "E04",
    "reviewed": "E04",
    "alt": "E09",
    "licence": "E09",
}
_WORDS = (
    (
        re.compile(
            r"exactly one (option|token)|is not an? (column|group|blank|target|option)|must lie between"
            r"|a bow-tie has|correct options, where"
        ),
        "E02",
    ),
    (re.compile(r"say the same|same heading"), "E06"),
    (re.compile(r"(select-all|select-n|highlight) item needs|asks for \d+ correct|one right and one wrong of"), "E08"),
)


def rule_of(error: ErrorDetails) -> str:
    """Return the code of the rule that a pydantic error breaks, or an empty string."""
    if isinstance(error["input"], Ambiguous) and error["type"] != "extra_forbidden":
        return "E15"
    last = str(error["loc"][-1]) if error["loc"] else ""
    if error["type"] in {"missing", "string_too_short"}:
        return _MISSING.get(last, "")
    if error["type"] in {"too_short", "too_long"}:
        # An empty `evidence` is a missing one; other lists have the lengths that an item's type allows.
        return "E04" if last == "evidence" else "E07"
    if error["type"] == "value_error":
        return next((code for words, code in _WORDS if words.search(error["msg"])), "")
    return ""
