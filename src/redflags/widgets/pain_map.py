"""The pain map in a notebook."""

from __future__ import annotations

from typing import Any

import traitlets

from redflags.static_files import STATIC
from redflags.widgets.lab import Lab, in_state

Json = dict[str, Any]


class PainMap(Lab):
    """Places and levels, what may be felt where, and what changes a pain.

    Examples
    --------
    >>> pains = PainMap(place="hip-crest")                          # doctest: +SKIP
    >>> [one["label"] for one in pains.result()["sources"]]         # doctest: +SKIP
    ['T12 and L1']
    """

    _esm = STATIC / "lab-pain-map-widget.js"
    lab_name = "pain-map"

    begin = in_state(traitlets.Enum(("place", "source")))
    """From where to read: a "place" on the body, or a "source" that may be felt there."""
    place = in_state(traitlets.Unicode())
    """Such as "hip-crest"."""
    source = in_state(traitlets.Unicode())
    """Such as "t12-l1"."""
    changes = in_state(traitlets.List(traitlets.Unicode()))
    """What changes the pain, such as ["night", "line"]."""
    guess = in_state(traitlets.Unicode(None, allow_none=True))
    """What was guessed of the hip crest, if anything."""
    revealed = in_state(traitlets.Bool())
    """Whether the hip crest's sources show without a guess."""

    @traitlets.validate("place", "source", "guess")
    def _check_one(self, proposal: Json) -> str | None:
        self._check(proposal["trait"].name, [] if proposal["value"] is None else [proposal["value"]])
        value: str | None = proposal["value"]
        return value

    @traitlets.validate("changes")
    def _check_changes(self, proposal: Json) -> list[str]:
        self._check("changes", proposal["value"])
        found: list[str] = proposal["value"]
        return found

    def _check(self, name: str, values: list[str]) -> None:
        data = self.content["data"]
        known = {
            "place": data["places"],
            "source": data["sources"],
            "changes": data["changes"],
            "guess": data["guess"]["options"],
        }[name]
        ids = [one["id"] for one in known]
        for value in values:
            if value not in ids:
                raise traitlets.TraitError(f"no {name} {value!r}; there are {', '.join(ids)}")

    def result(self) -> Json:
        """Return what the page says.

        Returns
        -------
        dict
            `sources` that may be felt at the place, or the one chosen, with `says` and `evidence`; `places` where they
            are felt; `kinds` of pain that the changes speak for.
        """
        data = self.content["data"]
        felt = [
            one
            for one in data["sources"]
            if (self.place in one["places"] if self.begin == "place" else one["id"] == self.source)
        ]
        spoken = {kind for one in data["changes"] if one["id"] in self.changes for kind in one["kinds"]}
        return {
            "sources": [{key: one[key] for key in ("label", "says", "evidence")} for one in felt],
            "places": [self.place] if self.begin == "place" else [place for one in felt for place in one["places"]],
            "kinds": [one["id"] for one in data["kinds"] if one["id"] in spoken],
        }
