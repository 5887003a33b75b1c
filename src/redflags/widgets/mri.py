"""The MRI explorer in a notebook."""

from __future__ import annotations

from typing import Any

import traitlets

from redflags.clinical.mri import FIELDS, Scan, signal, tissues
from redflags.static_files import STATIC
from redflags.widgets.lab import Lab, in_state

Json = dict[str, Any]


class MriLab(Lab):
    """What the settings of a scanner make of a simulated spine.

    Examples
    --------
    >>> lab = MriLab(tr=4000, te=100)  # doctest: +SKIP
    >>> lab.signals()["csf"]           # doctest: +SKIP
    61.2...
    >>> lab.use("stir")                # doctest: +SKIP
    """

    _esm = STATIC / "lab-mri-widget.js"
    lab_name = "mri"

    task = in_state(traitlets.Enum(("explore", "guess", "find")))
    """What to do: "explore" the settings, "guess" the sequence, or "find" the deposit."""
    field = in_state(traitlets.Float(1.5))
    """Field strength in tesla: 1.5 or 3."""
    tr = in_state(traitlets.Float(500, min=100, max=10_000))
    """Repetition time in ms."""
    te = in_state(traitlets.Float(15, min=1, max=250))
    """Echo time in ms."""
    ti = in_state(traitlets.Float(None, allow_none=True, min=20, max=4000))
    """Inversion time in ms; None is a picture without inversion."""
    gradient = in_state(traitlets.Bool())
    """Whether it is a gradient echo, in which fat and water run apart."""
    fat_suppressed = in_state(traitlets.Bool())
    """Whether fat is silenced by its frequency."""
    gadolinium = in_state(traitlets.Float(min=0.0, max=5.0))
    """What it adds to 1/T1 of the deposit, per second."""
    plane = in_state(traitlets.Enum(("sagittal", "axial")))
    """The side view, or the cross-section."""
    window = in_state(traitlets.Float(None, allow_none=True, min=1, max=120))
    """Signal from black to white; None is automatic."""
    level = in_state(traitlets.Float(None, allow_none=True, min=0, max=120))
    """Signal of the middle grey; None is automatic."""
    noise = in_state(traitlets.Float(min=0.0, max=20.0))
    """Standard deviation of the noise, in the signal's unit."""
    round = in_state(traitlets.Int(min=0))
    """Which of the games' pictures."""
    scores = in_state(traitlets.Dict())
    """Answers so far, by game: `{"guess": {"asked": 3, "right": 2}}`."""

    @traitlets.validate("field")
    def _check_field(self, proposal: Json) -> float:
        if proposal["value"] not in FIELDS:
            raise traitlets.TraitError(f"no tissues at {proposal['value']} T; there are 1.5 and 3")
        return float(proposal["value"])

    @traitlets.validate("scores")
    def _check_scores(self, proposal: Json) -> Json:
        scores: Json = proposal["value"]
        for game, score in scores.items():
            whole = isinstance(score, dict) and all(isinstance(score.get(key), int) for key in ("asked", "right"))
            if game not in {"guess", "find"} or not whole or not 0 <= score["right"] <= score["asked"]:
                raise traitlets.TraitError(f"{game}={score!r}: scores are asked and right, of guess and find")
        return scores

    def use(self, preset: str) -> None:
        """Take the settings of a name: t1, t2, stir, contrast, contrast-fs, in-phase, opposed.

        Raises
        ------
        ValueError
            There are none of that name.
        """
        named = {each["id"]: each["scan"] for each in self.content["data"]["presets"]}
        if preset not in named:
            raise ValueError(f"no settings {preset!r}; there are {', '.join(named)}")
        scan = Scan(**named[preset][f"{self.field:g}"])
        self.tr, self.te, self.ti = scan.tr, scan.te, scan.ti
        self.gradient, self.fat_suppressed, self.gadolinium = scan.shift > 0, scan.fat_suppressed, scan.gadolinium

    def scan(self) -> Scan:
        """Return the settings as `redflags.clinical.mri` takes them."""
        shifts = [each["scan"][f"{self.field:g}"]["shift"] for each in self.content["data"]["presets"]]
        shift = max(shifts) if self.gradient else 0.0
        return Scan(self.tr, self.te, self.ti, shift, self.fat_suppressed, self.gadolinium)

    def signals(self) -> dict[str, float]:
        """Return the signal of each tissue at these settings, in arbitrary units."""
        return {name: signal(tissue, self.scan()) for name, tissue in tissues(self.field).items()}
