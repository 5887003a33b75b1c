"""Explorer: stacks of simulated slices to scroll through, measure in and judge, before anything is annotated."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from redflags.clinical.phantom import LEVELS, middle_of
from redflags.labs._scene import VIEWER, drawing, scene_json
from redflags.labs._tissues import brightness, presets, tissues
from redflags.labs.lab import Lab, Source, cite, table

if TYPE_CHECKING:
    from redflags.reading import Content

Json = dict[str, Any]
SERIES = ("t1", "stir", "t2")
SAGITTAL = [float(x) for x in range(-28, 29, 4)]
"""Places of the side views, in mm from the middle; the person's left is positive."""
AXIAL = [2.5 + 5 * number for number in range(40)]
"""Places of the cross-sections, in mm from the top."""
CANAL = {
    "round": "There all round the cord",
    "side": "Gone on one side, there on another",
    "gone": "Gone all round",
}
ANSWER = {"levels": ["T11", "L2"], "canal": "side"}
_WORST = middle_of(LEVELS.index("T11"))


def lab(content: Content) -> Lab:
    """Return the explorer; untouched it shows the middle slice and a cross-section at T9, and no annotation."""
    source = Source(content)
    made = tissues(source)
    named = [preset for preset in presets(source, made) if preset["id"] in SERIES]
    for entry in ("mri-spin-echo-eq", "RF-MSC-07", "MT-MRI-11", "T-ESCC-01", "vh-imaging"):
        source.entry(entry)
    return Lab(
        name="imaging-viewer",
        title="Look first, then read the notes",
        says=(
            "A deposit that one slice leaves out may be plain in the next: scroll through all of them on T1, look "
            "again on STIR, and judge the canal on T2 across. Notes appear once you have committed yourself."
        ),
        data={
            "tissues": made,
            "presets": sorted(named, key=lambda preset: SERIES.index(preset["id"])),
            "scene": scene_json(VIEWER),
            "sagittal": SAGITTAL,
            "axial": AXIAL,
            "canal": CANAL,
            "answer": ANSWER,
            "notes": list(_NOTES),
        },
        html=_html(made, named),
        evidence=source.cited,
        start={
            "series": SERIES[0],
            "sagittal": SAGITTAL.index(0),
            "axial": 4,
            "window": None,
            "level": None,
            "measure": None,
            "levels": [],
            "canal": None,
            "submitted": False,
        },
        simulation=True,
    )


_NOTES = (
    "T11: a deposit in the back of the body, more on the right, dark on T1 and lit on STIR. It breaks into the canal.",
    "The canal at T11: fluid is gone in front of the cord and still there behind it; the cord is touched and pushed.",
    "L2: a sclerotic deposit in the left of the body, dark on T1 and T2, dull on STIR. The middle slice leaves it out.",
    "L1: a haemangioma, striped and bright on T1. It is harmless.",
    "The disc below T12 has dried out: dark on T2. That is not a tumour.",
)


def _html(made: list[Json], named: list[Json]) -> str:
    shown = brightness(made, named)
    pictures = []
    for preset, cross, says in (
        (
            "t1",
            None,
            "Side view in the middle, front on the left. T11 is dark at the back; L1 is striped and bright.",
        ),
        ("stir", None, "The same slice. Fat and marrow are dark, T11 is lit, and so is the fluid."),
        (
            "t2",
            _WORST,
            "Cross-section at T11, seen from the feet: fluid is bright behind the cord and missing in front of it.",
        ),
    ):
        signals = shown[preset]
        most = max(signals.values())
        label = next(one["label"] for one in named if one["id"] == preset)
        grey = {name: value / most for name, value in signals.items()}
        drawn = drawing(VIEWER, grey, f"{label}, simulated. {says}", cross)
        pictures.append(
            f"<figure>{drawn}<figcaption><strong>{label}</strong> (simulation). {escape(says)}</figcaption></figure>"
        )
    notes = "".join(f"<li>{escape(note)}</li>" for note in _NOTES)
    order = table(
        "What to look at, in which stack",
        ["Step", "Stack", "Question", "Source"],
        [
            [
                "1",
                "T1, side views, all",
                "Is a vertebra darker than its neighbours, or as dark as the disc?",
                cite("RF-MSC-07"),
            ],
            ["2", "STIR, the same", "Is anything lit?", cite("MT-MRI-11")],
            [
                "3",
                "T2, cross-sections at the worst level",
                "What is left of the fluid around the cord?",
                cite("T-ESCC-01"),
            ],
        ],
    )
    return (
        f'<div class="rf-scan-stills">{"".join(pictures)}</div>{order}'
        f"<details><summary>What is in these pictures</summary><ul>{notes}</ul></details>"
        f"<p>With scripts this is a viewer of {len(SAGITTAL)} side views and {len(AXIAL)} cross-sections, computed "
        f"like the pictures of the MRI explorer and as simulated as those{cite('mri-spin-echo-eq')}.</p>"
    )
