"""People who aren't any: the spines of the MRI explorers, and drawings of them for pages without scripts."""

from __future__ import annotations

from dataclasses import asdict
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any

from redflags.clinical.phantom import LEVELS, TISSUES, Lesion, Scene, along, middle_of, tissue_at

if TYPE_CHECKING:
    from collections.abc import Mapping

_T10, _T11, _T12, _L1, _L2 = (LEVELS.index(level) for level in ("T10", "T11", "T12", "L1", "L2"))
_DEPOSIT, _SCLEROTIC, _HAEMANGIOMA, _OEDEMA = (
    TISSUES.index(name) for name in ("metastasis", "sclerotic", "haemangioma", "oedema")
)
LAB = Scene(
    lesions=(
        Lesion(_DEPOSIT, (4, 8, middle_of(_T12)), (13, 11, 9.5), breaks_out=True),
        Lesion(_HAEMANGIOMA, (0, -3, middle_of(_T10)), (8, 8, 7)),
        Lesion(_OEDEMA, (0, -2, middle_of(_L2) + 9), (16, 12, 6)),
        Lesion(_OEDEMA, (0, -2, middle_of(_L2) + 19), (16, 12, 6)),
    ),
    dry=(_L2,),
    pushed_at=middle_of(_T12),
    pushed=2,
)
"""A deposit in T12 that breaks into the canal, a haemangioma in T10, a dry disc below L2 with oedema on both sides."""
VIEWER = Scene(
    lesions=(
        Lesion(_DEPOSIT, (-4, 10, middle_of(_T11)), (13, 11.5, 9), breaks_out=True),
        Lesion(_SCLEROTIC, (11, -3, middle_of(_L2) + 1), (7, 8, 7)),
        Lesion(_HAEMANGIOMA, (1, -4, middle_of(_L1)), (8, 7, 7)),
    ),
    dry=(_T12,),
    pushed_at=middle_of(_T11),
    pushed=1.2,
)
"""A deposit in T11 that reaches the cord from the right, a sclerotic one in the left of L2, a haemangioma in L1."""
_COLUMNS, _ROWS = 84, 112
"""Of a drawing's cells."""
_CELL = 1.25
"""Their size in mm."""
_LEFT, _TOP = -32.5, 30.0
"""The front and the top of the part of the side view that is drawn, in mm."""
_SIDE, _BEFORE = _COLUMNS * _CELL / 2, 45.0
"""Half the width of a drawn cross-section, and how far before the bodies' middle it begins, in mm."""
_CROSS_ROWS = 84


def scene_json(scene: Scene) -> dict[str, Any]:
    """Return a spine as the front end reads it."""
    return asdict(scene)


@cache
def _cells(scene: Scene, cross: float | None) -> list[list[int]]:
    """Return the tissue of each cell: of the middle plane, or of the cross-section at a height."""
    if cross is None:
        return [
            [
                tissue_at(0.2, _LEFT + _CELL * (column + 0.5), _TOP + _CELL * (row + 0.5), scene)
                for column in range(_COLUMNS)
            ]
            for row in range(_ROWS)
        ]
    front = along(cross) - _BEFORE
    return [
        [
            tissue_at(_CELL * (column + 0.5) - _SIDE, front + _CELL * (row + 0.5), cross, scene)
            for column in range(_COLUMNS)
        ]
        for row in range(_CROSS_ROWS)
    ]


@cache
def _rectangles(scene: Scene, cross: float | None) -> dict[int, str]:
    """Return each tissue as one path of rectangles, as few as a sweep finds."""
    cells = [row.copy() for row in _cells(scene, cross)]
    paths: dict[int, list[str]] = {}
    for row, line in enumerate(cells):
        for column, tissue in enumerate(line):
            if tissue < 0:
                continue
            wide = 1
            while column + wide < _COLUMNS and line[column + wide] == tissue:
                wide += 1
            tall = 1
            while row + tall < len(cells) and cells[row + tall][column : column + wide] == [tissue] * wide:
                tall += 1
            for taken in cells[row : row + tall]:
                taken[column : column + wide] = [-1] * wide
            paths.setdefault(tissue, []).append(f"M{column} {row}h{wide}v{tall}h-{wide}z")
    return {tissue: "".join(found) for tissue, found in paths.items()}


def drawing(scene: Scene, brightness: Mapping[str, float], says: str, cross: float | None = None) -> str:
    """Return the middle slice, or a cross-section, as SVG, each tissue in its grey: 0 is black, 1 white."""
    shapes = "".join(
        f'<path fill="#{_grey(brightness[TISSUES[tissue]])}" d="{path}"/>'
        for tissue, path in sorted(_rectangles(scene, cross).items())
        if brightness[TISSUES[tissue]] > 0
    )
    size = f"{_COLUMNS} {_ROWS if cross is None else _CROSS_ROWS}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="rf-scan-still" viewBox="0 0 {size}" role="img" '
        f'shape-rendering="crispEdges" aria-label="{escape(says)}">'
        f'<path fill="#000000" d="M0 0h{_COLUMNS}v{_ROWS}h-{_COLUMNS}z"/>{shapes}</svg>'
    )


def _grey(share: float) -> str:
    return f"{round(255 * min(1, max(0, share))):02x}" * 3
