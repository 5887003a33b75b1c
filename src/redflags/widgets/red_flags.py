"""The red-flag explorer in a notebook."""

from __future__ import annotations

from typing import Any

import traitlets

from redflags.clinical.combining import Ratio, combine
from redflags.static_files import STATIC
from redflags.widgets.lab import Lab, in_state

Json = dict[str, Any]


class RedFlagExplorer(Lab):
    """How far answers about red flags move the probability of cancer, in one setting.

    Examples
    --------
    >>> explorer = RedFlagExplorer(answers={"cancer-before": "yes", "age-50": "yes"})  # doctest: +SKIP
    >>> explorer.result()["band"]                                                      # doctest: +SKIP
    (0.092..., 0.211...)
    """

    _esm = STATIC / "lab-red-flags-widget.js"
    lab_name = "red-flags"

    setting = in_state(traitlets.Unicode())
    """Where people come from: "primary", "emergency", "bone-scan" or "known" (a cancer now or ever)."""
    prior = in_state(traitlets.Float(None, allow_none=True, min=0.0, max=0.99))
    """The probability before any answer; the setting's if None."""
    answers = in_state(traitlets.Dict())
    """Flag -> "yes" or "no"; a flag that is not named was not asked."""
    revealed = in_state(traitlets.Bool(True))
    """Whether the result shows; False asks for a guess first."""
    guesses = in_state(traitlets.List())
    """Earlier guesses with what the studies allow, in 1,000."""

    @traitlets.validate("setting")
    def _check_setting(self, proposal: Json) -> str:
        known = [setting["id"] for setting in self.content["data"]["settings"]]
        if proposal["value"] not in known:
            raise traitlets.TraitError(f"no setting {proposal['value']!r}; there are {', '.join(known)}")
        return str(proposal["value"])

    @traitlets.validate("answers")
    def _check_answers(self, proposal: Json) -> Json:
        known = [flag["id"] for flag in self.content["data"]["flags"]]
        answers: Json = proposal["value"]
        for flag, answer in answers.items():
            if flag not in known or answer not in {"yes", "no"}:
                raise traitlets.TraitError(f"{flag}={answer!r}: answers are yes or no to {', '.join(known)}")
        return answers

    def result(self) -> Json:
        """Return what the answers come to, as the page shows it.

        Returns
        -------
        dict
            `prior`; `band`, from the strongest answer alone to all multiplied, and `reach`, the band with the
            ratios' own 95% intervals (both None where no answer counts, or people had cancer before); `counted`
            and `not_counted`, the flags whose answer has a ratio, or has none; `borrowed`, those whose ratio was
            measured in people of another setting.
        """
        setting = next(one for one in self.content["data"]["settings"] if one["id"] == self.setting)
        prior = setting["prior"] if self.prior is None else self.prior
        asked = {} if "clock" in setting else self.answers
        counted, silent, borrowed = {}, [], []
        for flag in self.content["data"]["flags"]:
            if flag["id"] not in asked:
                continue
            tables = flag["tables"]
            accuracy = tables.get(setting["population"], tables["clinic"])
            ratio = accuracy[asked[flag["id"]]]
            if ratio is None:
                silent.append(flag["id"])
                continue
            counted[flag["id"]] = Ratio(**ratio)
            if setting["population"] is None or tables.get(setting["population"]) is not accuracy:
                borrowed.append(flag["id"])
        found = combine(prior, list(counted.values())) if counted else None
        return {
            "prior": prior,
            "band": found.band if found else None,
            "reach": found.reach if found and any(ratio.low is not None for ratio in counted.values()) else None,
            "counted": list(counted),
            "not_counted": silent,
            "borrowed": borrowed,
        }
