"""Chart: how far each red flag moves the odds of cancer, with intervals: one cohort, and one other series."""

from __future__ import annotations

from dataclasses import dataclass

import plotly.graph_objects as go

from redflags.plots.plot import Plot, Register, interval, number, theme
from redflags.plots.tokens import colour

_COHORT = "US walk-in clinic, 13 cancers"
_EMERGENCY = "Emergency department (ED) X-rays, 7 cancers"
_FLAGS = (
    # (words on the axis, entry, population), from strong to weak
    ("Cancer before", "RF-IND-01", _COHORT),
    ("Cancer before, ED", "RF-IND-15", _EMERGENCY),
    ("No better in a month", "RF-IND-05", _COHORT),
    ("Age 50 or over", "RF-IND-02", _COHORT),
    ("Pain over a month", "RF-IND-06", _COHORT),
    ("Weight loss", "RF-IND-04", _COHORT),
    ("No relief in bed", "RF-IND-07", _COHORT),
    ("Slow onset", "RF-IND-08", _COHORT),
    ("Thoracic pain", "RF-IND-09", _COHORT),
    ("Tender spine", "RF-IND-11", _COHORT),
)
_NO_LOGARITHM = (("Fever", "RF-IND-13", _COHORT), ("Weak limb on examination", "RF-IND-12", _COHORT))
"""Flags that no person with cancer had: a ratio of 0 has no place on a log axis, so the table shows it."""


@dataclass(frozen=True)
class _Flag:
    name: str
    population: str
    ratio: float
    interval: tuple[float, float] | None
    """None where every person with cancer said yes: the register gives no interval there.

    The logarithmic formula would see no uncertainty among them, so its interval would be too narrow.
    """
    yes_cancer: float
    cancers: float

    @property
    def moves_odds(self) -> bool:
        """Whether the interval lies wholly on one side of 1."""
        return self.interval is not None and not self.interval[0] <= 1 <= self.interval[1]

    @property
    def reach(self) -> tuple[float, float]:
        """How far the interval goes below and above the ratio; nothing where there is none."""
        low, high = self.interval or (self.ratio, self.ratio)
        return self.ratio - low, high - self.ratio


def _read(register: Register, name: str, entry: str, population: str) -> _Flag:
    yes, no = number(register, entry, "TP"), number(register, entry, "FN")
    return _Flag(
        name=name,
        population=population,
        ratio=number(register, entry, "LR_pos"),
        interval=interval(register, entry, "LR_pos_ci95") if no else None,
        yes_cancer=yes,
        cancers=yes + no,
    )


def _trace(flags: list[_Flag], paint: str, symbol: str) -> go.Scatter:
    """Return one series; its flags either all have an interval or all have none."""
    bars = {
        "type": "data",
        "symmetric": False,
        "array": [flag.reach[1] for flag in flags],
        "arrayminus": [flag.reach[0] for flag in flags],
        "color": paint,
        "thickness": 2,
        "width": 5,
    }
    return go.Scatter(
        x=[flag.ratio for flag in flags],
        y=[flag.name for flag in flags],
        mode="markers",
        marker={"color": paint, "symbol": symbol, "size": 11},
        error_x=bars if all(flag.interval for flag in flags) else None,
        hovertemplate="%{y}: %{x:.3g}<extra></extra>",
    )


def _row(flag: _Flag) -> list[str]:
    shown = "{:.2g} to {:.2g}".format(*flag.interval) if flag.interval else "not given (all said yes)"
    return [
        flag.name,
        flag.population,
        f"{flag.yes_cancer:.0f} of {flag.cancers:.0f}",
        f"{flag.ratio:.3g}",
        shown,
    ]


def plot(register: Register) -> Plot:
    """Draw the positive likelihood ratios on a logarithmic axis with a line at 1, where a flag says nothing.

    The emergency series stands apart (another symbol, its population in its name): its patients are not the
    cohort's, and no line of this chart is a mean of others.
    """
    flags = [_read(register, *flag) for flag in _FLAGS]
    cohort = [flag for flag in flags if flag.population == _COHORT]
    figure = go.Figure(
        [
            _trace([flag for flag in cohort if flag.moves_odds], colour("accent"), "circle"),
            _trace(
                [flag for flag in cohort if flag.interval and not flag.moves_odds],
                colour("muted"),
                "circle-open",
            ),
            _trace([flag for flag in cohort if not flag.interval], colour("muted"), "circle-open"),
            _trace([flag for flag in flags if flag.population != _COHORT], colour("accent"), "diamond-open"),
        ]
    )
    figure.update_layout(
        **theme()
        | {
            "height": 420,
            "xaxis": theme()["xaxis"]
            | {
                "type": "log",
                "range": [-1, 1.85],
                "tickvals": [0.1, 0.3, 1, 3, 10, 30],
                "ticktext": ["0.1", "0.3", "1", "3", "10", "30"],
                "title": {"text": "LR+ (log scale)"},
            },
            "yaxis": theme()["yaxis"]
            | {
                "type": "category",
                "dtick": 1,
                "categoryorder": "array",
                "categoryarray": [flag.name for flag in reversed(flags)],
            },
            "shapes": [
                {
                    "type": "line",
                    "x0": 1,
                    "x1": 1,
                    "y0": 0,
                    "y1": 1,
                    "yref": "paper",
                    "line": {"color": colour("ink"), "width": 1.5, "dash": "dash"},
                }
            ],
        }
    )
    none = [
        [
            name,
            population,
            f"0 of {number(register, entry, 'FN'):.0f}",
            "0",
            "not drawn (none said yes)",
        ]
        for name, entry, population in _NO_LOGARITHM
    ]
    return Plot(
        figure=figure,
        says=(
            "Previous cancer moves the odds of cancer far; no improvement in a month, age and pain over a "
            "month move them a little; for the other flags the study shows no clear effect."
        ),
        columns=["Red flag", "Who was studied", "Yes among cancers", "LR+", "95% interval"],
        rows=[*(_row(flag) for flag in flags), *none],
        evidence=[entry for _, entry, _ in (*_FLAGS, *_NO_LOGARITHM)],
    )
