"""A drawn spine with a tumour that grows: who gives way to whom; the twin is `spine.ts`.

Proportions are chosen for the eye, in about millimetres, and measure nobody. x runs to the side, y from the front to
the back, z upwards; the chosen vertebra's middle is the origin, and the middle of its canal lies at y = 0.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Json = dict[str, Any]

INSIDES = ("cord", "tip", "roots")
"""What a canal holds: the cord, its tip, or roots alone."""
COMPARTMENTS = ("extradural", "intradural", "intramedullary")

PITCH = 30.0
"""From one vertebra to the next."""
REACH = 44.0
"""Half the height of the picture."""
WALL = 9.0
"""The canal's bone, before and behind its middle."""
SAC, SAC_WIDE = 7.5, 8.5
"""Half the depth of the dural sac, and half its width."""
CORD, CORD_WIDE = 4.0, 5.0
THINNEST = 1.2
"""No tumour of this picture cuts through the cord: it is flattened to this half-depth at most."""
_WIDEST = 8.2
"""Half the width of a flattened cord when it fills the sac from side to side."""
_STEPS = 44
_TURNS = 40
_STRANDS = (-0.72, -0.36, 0.0, 0.36, 0.72)


def tumour(inside: str, compartment: str, growth: float) -> Json | None:
    """Return a tumour as an ellipsoid: its middle `y`, and its half-axes; None where the room has nothing to grow in.

    Parameters
    ----------
    inside
        What the canal holds at this level, one of `INSIDES`.
    compartment
        One of `COMPARTMENTS`.
    growth
        From 0, hardly there, to 1.

    Raises
    ------
    ValueError
        There is no such content or compartment.
    """
    if inside not in INSIDES or compartment not in COMPARTMENTS:
        raise ValueError(f"no {compartment!r} in a canal with {inside!r}")
    if compartment == "extradural":
        # It starts in the back of the body, where metastases do (body-first-pedicle-sign).
        return {"y": -16.0, "rx": 3 + 12 * growth, "ry": 3 + 17 * growth, "rz": 3 + 11 * growth}
    if compartment == "intradural":
        radius = 1 + 5.2 * growth
        return {"y": SAC - radius, "rx": radius * 1.1, "ry": radius, "rz": 1.5 + 8.5 * growth}
    if inside == "roots":
        return None
    radius = 0.6 + 5.9 * growth
    return {"y": 0.0, "rx": radius, "ry": radius, "rz": 2 + 22 * growth}


def room(inside: str, compartment: str, growth: float, z: float = 0.0) -> Json:
    """Return what a cut across the canal finds at a height.

    Returns
    -------
    dict
        `front` and `back` of the room that is left inside the dura; the cord's middle `y`, half-depth `deep` and
        half-width `wide` (0 where there is none); whether the tumour has left the bone (`epidural`), dents the dura
        (`dented`), touches the cord, or the roots where there is none (`touched`), and presses it (`pressed`); whether
        `fluid` is left around it.
    """
    lump = tumour(inside, compartment, growth)
    half = _slice(lump, z)
    front, back, swollen = -SAC, SAC, 0.0
    epidural = dented = False
    if lump and half > 0:
        if compartment == "extradural":
            tip = lump["y"] + lump["ry"] * half
            epidural, dented = tip > -WALL, tip > -SAC
            front = max(front, tip)
        elif compartment == "intradural":
            back = min(back, lump["y"] - lump["ry"] * half)
        else:
            swollen = lump["ry"] * half
    full = _cord(inside, z)
    left = back - front
    deep = max(min(full, left / 2), min(THINNEST, full))
    y = min(max(0.0, front + deep), max(back - deep, front + deep))
    wide = min(full * CORD_WIDE / CORD * (full / deep), _WIDEST) if full else 0.0
    if swollen and full:
        deep = wide = min(max(full, swollen + 0.9), SAC - 0.3)
        wide = max(wide, full * CORD_WIDE / CORD)
    pushed = left < 2 * SAC
    if full:
        touched = bool(swollen) or (pushed and (front >= -full or back <= full))
        pressed = (swollen + 0.9 > full) if swollen else left < 2 * full
        fluid = SAC - deep > 1 if swollen else not pressed or wide < _WIDEST
    else:
        touched, pressed, fluid = pushed, left < SAC, left > SAC * 2 / 3
    return {
        "front": front,
        "back": back,
        "y": y,
        "deep": deep,
        "wide": wide,
        "epidural": epidural,
        "dented": dented,
        "touched": touched,
        "pressed": pressed,
        "fluid": fluid,
    }


def grade(found: Json) -> str:
    """Return the ESCC grade of an extradural tumour from what a cut through the cord finds (T-ESCC-01)."""
    if not found["epidural"]:
        return "0"
    if not found["dented"]:
        return "1a"
    if not found["touched"]:
        return "1b"
    if not found["pressed"]:
        return "1c"
    return "2" if found["fluid"] else "3"


def lengthwise(inside: str, compartment: str, growth: float) -> Json:
    """Return a cut lengthwise, seen from the side, as outlines of (y, z): `sac`, `cord`, `tumour`, and `strands`."""
    heights = [REACH - 2 * REACH * step / _STEPS for step in range(_STEPS + 1)]
    cuts = [(z, room(inside, compartment, growth, z)) for z in heights]
    corded = [(z, cut) for z, cut in cuts if cut["deep"] > 0]
    lump = tumour(inside, compartment, growth)
    strands = []
    if inside != "cord":
        hanging = [(z, cut) for z, cut in cuts if inside == "roots" or z < -PITCH / 6]
        strands = [
            _flat([(cut["front"] + (1 + share) * (cut["back"] - cut["front"]) / 2, z) for z, cut in hanging])
            for share in _STRANDS
        ]
    return {
        "sac": _flat(
            [(cut["front"], z) for z, cut in cuts]
            + [(SAC if compartment == "intradural" else cut["back"], z) for z, cut in reversed(cuts)]
        ),
        "cord": _flat(
            [(cut["y"] - cut["deep"], z) for z, cut in corded]
            + [(cut["y"] + cut["deep"], z) for z, cut in reversed(corded)]
        ),
        "tumour": _ring(lump["y"], lump["ry"], 0.0, lump["rz"]) if lump else [],
        "strands": strands,
    }


def across(inside: str, compartment: str, growth: float) -> Json:
    """Return a cut across at the worst height, as outlines of (x, y); `strands` are points."""
    cut = room(inside, compartment, growth)
    lump = tumour(inside, compartment, growth)
    sac = []
    for turn in range(_TURNS):
        angle = 2 * math.pi * turn / _TURNS
        x, y = SAC_WIDE * math.cos(angle), SAC * math.sin(angle)
        if compartment == "extradural" and lump:
            y = max(y, lump["y"] + lump["ry"] * math.sqrt(max(0.0, 1 - (x / lump["rx"]) ** 2)))
        sac += [x, y]
    strands = []
    if inside == "roots":
        middle, deep = (cut["front"] + cut["back"]) / 2, (cut["back"] - cut["front"]) / 2
        strands = [
            value
            for side in (-1, 1)
            for share in _STRANDS
            for value in (side * SAC_WIDE * 0.42 * (1.5 - abs(share)), middle + share * deep)
        ]
    return {
        "sac": sac,
        "cord": _ring(0.0, cut["wide"], cut["y"], cut["deep"]) if cut["deep"] else [],
        "tumour": _ring(0.0, lump["rx"], lump["y"], lump["ry"]) if lump else [],
        "strands": strands,
    }


def expected(found: Sequence[Json], level: Mapping[str, Any], compartment: str, cut: Mapping[str, Any]) -> list[Json]:
    """Return the findings of a level, a room, and what a cut across it finds; the page's twin is in `spine/data.ts`."""
    if compartment == "intramedullary" and level["inside"] == "roots":
        return []
    return [
        one
        for one in found
        if compartment in one["rooms"]
        and level["inside"] in one["insides"]
        and (one["when"] == "always" or cut[one["when"]])
        and (level["high"] or not one["high"])
    ]


def _slice(lump: Json | None, z: float) -> float:
    """Return how much of its half-depth an ellipsoid has at a height."""
    return math.sqrt(max(0.0, 1 - (z / lump["rz"]) ** 2)) if lump else 0.0


def _cord(inside: str, z: float) -> float:
    """Return the cord's half-depth at a height, nothing pressing; its tip tapers to the lower third of the vertebra."""
    if inside == "cord":
        return CORD
    if inside == "roots":
        return 0.0
    return CORD * math.sqrt(min(max((z + 8) / 16, 0.0), 1.0))


def _ring(x: float, rx: float, y: float, ry: float) -> list[float]:
    turns = [2 * math.pi * turn / _TURNS for turn in range(_TURNS)]
    return _flat([(x + rx * math.cos(turn), y + ry * math.sin(turn)) for turn in turns])


def _flat(points: list[tuple[float, float]]) -> list[float]:
    return [value for point in points for value in point]
