"""The time line of cord compression in a notebook."""

from __future__ import annotations

from typing import Any

import traitlets

from redflags.clinical.cord_clock import judge
from redflags.static_files import STATIC
from redflags.widgets.lab import Lab, in_state

Json = dict[str, Any]
DAYS = 180.0
NERVE_DAYS = 60.0
HOURS = 240.0
_PEOPLE = 100


class CordTimeline(Lab):
    """From pain to paralysis, against the time limits of guidelines.

    Examples
    --------
    >>> line = CordTimeline(pain=10, told=1, weakness=1, called=24)  # doctest: +SKIP
    >>> [limit["what"] for limit in line.limits() if limit["verdict"] == "passed"]  # doctest: +SKIP
    []
    """

    _esm = STATIC / "lab-cord-timeline-widget.js"
    lab_name = "cord-timeline"

    pain = in_state(traitlets.Float(min=0.0, max=DAYS))
    """Days before the scan on which the pain began."""
    told = in_state(traitlets.Float(min=0.0, max=DAYS))
    """Days before the scan on which somebody who could call was told; never before the first symptom."""
    weakness = in_state(traitlets.Float(None, allow_none=True, min=0.0, max=NERVE_DAYS))
    """Days before the scan on which a limb grew weak; None if none did."""
    bladder = in_state(traitlets.Float(None, allow_none=True, min=0.0, max=NERVE_DAYS))
    """Days before the scan on which trouble with the bladder began; None if it didn't."""
    called = in_state(traitlets.Float(min=0.0, max=HOURS))
    """Hours before the scan at which compression was suspected and the call made."""
    decided = in_state(traitlets.Float(min=0.0, max=HOURS))
    """Hours from the scan to the decision."""
    treated = in_state(traitlets.Float(min=0.0, max=HOURS))
    """Hours from the decision to treatment."""
    walks = in_state(traitlets.Unicode())
    """Walking when treatment starts: "alone", "help" or "no"."""
    guess = in_state(traitlets.Int(None, allow_none=True, min=0, max=_PEOPLE))
    """Of 100 such people, how many are guessed to walk afterwards."""
    revealed = in_state(traitlets.Bool())
    """Whether what is known of the end shows; False asks for a guess first."""

    @traitlets.validate("walks")
    def _check_walks(self, proposal: Json) -> str:
        known = [one["id"] for one in self.content["data"]["outcome"]["walks"]]
        if proposal["value"] not in known:
            raise traitlets.TraitError(f"{proposal['value']!r} is none of {', '.join(known)}")
        return str(proposal["value"])

    def limits(self) -> list[Json]:
        """Return each limit with its place, its hours, the hours that its clock ran here, and the verdict.

        Returns
        -------
        list of dict
            `where`, `what`, `limit` (None: no limit was read), `hours` (None: not about this course), `verdict`
            ("kept", "passed", "no-limit" or "not-here") and `evidence`.
        """
        limits = self.content["data"]["limits"]
        course = {name: getattr(self, name) for name in _COURSE}
        return [
            {
                **{name: limit[name] for name in ("where", "what", "evidence")},
                "limit": limit["hours"],
                **verdict,
            }
            for limit, verdict in zip(limits, judge(course, limits), strict=True)
        ]


_COURSE = ("pain", "told", "weakness", "bladder", "called", "decided", "treated")
