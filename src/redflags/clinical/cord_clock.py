"""Times of a cord compression against the limits that guidelines set: kept, passed, or none.

Times are hours before (negative) or after the scan; None where something did not happen. The twin is `cord-clock.ts`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Moments = dict[str, float | None]

KEPT, PASSED, NO_LIMIT, NOT_HERE = "kept", "passed", "no-limit", "not-here"
_DAY = 24


def moments(course: Mapping[str, Any]) -> Moments:
    """Return every moment at which a clock may start or stop.

    Parameters
    ----------
    course
        Days before the scan: `pain`, `told`, `weakness`, `bladder` (the last two None where they did not come).
        Hours: `called` before the scan, `decided` after it, `treated` after that.

    Returns
    -------
    dict
        Also `nerve`, the first trouble of nerves, and `known-nerve`, when somebody who can call knows of it. Nobody
        knows before the person has told, and nobody calls before they know: such settings are moved together.
    """
    symptoms = [course[name] for name in ("pain", "weakness", "bladder") if course[name] is not None]
    told = -_DAY * min(course["told"], max(symptoms))
    weakness, bladder = (None if course[name] is None else -_DAY * course[name] for name in ("weakness", "bladder"))
    nerves = [time for time in (weakness, bladder) if time is not None]
    nerve = min(nerves) if nerves else None
    return {
        "pain": -_DAY * course["pain"],
        "told": told,
        "weakness": weakness,
        "bladder": bladder,
        "nerve": nerve,
        "known-nerve": None if nerve is None else max(nerve, told),
        "called": max(-course["called"], told),
        "scan": 0,
        "decided": course["decided"],
        "treated": course["decided"] + course["treated"],
    }


def judge(course: Mapping[str, Any], limits: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return for each limit the hours that its clock ran, and whether it was kept.

    Parameters
    ----------
    course
        As `moments` takes it.
    limits
        Each with `from` and `to` (moments), `hours` (None: the source sets no limit) and `when`: "pain" (somebody
        knew before the nerves began), "pain-only" (they never did), "nerve", "bladder" or "any".
    """
    at = moments(course)
    return [_one(at, limit) for limit in limits]


def _one(at: Moments, limit: Mapping[str, Any]) -> dict[str, Any]:
    start, stop = at[limit["from"]], at[limit["to"]]
    if start is None or stop is None or not _concerns(at, limit["when"]):
        return {"hours": None, "verdict": NOT_HERE}
    ran = stop - start
    if limit["hours"] is None:
        return {"hours": ran, "verdict": NO_LIMIT}
    return {"hours": ran, "verdict": KEPT if ran <= limit["hours"] else PASSED}


def _concerns(at: Moments, when: str) -> bool:
    """Say whether a limit is about such a course."""
    nerve, told = at["nerve"], at["told"]
    if when == "pain":
        return nerve is None or (told is not None and told < nerve)
    if when == "pain-only":
        return nerve is None
    return when == "any" or at[when] is not None


def tempo(course: Mapping[str, Any], edges: Sequence[float]) -> int | None:
    """Return in which of the spans parted by `edges` (days) the time from weakness to treatment lies.

    None without weakness. A day on an edge belongs to the shorter span.
    """
    at = moments(course)
    weakness, treated = at["weakness"], at["treated"]
    if weakness is None or treated is None:
        return None
    return sum((treated - weakness) / _DAY > edge for edge in edges)
