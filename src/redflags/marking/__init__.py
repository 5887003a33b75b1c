"""Answers to marks: one published rule per module.

Pure Python over plain JSON (compiled items and responses), so that it also runs in a browser's kernel. The same
rules exist in `frontend/src/marking/`; `tests/vectors/` holds the two equal.
"""

from redflags.marking.certainty import certainty_mark
from redflags.marking.dispatch import SELF_MARKED, mark
from redflags.marking.result import Mark, Part, ResponseError

__all__ = ["SELF_MARKED", "Mark", "Part", "ResponseError", "certainty_mark", "mark"]
