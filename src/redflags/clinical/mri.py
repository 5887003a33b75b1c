"""What a scanner's settings make of a tissue: signal, the null of inversion recovery, contrast; a model, not a scanner.

Spin echo: S = PD (1 - e^(-TR/T1)) e^(-TE/T2), register entry mri-spin-echo-eq. Inversion recovery: S = PD |1 -
2 e^(-TI/T1) + e^(-TR/T1)| e^(-TE/T2), mri-ir-null. A gradient echo leaves fat and water out of step by their shift
(mri-op-te); the model has no T2* and a flip angle of 90 degrees. Times are in ms. The twin is `mri.ts`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

FIELDS = (1.5, 3.0)
"""Field strengths in tesla that the model has tissues for."""
_MS = 1000


@dataclass(frozen=True)
class Tissue:
    """A tissue as water, and fat where it has some."""

    id: str
    label: str
    pd: float
    """Proton density, relative; 0 gives no signal."""
    t1: float
    """Of its water, in ms (of the fat, in fat itself); so is `t2`."""
    t2: float
    fat: float = 0.0
    """The share of fat in the proton density, from 0 to 1."""
    fat_t1: float = 1.0
    fat_t2: float = 1.0
    uptake: float = 0.0
    """How much of the gadolinium reaches it: 1 in the deposit, 0 where none arrives."""


@dataclass(frozen=True)
class Scan:
    """The settings of a scanner."""

    tr: float
    """Repetition time, in ms."""
    te: float
    """Echo time, in ms."""
    ti: float | None = None
    """Inversion time in ms; None is a picture without inversion."""
    shift: float = 0.0
    """Hz between fat and water in a gradient echo; 0 is a spin echo, which brings them back into step."""
    fat_suppressed: bool = False
    """Whether fat's signal is taken away by its frequency, as an ideal scanner would."""
    gadolinium: float = 0.0
    """What it adds to 1/T1 where uptake is 1, per second."""


def spin_echo(pd: float, t1: float, t2: float, tr: float, te: float) -> float:
    """Return the signal of a spin echo, in the unit of the proton density.

    >>> round(spin_echo(107.5, 4273.4, 1577.6, tr=500, te=15), 1)  # CSF on T1: sim-spine-set-check
    11.8
    """
    return pd * (1 - math.exp(-tr / t1)) * math.exp(-te / t2)


def inversion_recovery(pd: float, t1: float, t2: float, tr: float, te: float, ti: float) -> float:
    """Return the signal after an inversion; it is negative before the null, and a picture shows its size.

    >>> round(abs(inversion_recovery(107.5, 4273.4, 1577.6, tr=4000, te=60, ti=200)), 1)  # CSF on STIR
    53.4
    """
    return pd * (1 - 2 * math.exp(-ti / t1) + math.exp(-tr / t1)) * math.exp(-te / t2)


def null_time(t1: float, tr: float | None = None) -> float:
    """Return the inversion time at which a tissue gives no signal: T1 ln 2, and a little less for a finite TR.

    >>> round(null_time(288))
    200
    """
    return t1 * math.log(2 if tr is None else 2 / (1 + math.exp(-tr / t1)))


def shortened(t1: float, rate: float) -> float:
    """Return T1 with gadolinium, which adds `rate` (per second) to 1/T1.

    >>> shortened(1000, 1)
    500.0
    """
    return 1 / (1 / t1 + rate / _MS)


def parts(tissue: Tissue, scan: Scan) -> tuple[float, float]:
    """Return the signal of a tissue's water and that of its fat, with their signs."""
    t1 = shortened(tissue.t1, scan.gadolinium * tissue.uptake)
    water = _echo(tissue.pd * (1 - tissue.fat), t1, tissue.t2, scan)
    fat = 0.0 if scan.fat_suppressed else _echo(tissue.pd * tissue.fat, tissue.fat_t1, tissue.fat_t2, scan)
    return water, fat


def signal(tissue: Tissue, scan: Scan) -> float:
    """Return the brightness of a tissue in a picture: never below 0, in the unit of the proton density."""
    water, fat = parts(tissue, scan)
    turned = 2 * math.pi * scan.shift * scan.te / _MS
    # Rounding may leave the square a hair below 0 where the two cancel.
    return math.sqrt(max(0.0, water**2 + fat**2 + 2 * water * fat * math.cos(turned)))


def contrast(one: Tissue, other: Tissue, scan: Scan) -> float:
    """Return how much brighter one tissue is than another; below 0 it is darker."""
    return signal(one, scan) - signal(other, scan)


def tissues(field: float = 1.5) -> dict[str, Tissue]:
    """Return the explorer's tissues by id, with the values that the register has for a field strength.

    Raises
    ------
    ValueError
        There are no values for such a field.
    """
    found: dict[str, Tissue] = {}
    for each in _compiled()["tissues"]:
        values = each["values"][_field(field)]
        found[each["id"]] = Tissue(each["id"], each["label"], **values)
    return found


def presets(field: float = 1.5) -> dict[str, Scan]:
    """Return the explorer's settings by name: t1, t2, stir, contrast, in-phase, opposed.

    Raises
    ------
    ValueError
        There are no values for such a field.
    """
    return {each["id"]: Scan(**each["scan"][_field(field)]) for each in _compiled()["presets"]}


def _echo(pd: float, t1: float, t2: float, scan: Scan) -> float:
    if scan.ti is None:
        return spin_echo(pd, t1, t2, scan.tr, scan.te)
    return inversion_recovery(pd, t1, t2, scan.tr, scan.te, scan.ti)


def _field(field: float) -> str:
    if field not in FIELDS:
        raise ValueError(f"no tissues at {field} T; there are {' and '.join(f'{one:g} T' for one in FIELDS)}")
    return f"{field:g}"


def _compiled() -> dict[str, Any]:
    """Return the compiled explorer's data, where each value stands beside its source."""
    # Only here: the equations above need no built course.
    from redflags.static_files import compiled

    data: dict[str, Any] = compiled("labs", "mri.json")["data"]
    return data
