"""The drawn spine of the explorer `spine`: the bones that stand still, and a picture of both cuts."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from redflags.clinical import spine

if TYPE_CHECKING:
    from collections.abc import Sequence

Json = dict[str, Any]

LENGTHWISE_BOX, ACROSS_BOX = "-58 -44 98 88", "-34 -46 68 88"
LINES = 'stroke="var(--rf-on-tissue)" stroke-width="0.5" stroke-linejoin="round"'


def lengthwise_bones() -> list[Json]:
    """Return three vertebrae with their discs, cut lengthwise; front is left."""
    shapes = [_shape(f"M {-spine.WALL} -46 H {spine.WALL} V 46 H {-spine.WALL} Z", "fat")]
    for step in (-2, -1, 0, 1):
        top = spine.PITCH * step + 12
        shapes.append(_shape(f"M -38 {top:g} H -10.5 V {top + 6:g} H -38 Z", "disc"))
    for step in (-1, 0, 1):
        middle = spine.PITCH * step
        top, foot = middle - 12, middle + 12
        shapes.append(
            _shape(
                f"M -37 {top:g} H -12 Q -9 {top:g} -9.6 {top + 4:g} Q -11 {middle:g} -9.6 {foot - 4:g} "
                f"Q -9 {foot:g} -12 {foot:g} H -37 Q -40 {foot:g} -39 {foot - 4:g} Q -37 {middle:g} -39 {top + 4:g} "
                f"Q -40 {top:g} -37 {top:g} Z",
                "bone",
            )
        )
        shapes.append(
            _shape(
                f"M 9 {middle - 7:g} L 14 {middle - 8:g} L 35 {middle + 6:g} Q 38 {middle + 11:g} 33 {middle + 11:g} "
                f"L 14 {middle + 5:g} L 9 {middle + 6:g} Z",
                "bone",
            )
        )
    return shapes


def across_bones() -> list[Json]:
    """Return a vertebra cut across, its front above, as on a scan."""
    return [
        _shape("M -12 -6 L -19 -2 L -31 6 Q -33 10 -28 10 L -15 10 L -4 17 L -3 33 Q 0 37 3 33 L 4 17 L 15 10 L 28 10 "
               "Q 33 10 31 6 L 19 -2 L 12 -6 L 17 -20 L -17 -20 Z", "bone"),
        _shape("M -21 -25 C -21 -46 21 -46 21 -25 C 21 -12 12 -11 9 -10 Q 0 -8 -9 -10 C -12 -11 -21 -12 -21 -25 Z",
               "bone"),
        _shape("M -11.5 -2 C -11.5 -9 -6 -9.2 0 -9 C 6 -9.2 11.5 -9 11.5 -2 C 11.5 5 6 9.5 0 11 "
               "C -6 9.5 -11.5 5 -11.5 -2 Z", "fat"),
    ]  # fmt: skip


def picture(identity: str, bones: Sequence[str], inside: str, compartment: str, growth: float) -> str:
    """Return both cuts as SVG: what reads without a script.

    Parameters
    ----------
    identity
        Begins the ids of the drawing.
    bones
        Names of the vertebra above, the chosen one, and the one below.
    inside
        What the canal holds, one of `spine.INSIDES`.
    compartment
        One of `spine.COMPARTMENTS`.
    growth
        From 0 to 1.
    """
    names = "".join(
        f'<text x="-41" y="{spine.PITCH * step + 2:g}" text-anchor="end" font-size="8.6" '
        f'fill="var(--rf-ink)">{escape(bone)}</text>'
        for step, bone in zip((-1, 0, 1), bones, strict=True)
    )
    long_cut = _cut(identity, lengthwise_bones(), spine.lengthwise(inside, compartment, growth), compartment, -1)
    cross_cut = _cut(identity, across_bones(), spine.across(inside, compartment, growth), compartment, 1)
    says = f"Vertebra {bones[1]} with an {compartment} tumour, cut"
    return (
        f'<svg class="rf-spine-cut" viewBox="{LENGTHWISE_BOX}" role="img" aria-label="{says} lengthwise, front left.">'
        f"{_hatch(identity)}{long_cut}{names}</svg>"
        f'<svg class="rf-spine-cut" viewBox="{ACROSS_BOX}" role="img" aria-label="{says} across, front above.">'
        f"{cross_cut}</svg>"
    )


def _shape(path: str, tissue: str) -> Json:
    return {"d": path, "tissue": tissue}


def _hatch(identity: str) -> str:
    return (
        f'<defs><pattern id="{identity}-hatch" width="3" height="3" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><rect width="3" height="3" fill="var(--rf-tumour)"/>'
        '<path d="M 0 0 V 3" stroke="var(--rf-bone)" stroke-width="0.8"/></pattern></defs>'
    )


def _cut(identity: str, bones: list[Json], soft: Json, compartment: str, up: int) -> str:
    """Return a cut; `up` is -1 where the second number of a point grows upwards."""
    still = "".join(f'<path d="{shape["d"]}" fill="var(--rf-{shape["tissue"]})"/>' for shape in bones)
    lump = f'<path d="{path(soft["tumour"], up)}" fill="url(#{identity}-hatch)"/>' if soft["tumour"] else ""
    strands = soft["strands"]
    if strands and isinstance(strands[0], list):
        drawn = "".join(
            f'<path d="{path(strand, up, closed=False)}" fill="none" stroke="var(--rf-root)" stroke-width="1.2"/>'
            for strand in strands
        )
    else:
        drawn = "".join(
            f'<circle cx="{x:g}" cy="{y:g}" r="0.9" fill="var(--rf-root)"/>'
            for x, y in zip(strands[::2], strands[1::2], strict=True)
        )
    sac = f'<path d="{path(soft["sac"], up)}" fill="var(--rf-csf)" stroke-width="0.9"/>'
    cord = f'<path d="{path(soft["cord"], up)}" fill="var(--rf-cord)"/>' if soft["cord"] else ""
    inner = [lump, sac, drawn, cord] if compartment == "extradural" else [sac, drawn, cord, lump]
    return f"<g {LINES}>{still}{''.join(inner)}</g>"


def path(numbers: Sequence[float], up: int, *, closed: bool = True) -> str:
    """Return numbers in pairs as an SVG path."""
    points = [f"{x:.4g} {up * y:.4g}" for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
    return f"M {' L '.join(points)}{' Z' if closed else ''}"
