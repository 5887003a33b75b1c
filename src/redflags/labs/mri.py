"""Explorer: what the settings of a scanner make of the same spine, computed from measured relaxation times."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from redflags.clinical.mri import Scan, Tissue, null_time, signal
from redflags.labs._scene import drawing, scene_json
from redflags.labs._tissues import OWN, origins_table, presets, tissues
from redflags.labs.lab import Lab, Source, cite, table

if TYPE_CHECKING:
    from redflags.reading import Content

Json = dict[str, Any]
TASKS = ("explore", "guess", "find")
_STILLS = ("t1", "t2", "stir")
"""Presets that are drawn in the readable version."""
_FIELD = "1.5"


def lab(content: Content) -> Lab:
    """Return the explorer; untouched it shows T1 at 1.5 T."""
    source = Source(content)
    made = tissues(source)
    named = presets(source, made)
    for entry in ("mri-spin-echo-eq", "mri-ir-null", "sim-tumour-set-check", "MT-MRI-11", "t1-field-method", "vh-imaging"):
        source.entry(entry)
    shown = brightness(made, named)
    t1, stir = shown["t1"], shown["stir"]
    first = named[0]["scan"][_FIELD]
    return Lab(
        name="mri",
        title="One spine, many pictures",
        says=(
            f"Nothing in the person changes, only the settings: on T1 this model’s deposit gives {t1['metastasis']:.0f} "
            f"where marrow gives {t1['marrow']:.0f}, and on STIR {stir['metastasis']:.0f} where marrow gives "
            f"{stir['marrow']:.0f} (arbitrary units, 1.5 T)."
        ),
        data={"tissues": made, "presets": named, "own": list(OWN), "scene": scene_json()},
        html=_html(made, named, shown),
        evidence=source.cited,
        start={
            "task": TASKS[0],
            "field": 1.5,
            "tr": first["tr"],
            "te": first["te"],
            "ti": first["ti"],
            "gradient": False,
            "fat_suppressed": False,
            "gadolinium": 0.0,
            "plane": "sagittal",
            "window": None,
            "level": None,
            "noise": 0.0,
            "round": 0,
            "scores": {},
        },
        keeps=("scores",),
        modes=("", *TASKS[1:]),
        simulation=True,
    )


def brightness(made: list[Json], named: list[Json]) -> dict[str, dict[str, float]]:
    """Return the signal of each tissue at 1.5 T, by preset."""
    return {
        preset["id"]: {
            tissue["id"]: signal(Tissue(tissue["id"], tissue["label"], **tissue["values"][_FIELD]), Scan(**preset["scan"][_FIELD]))
            for tissue in made
        }
        for preset in named
    }


def stills(named: list[Json], shown: dict[str, dict[str, float]]) -> str:
    """Return the middle slice at three settings, side by side."""
    pictures = []
    for preset in named:
        if preset["id"] not in _STILLS:
            continue
        signals = shown[preset["id"]]
        most = max(signals.values())
        says = _described(signals)
        drawn = drawing(
            {name: value / most for name, value in signals.items()},
            f"{preset['label']}, simulated, side view, front on the left. {says}",
        )
        pictures.append(
            f"<figure>{drawn}<figcaption><strong>{preset['label']}</strong> (simulation). {says}</figcaption></figure>"
        )
    return f'<div class="rf-scan-stills">{"".join(pictures)}</div>'


def _described(signals: dict[str, float]) -> str:
    """Say what a picture shows, from its numbers."""
    ruler = signals["marrow"]

    def beside(name: str) -> str:
        share = signals[name] / ruler
        if 0.87 < share < 1.15:  # noqa: PLR2004
            return "as bright as marrow"
        return "brighter than marrow" if share > 1 else "darker than marrow"

    ranked = sorted((name for name in ("csf", "fat", "marrow", "cord", "disc")), key=lambda name: -signals[name])
    names = {"csf": "fluid", "fat": "fat", "marrow": "marrow", "cord": "cord", "disc": "disc"}
    return (
        f"From bright to dark: {', '.join(names[name] for name in ranked)}. The deposit in T12 is "
        f"{beside('metastasis')}, the haemangioma in T10 {beside('haemangioma')}."
    )


def _html(made: list[Json], named: list[Json], shown: dict[str, dict[str, float]]) -> str:
    signals = table(
        "Signal of each tissue at 1.5 T, in arbitrary units (a computation, not a measurement)",
        ["Tissue", *(escape(preset["label"]) for preset in named)],
        [
            [escape(tissue["label"]), *(f"{shown[preset['id']][tissue['id']]:.0f}" for preset in named)]
            for tissue in made
        ],
    )
    settings = table(
        "The settings",
        ["Picture", "TR", "TE", "TI", "What it does"],
        [[escape(preset["label"]), *_settings(preset["scan"][_FIELD]), escape(preset["says"])] for preset in named],
    )
    nulls = " and ".join(
        f"{null_time(values['t1']):.0f}\u00a0ms at\u00a0{field}\u00a0T"
        for field, values in next(tissue for tissue in made if tissue["id"] == "fat")["values"].items()
    )
    own = "".join(f"<li>{escape(sentence)}</li>" for sentence in OWN)
    return (
        f"{stills(named, shown)}{signals}{settings}"
        f"<p>STIR’s wait is T1 of fat × ln 2: {nulls} in this model{cite('mri-ir-null')}. The settings of T1, T2 and STIR are those of "
        f"{cite('sim-spine-set-check')}, the equation is {cite('mri-spin-echo-eq')}; fat and water in and out of step: {cite('mri-op-te')}.</p>"
        f"{origins_table(made)}"
        f"<p><strong>Measured in different people by different methods.</strong> No paper has all of these tissues, so trust the order within a "
        f"picture more than any ratio{cite('t1-field-method')}. What was not measured, and how we filled it:</p><ul>{own}</ul>"
    )


def _settings(scan: Json) -> list[str]:
    return [
        f"{scan['tr']:g}\u00a0ms",
        f"{scan['te']:g}\u00a0ms",
        "none" if scan["ti"] is None else f"{scan['ti']:g}\u00a0ms",
    ]
