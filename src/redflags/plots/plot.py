"""What a chart is to this course: a Plotly figure, the sentence it says, and its table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import plotly.graph_objects as go

Register: TypeAlias = Mapping[str, Mapping[str, Any]]
"""The compiled evidence register: entry id -> entry as JSON."""


@dataclass(frozen=True)
class Plot:
    """A chart that can also be read: as a sentence and as a table."""

    figure: go.Figure
    says: str
    """One sentence with the message of the chart."""
    columns: list[str]
    rows: list[list[str]]
    evidence: list[str]
    """Ids of the register entries that the numbers come from."""


def _value(register: Register, entry: str, name: str) -> Any:
    try:
        return register[entry]["values"][name]["value"]
    except KeyError as error:
        known = ", ".join(register.get(entry, {}).get("values", {})) or "no such entry"
        raise KeyError(f"evidence {entry} has no value {name!r} ({known})") from error


def number(register: Register, entry: str, name: str) -> float:
    """Return one number of a register entry.

    Raises
    ------
    KeyError
        The entry or the value does not exist; the message lists what does.
    """
    return float(_value(register, entry, name))


def interval(register: Register, entry: str, name: str) -> tuple[float, float]:
    """Return the two ends of a range or interval of a register entry."""
    low, high = _value(register, entry, name)
    return float(low), float(high)


def theme() -> dict[str, Any]:
    """Return layout defaults: no background, no toolbar space, the page's own type.

    Take colours from `redflags.plots.colour` only: the page knows those values and swaps them for its theme's.
    """
    return {
        "margin": {"l": 8, "r": 16, "t": 8, "b": 48},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "showlegend": False,
        "dragmode": False,
        "xaxis": {"fixedrange": True, "automargin": True, "zeroline": False},
        "yaxis": {"fixedrange": True, "automargin": True, "zeroline": False},
    }
