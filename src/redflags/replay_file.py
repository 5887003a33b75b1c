"""A run of a case as a file: written, and read back with suspicion, since it may come from anybody.

The twin of `frontend/src/patient/replay-file.ts`; pure Python, for notebooks.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from redflags.simulation.step import LONGEST_TEXT, LONGEST_WAIT, MOST_RANKS, STAGES

if TYPE_CHECKING:
    from collections.abc import Callable

Json = dict[str, Any]
FORMAT = "redflags-replay/1"
MOST_BYTES = 1_000_000
MOST_ENTRIES = 5000


class ReplayError(ValueError):
    """A file, or a stored run, that can't be played; its message says why."""


def replay_text(case: Json, log: list[Json]) -> str:
    """Return a run as the text of its file."""
    file = {"format": FORMAT, "case": case["name"], "hash": case["hash"], "title": case["title"], "log": log}
    return json.dumps(file, ensure_ascii=False, indent=1) + "\n"


def read_replay(case: Json, text: str) -> list[Json]:
    """Return the log in a file's text.

    Raises
    ------
    ReplayError
        The text is no replay of this case in this version.
    """
    if len(text) > MOST_BYTES:
        raise ReplayError("The file is too large to be a replay of a case.")
    try:
        file = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ReplayError("The file is not a replay: it doesn't hold JSON.") from error
    if not isinstance(file, dict) or file.get("format") != FORMAT:
        raise ReplayError(f"The file is not a replay of this course ({FORMAT}).")
    if file.get("case") != case["name"]:
        raise ReplayError("The file is a replay of another case.")
    if file.get("hash") != case["hash"]:
        raise ReplayError("The file was made with another version of this case, which has changed since.")
    return read_log(case, file.get("log"))


def read_log(case: Json, log: Any) -> list[Json]:
    """Return a log whose every entry is one that this case's player can write.

    Raises
    ------
    ReplayError
        Some entry is not.
    """
    if not isinstance(log, list):
        raise ReplayError("The file holds no list of acts.")
    if len(log) > MOST_ENTRIES:
        raise ReplayError("The file holds more acts than anybody can do.")
    for number, entry in enumerate(log, start=1):
        if not _is_entry(case, entry):
            raise ReplayError(f"Act {number} of the file is none that this case knows.")
    return log


def _is_entry(case: Json, entry: Any) -> bool:
    if not isinstance(entry, dict) or not isinstance(entry.get("do"), str) or entry["do"] not in _KEYS:
        return False
    keys, fits = _KEYS[entry["do"]]
    return {"do", *keys}.issuperset(entry) and fits(case, entry)


def _ids(case: Json, key: str) -> set[str]:
    return {one["id"] for one in case[key]}


def _is_order(case: Json, entry: Json) -> bool:
    return isinstance(entry.get("action"), str) and entry["action"] in _ids(case, "actions")


def _is_wait(_case: Json, entry: Json) -> bool:
    return "minutes" not in entry or _whole(entry["minutes"], 1, LONGEST_WAIT)


def _is_stage(case: Json, entry: Json) -> bool:
    ranks = entry.get("ranks")
    return (
        entry.get("stage") in STAGES
        and _whole(entry.get("cancer"), 0, 100)
        and isinstance(ranks, list)
        and len(ranks) <= MOST_RANKS
        and all(isinstance(name, str) and name in _ids(case, "diagnoses") for name in ranks)
    )


def _is_pin(case: Json, entry: Json) -> bool:
    finding, where = entry.get("finding"), entry.get("as", "")
    return (
        isinstance(finding, str)
        and finding in _ids(case, "findings")
        and (where is None or where in ("for", "against", "unknown"))
    )


def _is_text(text: Any) -> bool:
    return isinstance(text, str) and len(text) <= LONGEST_TEXT


def _whole(value: Any, low: int, high: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


_KEYS: dict[str, tuple[tuple[str, ...], Callable[[Json, Json], bool]]] = {
    "order": (("action",), _is_order),
    "wait": (("minutes",), _is_wait),
    "stage": (("stage", "ranks", "cancer"), _is_stage),
    "pin": (("finding", "as"), _is_pin),
    "pause": (("absent",), lambda _case, entry: _is_text(entry.get("absent"))),
    "write": (("text",), lambda _case, entry: _is_text(entry.get("text"))),
}
"""By what an entry does: its keys, and whether their values fit."""
