"""One answer as it is kept: in the cell's output, in the file beside the notebook, in the file that is handed in."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from redflags.exercises.responses import check_response
from redflags.marking import ResponseError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FORMAT = "redflags-answer/1"
FILE_FORMAT = "redflags-exercise-answers/1"
MIME = "application/vnd.redflags.answer.v1+json"
LONGEST = 100_000
"""Signs of a text: more is no answer that somebody typed."""

Json = dict[str, Any]


def now() -> str:
    """Return the time in UTC to the millisecond, so that the order of texts is the order of times."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def order(record: Json) -> tuple[str, int]:
    """Return what orders records: the newest is the greatest."""
    return record["at"], record["n"]


def newest(records: Iterable[Json]) -> dict[str, Json]:
    """Return the newest record of each question."""
    found: dict[str, Json] = {}
    for record in records:
        kept = found.get(record["question"])
        if kept is None or order(record) > order(kept):
            found[record["question"]] = record
    return found


def read_record(exercise: str, questions: Mapping[str, Json], raw: Any) -> Json | None:
    """Return a record if it is one that this exercise wrote, whatever the wording of its question was."""
    if not isinstance(raw, dict) or raw.get("format") != FORMAT or raw.get("exercise") != exercise:
        return None
    if raw.get("question") not in questions or not isinstance(raw.get("at"), str) or not raw["at"]:
        return None
    if not isinstance(raw.get("n"), int) or isinstance(raw["n"], bool) or not isinstance(raw.get("hash"), str):
        return None
    return raw


def is_current(question: Json, record: Json) -> bool:
    """Whether a record answers the question in its present wording, in a way that its player can show."""
    if record["hash"] != question["hash"]:
        return False
    response = record.get("response")
    if isinstance(response, str):
        # A number in the making ("12.") need not be one yet.
        return len(response) <= LONGEST and (is_typed(question) or _given(question, response))
    return _given(question, response)


def is_typed(question: Json) -> bool:
    """Whether the answer is typed, so that any text may be on its way to one."""
    return bool(question["kind"] == "text" or question["item"]["type"] == "numeric")


def _given(question: Json, response: Any) -> bool:
    try:
        check_response(question, response)
    except (ResponseError, TypeError):
        return False
    return True
