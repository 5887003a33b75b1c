"""Bone by bone from C3 to L5: what the canal holds there, and what the register says lies at and below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from redflags.labs._key_points import MUSCLES, ORDER, POINTS, from_down
from redflags.labs.lab import LabError

if TYPE_CHECKING:
    from redflags.labs.lab import Source

Json = dict[str, Any]

_BONES = (("Neck", "C", 3, 7), ("Chest", "T", 1, 12), ("Low back", "L", 1, 5))
"""C1 and C2 are built otherwise, so that this drawing would be wrong of them."""
_DYSREFLEXIA = "T6"
"""Segment from which up the register expects autonomic dysreflexia (T-NURS-08)."""


def levels(source: Source, points: dict[str, Json], muscles: dict[str, str]) -> list[Json]:
    """Return a record for each vertebra, its segments reckoned from the dissections of the register."""
    if source.number("T-NURS-08", "level") != int(_DYSREFLEXIA[1:]):
        raise LabError(f"T-NURS-08 has another level than {_DYSREFLEXIA}: see labs/_levels.py")
    return [
        _level(source, region, f"{letter}{number}", points, muscles)
        for region, letter, first, last in _BONES
        for number in range(first, last + 1)
    ]


def _level(source: Source, region: str, bone: str, points: dict[str, Json], muscles: dict[str, str]) -> Json:
    inside = "tip" if bone == "L1" else "roots" if bone[0] == "L" else "cord"
    segments, entries = _segments(source, bone)
    # A neck bone whose segment nobody measured still lies above every segment of the chest.
    start = segments[0] if segments else "T3" if inside == "cord" else "S3"
    below = from_down(start, points)
    entries = [*entries, POINTS] if points else entries
    return {
        "id": bone,
        "region": region,
        "inside": inside,
        "segments": segments,
        "first": below[0] if below and segments and below[0] in segments else None,
        "points": below,
        "muscles": from_down(start, muscles) if inside != "roots" else [],
        "high": inside == "cord" and ORDER.index(start) <= ORDER.index(_DYSREFLEXIA),
        "says": _says(source, bone, inside, segments, points, below),
        "evidence": list(dict.fromkeys([*entries, *([MUSCLES] if inside != "roots" else [])])),
    }


def _segments(source: Source, bone: str) -> tuple[list[str], list[str]]:
    """Return the segments of the cord behind a bone, from the head down, and the entries that say so."""
    letter, number = bone[0], int(bone[1:])
    if letter == "T" and number <= 10:  # noqa: PLR2004 (the entry reaches down to root T12, which is two lower)
        offset = int(source.number("anat-thoracic-roots", "offset"))
        return [f"T{number + offset}"], ["anat-thoracic-roots"]
    if bone in {"T11", "T12"}:
        source.entry("anat-lumbar-segments")
        return [f"L{one}" for one in range(1, 6)], ["anat-lumbar-segments"]
    if bone == "L1":
        source.entry("anat-lumbar-segments")
        return [f"S{one}" for one in range(1, 6)], ["anat-lumbar-segments", "anat-conus-adult"]
    if bone in {"C5", "C6"}:
        offset = int(source.number("anat-cervical-roots", "offset"))
        return [f"C{number + offset}"], ["anat-cervical-roots"]
    if letter == "L":
        return [], ["RF-MSC-24", "anat-conus-adult", "anat-dural-sac"]
    return [], []


def _says(
    source: Source, bone: str, inside: str, segments: list[str], points: dict[str, Json], below: list[str]
) -> str:
    """Say in a sentence or two what lies behind a bone."""
    if inside == "tip":
        return (
            f"Behind {bone} lie the segments of saddle, bladder and bowel, from S1 down, and the tip of the cord: on "
            + source.words("anat-conus-adult", "average at {mean_level}, in some people as low as {lowest}.")
        )
    if inside == "roots":
        return (
            f"Behind {bone} there is as a rule no cord left, only roots, in a sac that ends at about "
            + source.words("anat-dural-sac", "{sac_end}. ")
            + "Those of the saddle pass every bone from here down. Which of the leg's roots still do, the register "
            "doesn't say, so none is lit."
        )
    if not segments:
        return (
            f"The register has no measured segment of the cord for {bone}. Every segment of trunk and legs lies below "
            "it, so these are lit; which of the arm do is not known here, so none is."
        )
    if len(segments) > 1:
        return f"Behind T11 and T12 lie the segments of the legs, {segments[0]} to {segments[-1]}: several behind each."
    segment = segments[0]
    head = f"Behind the bone {bone} lies segment {segment} of the cord."
    if segment in below:
        return f"{head} Its key point: {points[segment]['place']}."
    above = [one for one in points if ORDER.index(one) < ORDER.index(segment)]
    between = f"it lies between {above[-1]} and {below[0]}" if above else f"the next below is {below[0]}"
    return f"{head} The register has no key point for it; {between}."
