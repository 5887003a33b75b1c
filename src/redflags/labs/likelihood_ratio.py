"""Explorer: what a likelihood ratio does to a starting probability, in 1,000 people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from redflags.clinical.odds import after
from redflags.labs.lab import Lab, Source, cite, table

if TYPE_CHECKING:
    from redflags.reading import Content

_STARTS = (0.01, 0.1, 0.5)
"""Starts of the readable version's rows: rare, seldom, even."""


def lab(content: Content) -> Lab:
    """Return the explorer; its first example is the chapter's own, a raised ESR in a walk-in clinic."""
    source = Source(content)
    prior = source.number("RF-EPI-01", "prevalence_percent") / 100
    ratio = source.number("RF-IND-20", "LR_pos_derived")
    words = {name: source.number("WHY-LR-02", name) for name in ("small", "moderate", "large")}
    ratios = (1 / words["large"], 1 / words["small"], words["small"], words["large"])
    rows = [
        [f"{start:.0%}", *(f"{1000 * after(start, factor):.0f} in 1,000" for factor in ratios)] for start in _STARTS
    ]
    lands = table(
        "Where people land, by where they start and by the ratio",
        ["Start", *(f"LR {factor:g}" for factor in ratios)],
        rows,
    )
    return Lab(
        name="likelihood-ratio",
        title="Move the start, move the ratio",
        says=(
            "The same ratio carries people to different places, because they start in different places: "
            f"an LR of {words['large']:g} takes 1 in 100 to about {100 * after(0.01, words['large']):.0f} in 100, "
            f"and 1 in 2 to about {100 * after(0.5, words['large']):.0f} in 100."
        ),
        data={
            "bands": words,
            "bands_entry": "WHY-LR-02",
            "example": source.words("RF-EPI-01", "It starts with Tomasz: {prevalence_percent} in a US walk-in clinic, ")
            + source.words("RF-IND-20", "and the ratio of a raised ESR there, {LR_pos_derived}."),
            "example_entries": ["RF-EPI-01", "RF-IND-20"],
        },
        html=f"{lands}<p>What counts as small, moderate or large: {cite('WHY-LR-02')}. The rest is arithmetic.</p>",
        evidence=source.cited,
        start={"prior": prior, "ratio": ratio},
    )
