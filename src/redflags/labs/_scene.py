"""The person who isn't one: the spine that both MRI explorers show, and a drawing of it for pages without scripts."""

from __future__ import annotations

from dataclasses import asdict
from functools import cache
from typing import TYPE_CHECKING, Any

from redflags.clinical.phantom import (
    FRONT,
    LEVELS,
    SIZE,
    TISSUES,
    Lesion,
    Scene,
    along,
    middle_of,
    tissue_at,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

_T10, _T12, _L1, _L2 = (LEVELS.index(level) for level in ("T10", "T12", "L1", "L2"))
SCENE = Scene(
    lesions=(
        Lesion(TISSUES.index("metastasis"), (4, 8, middle_of(_T12)), (13, 11, 9.5), breaks_out=True),
        Lesion(TISSUES.index("haemangioma"), (0, -3, middle_of(_T10)), (8, 8, 7)),
        Lesion(TISSUES.index("oedema"), (0, -2, middle_of(_L2) + 11), (16, 12, 6)),
        Lesion(TISSUES.index("oedema"), (0, -2, middle_of(_L2) + 17), (16, 12, 6)),
    ),
    dry=(_L2,),
    pushed_at=middle_of(_T12),
    pushed=2,
)
"""A deposit in T12 that breaks into the canal, a haemangioma in T10, a dry disc below L2 with oedema on both sides."""
_COLUMNS, _ROWS = 84, 112
"""Of the drawing's cells."""
_CELL = 1.25
_LEFT, _TOP = FRONT + 52.5, 30
"""Of the part that is drawn, in mm."""


def scene_json() -> dict[str, Any]:
    """Return the spine as the front end reads it."""
    return asdict(SCENE)


@cache
def _cells() -> list[list[int]]:
    """Return the tissue of each cell of the drawing, in the middle plane."""
    return [
        [
            tissue_at(0.2, _LEFT + _CELL * (column + 0.5), _TOP + _CELL * (row + 0.5), SCENE)
            for column in range(_COLUMNS)
        ]
        for row in range(_ROWS)
    ]


@cache
def _rectangles() -> dict[int, str]:
    """Return each tissue as one path of rectangles, as few as a sweep finds."""
    cells = [row.copy() for row in _cells()]
    paths: dict[int, list[str]] = {}
    for row in range(_ROWS):
        for column in range(_COLUMNS):
            tissue = cells[row][column]
            if tissue < 0:
                continue
            wide = 1
            while column + wide < _COLUMNS and cells[row][column + wide] == tissue:
                wide += 1
            tall = 1
            while row + tall < _ROWS and all(cells[row + tall][column + step] == tissue for step in range(wide)):
                tall += 1
            for down in range(tall):
                for step in range(wide):
                    cells[row + down][column + step] = -1
            paths.setdefault(tissue, []).append(f"M{column} {row}h{wide}v{tall}h-{wide}z")
    return {tissue: "".join(found) for tissue, found in paths.items()}


def drawing(brightness: Mapping[str, float], says: str) -> str:
    """Return the middle slice as SVG, each tissue in its grey: 0 is black, 1 white."""
    shapes = "".join(
        f'<path fill="#{_grey(brightness[TISSUES[tissue]])}" d="{path}"/>'
        for tissue, path in sorted(_rectangles().items())
        if brightness[TISSUES[tissue]] > 0
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="rf-scan-still" viewBox="0 0 {_COLUMNS} {_ROWS}" role="img" '
        f'shape-rendering="crispEdges" aria-label="{says}"><rect width="{_COLUMNS}" height="{_ROWS}" fill="#000000"/>'
        f"{shapes}</svg>"
    )


def _grey(share: float) -> str:
    return f"{round(255 * min(1, max(0, share))):02x}" * 3


__all__ = ["SCENE", "SIZE", "along", "drawing", "scene_json"]
