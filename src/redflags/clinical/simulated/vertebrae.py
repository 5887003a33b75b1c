"""A simulated row of vertebrae, one of each kind and two healthy ones, as brightness in several pictures."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from redflags.clinical.mri import signal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from redflags.clinical.mri import Scan, Tissue

NOISE = 0.03
"""How far a brightness may lie from the model's, as a share of it: this project's own choice."""


def row_of_vertebrae(
    levels: Sequence[str], tissues: Sequence[Tissue], pictures: Mapping[str, Scan], seed: int
) -> dict[str, dict[str, float]]:
    """Return each vertebra's brightness in each picture, the tissues dealt out by chance.

    Parameters
    ----------
    levels
        Names of the vertebrae.
    tissues
        What they are made of, as many as levels.
    pictures
        Name -> settings of the scanner.
    seed
        The same seed gives the same row.

    Raises
    ------
    ValueError
        There are not as many tissues as levels.
    """
    if len(tissues) != len(levels):
        raise ValueError(f"{len(levels)} vertebrae need as many tissues, not {len(tissues)}")
    chance = random.Random(seed)  # noqa: S311 (nothing here is a secret)
    dealt = chance.sample(list(tissues), len(tissues))
    return {
        level: {
            name: round(signal(tissue, scan) * (1 + chance.uniform(-NOISE, NOISE)), 1)
            for name, scan in pictures.items()
        }
        for level, tissue in zip(levels, dealt, strict=True)
    }
