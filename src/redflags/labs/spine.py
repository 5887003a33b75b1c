"""Explorer: a vertebra, a room, a tumour that grows; what gives way, and what the register expects of it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any, cast

from redflags.clinical.spine import expected, room
from redflags.labs import _body
from redflags.labs._findings import findings
from redflags.labs._key_points import MUSCLES, POINTS, muscles, points
from redflags.labs._levels import levels
from redflags.labs._spine_drawing import (
    ACROSS_BOX,
    LENGTHWISE_BOX,
    across_bones,
    lengthwise_bones,
    picture,
)
from redflags.labs.lab import Lab, LabError, Source, cite, table

if TYPE_CHECKING:
    from redflags.model.score import Grades
    from redflags.reading import Content

Json = dict[str, Any]

_START = {"level": "T8", "compartment": "extradural", "growth": 80, "view": "drawing"}
_COMPARTMENTS = (
    (
        "extradural",
        "Extradural",
        "Outside the dura, in bone and epidural space. From the front it dents the sac and flattens the cord.",
        ("body-first-pedicle-sign", "anat-dura-barrier"),
    ),
    (
        "intradural",
        "Intradural-extramedullary",
        "Inside the dura, outside the cord. It pushes the cord aside; above and below it the fluid is wide.",
        ("epi-cbtrus",),
    ),
    (
        "intramedullary",
        "Intramedullary",
        "In the cord itself. The cord swells like a spindle, and the fluid around it gets thin.",
        ("cls-im-mix",),
    ),
)


def lab(content: Content) -> Lab:
    """Return the explorer; it starts with the example that its sentence tells."""
    source = Source(content)
    named, strong = points(source), muscles(source)
    bones = levels(source, named, strong)
    for entry in (entry for bone in bones for entry in bone["evidence"]):
        source.entry(entry)
    grades = _grades(content, source)
    rooms = []
    for name, label, says, entries in _COMPARTMENTS:
        for entry in entries:
            source.entry(entry)
        rooms.append({"id": name, "label": label, "says": says, "evidence": list(entries)})
    found = findings(source)
    start = next(bone for bone in bones if bone["id"] == _START["level"])
    cut = room(start["inside"], str(_START["compartment"]), int(str(_START["growth"])) / 100)
    first = named[start["first"]]
    return Lab(
        name="spine",
        title="A tumour grows in the spine",
        says=(
            f"A tumour behind the bone {start['id']} presses on segment {start['segments'][0]} of the cord, so feeling "
            f"may fail from there down: key point, {first['place']}. The number on the bone is not the number of the "
            "cord."
        ),
        data={
            "levels": bones,
            "points": named,
            "points_entry": POINTS,
            "muscles": strong,
            "compartments": rooms,
            "findings": found,
            "grades": grades,
            "body": {"outline": _body.outline(), "size": [_body.WIDTH, _body.HEIGHT]},
            "cuts": {
                "lengthwise": {"box": LENGTHWISE_BOX, "bones": lengthwise_bones()},
                "across": {"box": ACROSS_BOX, "bones": across_bones()},
            },
            "empty": {
                "says": source.words(
                    "RF-MSC-24",
                    "Here the room is empty: the cord tapers off at about {cord_ends}, and below it run roots.",
                ),
                "evidence": ["RF-MSC-24"],
            },
        },
        html=_html(bones, named, strong, rooms, found, start, cut),
        evidence=source.cited,
        start=_START,
        modes=("", "inside"),
        simulation=True,
        uses=(("score", "escc"),),
    )


def _grades(content: Content, source: Source) -> Json:
    """Return the grades of epidural compression, by id, from the score's own file."""
    score = cast("Grades | None", content.scores.get("escc"))
    if score is None:
        raise LabError("no score `escc` in book/scores, and the explorer names its grades")
    disputes = {
        grade.id: {"says": grade.dispute.say, "evidence": list(grade.dispute.evidence)}
        for grade in score.grades
        if grade.dispute
    }
    for entry in ("T-ESCC-01", *(entry for dispute in disputes.values() for entry in dispute["evidence"])):
        source.entry(entry)
    return {"entry": "T-ESCC-01", "labels": {grade.id: grade.label for grade in score.grades}, "disputes": disputes}


def _html(
    bones: list[Json],
    named: dict[str, Json],
    strong: dict[str, str],
    rooms: list[Json],
    found: list[Json],
    start: Json,
    cut: Json,
) -> str:
    at = bones.index(start)
    lit = set(start["points"])
    views = "".join(
        _body.marked(
            side,
            [(x, y, one in lit) for one, point in named.items() if point["side"] == side for x, y in point["at"]],
            f"A body, {side}; key points from {start['first']} down are marked.",
        )
        for side in ("front", "back")
    )
    cuts = picture(
        "spine-lab",
        [bone["id"] for bone in bones[at - 1 : at + 2]],
        start["inside"],
        str(_START["compartment"]),
        int(str(_START["growth"])) / 100,
    )
    expects = "".join(
        f"<li><strong>{escape(one['heading'])}.</strong> {escape(one['says'])}{cite(*one['evidence'])}</li>"
        for one in expected(found, start, str(_START["compartment"]), cut)
    )
    by_room = table(
        "The three rooms",
        ["Room", "What the tumour does", "What the register expects when it presses the cord of the chest"],
        [
            [
                escape(one["label"]),
                f"{escape(one['says'])}{cite(*one['evidence'])}",
                " ".join(
                    f"{escape(finding['says'])}{cite(*finding['evidence'])}"
                    for finding in expected(found, start, one["id"], {"touched": True, "pressed": True})
                    if finding["rooms"] != [room["id"] for room in rooms]
                ),
            ]
            for one in rooms
        ],
    )
    groups: dict[tuple[str, ...], list[Json]] = {}
    for bone in bones:
        groups.setdefault((bone["inside"], *bone["segments"]), []).append(bone)
    by_bone = table(
        "Bone by bone: what lies behind it, and the first key point of the skin from there down",
        ["Bone", "Segment behind it", "First key point"],
        [
            [
                ", ".join(bone["id"] for bone in group),
                _segments(group[0]),
                escape(f"{named[group[0]['points'][0]]['name']}, {named[group[0]['points'][0]]['place']}"),
            ]
            for group in groups.values()
        ],
    )
    special = "".join(
        f"<li>{escape(bone['says'])}{cite(*bone['evidence'])}</li>"
        for bone in bones
        if bone["id"] in {"C7", "L1", "L2"}
    )
    muscles_say = ", ".join(f"{segment} {place}" for segment, place in strong.items())
    return (
        f'<div class="rf-spine-views">{cuts}{views}</div>'
        f"<p>Drawn: an extradural tumour at {start['id']}, large enough to flatten the cord. Hatched: tumour. Full "
        f"discs: key points from {start['first']} down.</p><ul>{expects}</ul>{by_room}{by_bone}<ul>{special}</ul>"
        f"<p>Key muscles: {escape(muscles_say)}.{cite(MUSCLES)}</p>"
    )


def _segments(bone: Json) -> str:
    """Return the segments behind a bone in a few characters, as HTML."""
    segments: list[str] = bone["segments"]
    if not segments and bone["inside"] == "cord":
        return "not read"
    words = f"{segments[0]} to {segments[-1]}" if len(segments) > 1 else segments[0] if segments else "none: roots"
    return f"{words}{cite(*bone['evidence'][:1])}"
