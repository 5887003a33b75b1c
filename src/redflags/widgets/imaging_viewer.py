"""The imaging viewer in a notebook."""

from __future__ import annotations

import math
from typing import Any

import traitlets

from redflags.clinical.phantom import LEVELS
from redflags.static_files import STATIC
from redflags.widgets.lab import Lab, in_state

Json = dict[str, Any]
_POINTS = 256
_SPACING = {"sagittal": 200 / _POINTS, "axial": 160 / _POINTS}
"""Millimetres from one point of a picture to the next."""


class ImagingViewer(Lab):
    """Two linked stacks of a simulated spine; nothing is annotated before an answer is submitted.

    Examples
    --------
    >>> viewer = ImagingViewer(series="stir", sagittal=9)  # doctest: +SKIP
    >>> viewer.levels                                      # doctest: +SKIP
    ['T11']
    """

    _esm = STATIC / "lab-imaging-viewer-widget.js"
    lab_name = "imaging-viewer"

    series = in_state(traitlets.Enum(("t1", "stir", "t2")))
    """Which pictures are shown."""
    sagittal = in_state(traitlets.Int(7, min=0, max=14))
    """The side view, from the person's right (0) to the left."""
    axial = in_state(traitlets.Int(4, min=0, max=39))
    """The cross-section, from the top (0) downwards."""
    window = in_state(traitlets.Float(None, allow_none=True, min=1, max=120))
    """Signal from black to white; None is automatic."""
    level = in_state(traitlets.Float(None, allow_none=True, min=0, max=120))
    """Signal of the middle grey; None is automatic."""
    measure = in_state(traitlets.Dict(None, allow_none=True))
    """A distance in one slice: `plane`, `slice`, and `from` and `to` as column and row (0 to 256)."""
    levels = in_state(traitlets.List(traitlets.Enum(LEVELS)))
    """Vertebrae that are thought to hold a deposit."""
    canal = in_state(traitlets.Enum(("round", "side", "gone"), None, allow_none=True))
    """The fluid around the cord at the worst level: there all round, gone on one side, or gone all round."""
    submitted = in_state(traitlets.Bool())
    """Whether the answer was given, and the notes show."""

    @traitlets.validate("measure")
    def _check_measure(self, proposal: Json) -> Json | None:
        value: Json | None = proposal["value"]
        if value is None:
            return None
        whole = isinstance(value.get("slice"), int) and value.get("plane") in _SPACING
        if set(value) != {"plane", "slice", "from", "to"} or not whole:
            raise traitlets.TraitError(f"{value!r}: a measurement has plane, slice, from and to")
        for end in ("from", "to"):
            if not _is_point(value[end]):
                raise traitlets.TraitError(f"{end}={value[end]!r}: a place is column and row, 0 to {_POINTS}")
        return value

    @property
    def millimetres(self) -> float | None:
        """The length of the measurement, in mm; None where nothing is measured."""
        if self.measure is None:
            return None
        return math.dist(self.measure["from"], self.measure["to"]) * _SPACING[self.measure["plane"]]


def _is_point(value: Any) -> bool:
    return (
        isinstance(value, list | tuple)
        and len(value) == 2  # noqa: PLR2004
        and all(isinstance(part, int | float) and 0 <= part <= _POINTS for part in value)
    )
