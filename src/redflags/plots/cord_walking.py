"""Chart: who can walk after treatment, by whether they could walk before it (Patchell trial)."""

from __future__ import annotations

import plotly.graph_objects as go

from redflags.plots.plot import Plot, Register, number, theme
from redflags.plots.tokens import colour

_EVERYONE, _NOT_WALKING = "T-PATCH-01", "T-PATCH-03"
_WALKED, _COULD_NOT = "Walked<br>at the start", "Could not walk<br>at the start"
_ARMS = (("With surgery", "surgery_rt", "accent"), ("Without", "rt", "caution"))
"""Label, prefix of the values in the register, colour; both arms had radiotherapy."""


def _counts(register: Register, arm: str) -> dict[str, tuple[float, float]]:
    """Return how many walked after treatment and how many there were, for each group of one arm.

    The register holds everyone and those who could not walk; those who could are the difference, since the
    second group is a part of the first one's people.
    """
    everyone, unable = (
        (number(register, entry, f"{arm}_walked"), number(register, entry, f"{arm}_n"))
        for entry in (_EVERYONE, _NOT_WALKING)
    )
    return {_WALKED: (everyone[0] - unable[0], everyone[1] - unable[1]), _COULD_NOT: unable}


def plot(register: Register) -> Plot:
    """Draw one bar per arm and group: percent able to walk after treatment."""
    counts = {arm: _counts(register, arm) for _, arm, _ in _ARMS}
    groups = (_WALKED, _COULD_NOT)
    share = {(arm, group): 100 * counts[arm][group][0] / counts[arm][group][1] for arm in counts for group in groups}
    people = {group: sum(counts[arm][group][1] for arm in counts) for group in groups}
    figure = go.Figure(
        [
            go.Bar(
                name=name,
                x=[share[arm, group] for group in groups],
                y=[f"{group}<br>(n = {people[group]:.0f})" for group in groups],
                orientation="h",
                marker={"color": colour(paint)},
                text=[f"{name} {share[arm, group]:.0f}%" for group in groups],
                textposition="auto",
            )
            for name, arm, paint in _ARMS
        ]
    )
    layout = theme()
    layout |= {
        "barmode": "group",
        "xaxis": layout["xaxis"]
        | {
            "title": {"text": "Able to walk after treatment (%)"},
            "range": [0, 100],
            "tickvals": [0, 25, 50, 75],
        },
        "yaxis": layout["yaxis"] | {"autorange": "reversed"},  # those who walked stand on top
    }
    figure.update_layout(**layout)
    return Plot(
        figure=figure,
        says=(
            "In this trial more people could walk after surgery with radiotherapy than after radiotherapy alone, "
            "whether or not they walked at the start, and those who could not walk did worse in both arms."
        ),
        columns=["People", "Walked after surgery + radiotherapy", "Walked after radiotherapy alone"],
        rows=[
            [
                group.replace("<br>", " "),
                *(
                    f"{counts[arm][group][0]:.0f} of {counts[arm][group][1]:.0f} ({share[arm, group]:.0f}%)"
                    for _, arm, _ in _ARMS
                ),
            ]
            for group in groups
        ],
        evidence=[_EVERYONE, _NOT_WALKING],
    )
