"""The spine in a notebook."""

from __future__ import annotations

from typing import Any

import traitlets

from redflags.clinical.spine import COMPARTMENTS, expected, grade, room
from redflags.static_files import STATIC
from redflags.widgets.lab import Lab, in_state

Json = dict[str, Any]

_PLOTLY = "plotly-gl3d.min.js"


class Spine3D(Lab):
    """A tumour that grows in a room of the spine: what gives way, and what may fail.

    Examples
    --------
    >>> spine = Spine3D(level="L1", compartment="intramedullary", growth=60)  # doctest: +SKIP
    >>> spine.view = "3d"                                                     # doctest: +SKIP
    >>> spine.result()["points"]                                              # doctest: +SKIP
    ['S1 outer heel', 'S2 back of the knee', 'S3 sitting bone', 'S4-5 around the anus']
    """

    _esm = STATIC / "lab-spine-widget.js"
    lab_name = "spine"

    level = in_state(traitlets.Unicode())
    """The vertebra, "C3" to "L5"."""
    compartment = in_state(traitlets.Enum(COMPARTMENTS))
    """The room: "extradural", "intradural" (and outside the cord) or "intramedullary"."""
    growth = in_state(traitlets.Int(min=0, max=100))
    """The tumour's size, in per cent of the largest that is drawn."""
    view = in_state(traitlets.Enum(("drawing", "3d")))
    """Cuts as a drawing, or surfaces to turn; these need WebGL, and Plotly from the kernel."""

    def __init__(self, mode: str = "", **values: Any) -> None:
        super().__init__(mode, **values)
        self.on_msg(self._send_plotly)

    @traitlets.validate("level")
    def _check_level(self, proposal: Json) -> str:
        known = [level["id"] for level in self.content["data"]["levels"]]
        if proposal["value"] not in known:
            raise traitlets.TraitError(f"no vertebra {proposal['value']!r}; drawn are {', '.join(known)}")
        return str(proposal["value"])

    def result(self) -> Json:
        """Return what the page says of this tumour.

        Returns
        -------
        dict
            `segments` of the cord behind the bone (empty where the register has none); what the drawn tumour does,
            `touched`, `pressed` and whether `fluid` is left; `escc`, its grade of epidural compression where that is
            defined; `points` and `muscles` that may fail once it presses; `findings`, sentences with their `evidence`.
        """
        data = self.content["data"]
        level = next(one for one in data["levels"] if one["id"] == self.level)
        cut = room(level["inside"], self.compartment, self.growth / 100)
        lit = cut["pressed"]
        points = [data["points"][one] for one in level["points"]]
        graded = self.compartment == "extradural" and level["inside"] == "cord"
        return {
            "segments": level["segments"],
            "touched": cut["touched"],
            "pressed": cut["pressed"],
            "fluid": cut["fluid"],
            "escc": grade(cut) if graded else None,
            "points": [f"{point['name']} {point['place']}" for point in points if lit],
            "muscles": [f"{one} {data['muscles'][one]}" for one in level["muscles"] if lit],
            "findings": [
                {"says": f"{one['heading']}: {one['says']}", "evidence": one["evidence"]}
                for one in expected(data["findings"], level, self.compartment, cut)
            ],
        }

    def _send_plotly(self, _widget: object, content: object, _buffers: object) -> None:
        """Give the browser Plotly when it asks for it, so that no notebook loads it from elsewhere."""
        if content == _PLOTLY:
            self.send(_PLOTLY, buffers=[(STATIC / _PLOTLY).read_bytes()])
