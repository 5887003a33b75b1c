"""The probability of cancer by the register: a cited prior and cited likelihood ratios, and how far a guess is off."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]


def probability(case: Json, state: Json, at: int | None = None) -> Json | None:
    """Return `{p, low, high}` in 0..1 after the findings known by a minute (by now if None), or None without a prior.

    Without an interval there is no band.

    Findings are taken as independent, which they are not: the band is one of likelihood ratios alone.
    """
    prior = case["reference"]["prior"]
    if prior is None:
        return None
    until = state["clock"] if at is None else at
    known = {finding["id"] for finding in state["findings"] if finding["at"] <= until}
    used = [update for update in case["reference"]["updates"] if update["finding"] in known]
    odds = [prior["p"] / (1 - prior["p"])] * 3
    for update in used:
        low, high = update["interval"] or (update["lr"], update["lr"])
        odds = [odds[0] * update["lr"], odds[1] * low, odds[2] * high]
    point, *band = (one / (1 + one) for one in odds)
    low, high = band if any(update["interval"] for update in used) else (None, None)
    return {"p": point, "low": low, "high": high}


def brier(case: Json, cancer: int) -> float:
    """Return the squared distance of a probability in per cent from what was true."""
    answer = next(diagnosis for diagnosis in case["diagnoses"] if diagnosis["answer"])
    off = cancer / 100 - (1 if answer["cancer"] else 0)
    return off * off
