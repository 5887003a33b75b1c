"""The spine that the MRI explorers draw: which tissue lies where. Our own shapes, nobody's body; the twin is `phantom.ts`.

Places are in mm: x to the person's left from the middle, y backwards, z downwards from the top of the picture. Inside,
y is counted from the middle of the vertebral bodies (`along`), which lie on a gentle curve.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

TISSUES = (
    "bone",
    "marrow",
    "disc",
    "dry-disc",
    "csf",
    "cord",
    "fat",
    "muscle",
    "metastasis",
    "sclerotic",
    "haemangioma",
    "oedema",
)
"""Ids in the order of the numbers that `tissue_at` gives; "bone" is all without signal: hard bone, ligament, air."""
BONE, MARROW, DISC, DRY_DISC, CSF, CORD, FAT, MUSCLE, _, _, HAEMANGIOMA, _ = range(len(TISSUES))
LEVELS = ("T9", "T10", "T11", "T12", "L1", "L2", "L3")
SIZE = 200
"""Height and depth of the side view, in mm."""
FRONT = -85
"""The y of the side view's left edge."""
PITCH = 28
"""From one vertebra to the next."""
FIRST = 16
"""The z of the first vertebra's middle."""
_SKIN = 92
_BACK = 13.5
"""Where bodies end towards the canal."""


@dataclass(frozen=True)
class Lesion:
    """Something in the marrow, roughly an ellipsoid; `at` and `size` (half axes) in mm, y from the bodies' middle."""

    tissue: int
    at: tuple[float, float, float]
    size: tuple[float, float, float]
    breaks_out: bool = False
    """Whether it goes through hard bone into the canal."""


@dataclass(frozen=True)
class Scene:
    """A spine with what is wrong with it."""

    lesions: tuple[Lesion, ...] = ()
    dry: tuple[int, ...] = ()
    """Dried-out discs, by the vertebra above (0 is T9)."""
    pushed_at: float = 0.0
    """The z at which the cord is pushed back, and `pushed` how far, in mm."""
    pushed: float = 0.0


def along(z: float) -> float:
    """Return the y of the bodies' middle: curved backwards in the chest, forwards in the loin.

    >>> along(100)
    0.0
    """
    share = (z - 100) / 100
    return 9 * (share * share * share - share)


def level_at(z: float) -> int:
    """Return the vertebra whose middle is nearest.

    >>> LEVELS[level_at(100)]
    'T12'
    """
    return min(len(LEVELS) - 1, max(0, math.floor((z - FIRST) / PITCH + 0.5)))


def middle_of(level: int) -> float:
    """Return the z of a vertebra's middle.

    >>> middle_of(LEVELS.index("L1"))
    128
    """
    return FIRST + PITCH * level


def tissue_at(x: float, y: float, z: float, scene: Scene) -> int:
    """Return the number of the tissue at a place, lesions included."""
    depth = y - along(z)
    base = _normal(x, depth, z, scene)
    for lesion in scene.lesions:
        if _takes(lesion, base) and _within(lesion, x, depth, z):
            # Coarse trabeculae: stripes from the side, dots in a cross-section.
            if lesion.tissue == HAEMANGIOMA and _of(x, 3.4) < 1 and _of(depth, 3.4) < 1:
                return BONE
            return lesion.tissue
    return base


def _takes(lesion: Lesion, base: int) -> bool:
    return base == MARROW or (lesion.breaks_out and base in (BONE, FAT, CSF))


def _within(lesion: Lesion, x: float, depth: float, z: float) -> bool:
    (across, back, down), (wide, deep, high) = lesion.at, lesion.size
    a, b, c = (x - across) / wide, (depth - back) / deep, (z - down) / high
    ragged = 0.14 * math.sin(0.8 * x + 0.5 * z) * math.sin(0.7 * depth - 0.4 * z)
    return a * a + b * b + c * c < 1 + ragged


def _of(value: float, period: float) -> float:
    """Return what is left of a place after whole periods, counted from half of the first."""
    shifted = value + 0.5
    return shifted - period * math.floor(shifted / period)


def _normal(x: float, depth: float, z: float, scene: Scene) -> int:
    """Return the tissue of a spine with nothing wrong but dry discs and a pushed cord."""
    if depth + along(z) > _SKIN:
        return BONE
    level = level_at(z)
    rise = z - middle_of(level)
    front = _column(x, depth, rise, level, z, scene)
    if front >= 0:
        return front
    canal = _canal(x, depth, z, scene)
    if canal >= 0:
        return canal
    arch = _arch(x, depth, rise)
    if arch < 0 or arch == FAT:
        # A spinous process slopes down to beside the next vertebra.
        above = _spinous(x, depth, rise + PITCH)
        arch = max(arch, above) if above < 0 else above
    return arch if arch >= 0 else _around(x, depth, z)


def _column(x: float, depth: float, rise: float, level: int, z: float, scene: Scene) -> int:
    """Bodies and discs."""
    share = rise / 11
    waist = 1 - share * share
    inside = (x * x / 484 + depth * depth / 256) * (1 + max(0.0, 0.1 * waist))
    height = 11.3 - 0.9 * (1 - inside)
    back = _BACK - max(0.0, 0.8 * waist)
    if inside < 1 and depth < back and abs(rise) < height:
        hard = inside > 0.91 or depth > back - 0.7 or abs(rise) > height - 0.8
        return BONE if hard else MARROW
    # The ring of the disc, and the ligaments before and behind the bodies.
    if inside < 1.12 and depth < _BACK + 1.2:
        if abs(rise) < height or inside > 0.84 or depth > _BACK - 1.2:
            return BONE
        above = level if z > middle_of(level) else level - 1
        return DRY_DISC if above in scene.dry else DISC
    return -1


def _canal(x: float, depth: float, z: float, scene: Scene) -> int:
    """Dural sac with cord and roots, and the fat around it."""
    far = (z - scene.pushed_at) / 13
    back = depth - 23.5
    if x * x / 100 + back * back / 67 < 1:
        # The cord tapers to its end at the disc below L1.
        full = min(1.0, max(0.0, (146 - z) / 24))
        push = scene.pushed / (1 + far * far * far * far)
        own = depth - 23 - push
        if full > 0 and x * x / (27 * full) + own * own / (19 * full) < 1:
            return CORD
        root_x = x - 2.6 * math.floor(x / 2.6 + 0.5)
        root = depth - 28 + 0.05 * x * x
        if z > 128 and abs(x) < 7 and root_x * root_x + root * root < 0.55:
            return CORD
        return CSF
    if x * x / 140 + back * back / 96 < 1:
        return FAT
    return -1


def _arch(x: float, depth: float, rise: float) -> int:
    """Pedicles, laminae, joints, spinous process."""
    side = abs(x)
    a, c = (side - 14.5) / 4, (rise + 3.5) / 6
    pedicle = a * a + c * c
    if pedicle < 1 and 9 < depth < 27:
        return BONE if pedicle > 0.7 else MARROW
    a, b, c = (side - 17.5) / 6.5, (depth - 28) / 7, rise / 12.5
    joint = a * a + b * b + c * c
    if joint < 1:
        return BONE if joint > 0.78 else MARROW
    back = depth - 23.5
    inner, outer = x * x / 140 + back * back / 96, x * x / 310 + back * back / 240
    if inner >= 1 and outer < 1 and depth > 25 and -5 < rise < 9:
        return BONE if inner < 1.12 or outer > 0.88 or rise < -4.2 or rise > 8.2 else MARROW
    return _spinous(x, depth, rise)


def _spinous(x: float, depth: float, rise: float) -> int:
    side, slope = abs(x), abs(rise - 3 - 0.38 * (depth - 34))
    if side > 3.6 or not 33 < depth < 66:
        return -1
    thick = 7.2 - 0.05 * (depth - 34)
    if slope < thick:
        return BONE if side > 2.7 or slope > thick - 0.9 or depth > 65 else MARROW
    return FAT


def _around(x: float, depth: float, z: float) -> int:
    """Muscle, vessels and fat."""
    side = abs(x)
    a, b = (side - 29) / 29, (depth - 49) / 20
    if side > 2.5 and a * a + b * b < 1:
        seam = side - 27 - 0.25 * (depth - 48)
        return FAT if abs(seam) < 0.6 else MUSCLE
    a, b = (side - 38) / 15, (depth - 4) / (9 + 0.05 * z)
    if a * a + b * b < 1:
        return MUSCLE
    a, b = (x - 8) / 9.5, (depth + 29) / 9.5
    if a * a + b * b < 1:
        return BONE
    a, b = (x + 13) / 9.5, (depth + 27) / 8
    if a * a + b * b < 1:
        return BONE
    # What lies before it is drawn as muscle, whatever organ it would be.
    return MUSCLE if depth + 3 * math.sin(z / 9) < -46 else FAT
