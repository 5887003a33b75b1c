"""Tissues and settings of the MRI explorers: each value from the register, or openly this model's own choice."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from redflags.clinical.mri import FIELDS, null_time
from redflags.labs.lab import cite, table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from redflags.labs.lab import Source

Json = dict[str, Any]
KEYS = ("pd", "t1", "t2", "fat", "fat_t1", "fat_t2", "uptake")


@dataclass(frozen=True)
class Value:
    """A value of the model and where it is from: an entry of the register, or nowhere, and then it is our own."""

    value: float
    entry: str | None = None


_MODEL_SPINE = "t12-spine-synthetic"
_MUSCLE_AND_FAT = "t12-gold-msk"
_LESION_T2 = 80.0
_DOSE = 2.0
"""What the preset after contrast adds to 1/T1 of the deposit, per second."""

OWN = (
    f"T2 of deposit, oedema and haemangioma: {_LESION_T2:g} ms, our own choice. The one measurement in our register is shorter, "
    "with wide spreads, and would make deposits dark on T2, where teaching pages call them bright or middle.",
    "T1 of marrow's water, deposit, oedema and haemangioma at 3 T: the value of 1.5 T, grown as vertebral marrow as a whole "
    "grew in six volunteers who were scanned at both.",
    "Fluid, discs, sclerotic deposit, and the cord at 1.5 T: the abstracts give no field strength, so where nothing else was "
    "read both fields have the same values.",
    "Haemangioma: nothing in our register was measured. It is water as in the deposit and 60% fat, our own choice, so that "
    "it is bright on T1 and T2 as it should be.",
    "Amount of hydrogen (PD): measured for spine parts; fat, muscle, deposit, oedema and haemangioma have the vertebra's, "
    "a sclerotic deposit half of it.",
    "Oedema keeps 15% fat; fat in marrow fades as fat under the skin does; a fat's share does not change with the field.",
    "Gadolinium: how much reaches each tissue, and how much it shortens T1, are our own choices.",
)
"""What was not measured, said wherever the values stand."""


def tissues(source: Source) -> list[Json]:
    """Return the tissues with their values and origins by field strength, read from the register."""
    rise = source.number("t12-3T-debazelaire", "marrow_T1") / source.number("t12-15T-debazelaire", "marrow_T1")
    by_field = {f"{field:g}": _at(source, field, rise) for field in FIELDS}
    return [
        {
            "id": name,
            "label": label,
            "values": {field: {key: value.value for key, value in at[name].items()} for field, at in by_field.items()},
            "origins": {field: {key: value.entry for key, value in at[name].items()} for field, at in by_field.items()},
        }
        for name, label in _LABELS.items()
    ]


_LABELS = {
    "marrow": "Marrow of a vertebra",
    "disc": "Disc",
    "dry-disc": "Dried-out disc",
    "csf": "Fluid (CSF)",
    "cord": "Cord",
    "fat": "Fat",
    "muscle": "Muscle",
    "metastasis": "Deposit (metastasis)",
    "sclerotic": "Sclerotic deposit",
    "haemangioma": "Haemangioma",
    "oedema": "Marrow oedema",
    "bone": "Hard bone, ligament, air",
}


def _at(source: Source, field: float, rise: float) -> dict[str, dict[str, Value]]:
    """Return the values at a field strength, by tissue and key."""
    low = field == FIELDS[0]
    name = "15T" if low else "3T"

    def read(entry: str, key: str) -> Value:
        return Value(source.number(entry, key), entry)

    def spine(part: str) -> dict[str, Value]:
        return {key: read(_MODEL_SPINE, f"{part}_{key.upper()}") for key in ("pd", "t1", "t2")}

    def grown(key: str) -> Value:
        measured = read("t12-marrow-tumour-biffar", key)
        return measured if low else Value(round(measured.value * rise))

    bone = read(_MODEL_SPINE, "vertebra_PD")
    borrowed = Value(bone.value)
    own_t2 = Value(_LESION_T2)
    fatty = {
        "fat_t1": read(_MUSCLE_AND_FAT, f"marrow_fat_T1_{name}"),
        "fat_t2": Value(read(_MUSCLE_AND_FAT, f"fat_T2_{name}").value),
    }
    fat_t1, fat_t2 = (read(_MUSCLE_AND_FAT, f"fat_{key}_{name}") for key in ("T1", "T2"))
    share = Value(round(read("marrow-compartments", "pdff_3T_median").value / 100, 4), "marrow-compartments")
    found = {
        "marrow": {
            "pd": bone,
            "t1": grown("normal_T1"),
            "t2": read(f"t12-{name}-debazelaire", "marrow_T2"),
            "fat": share,
            **fatty,
            "uptake": Value(0.1),
        },
        "disc": spine("disc_normal"),
        "dry-disc": spine("disc_desiccated"),
        "csf": spine("csf"),
        "cord": spine("cord")
        if low
        else {
            "pd": read(_MODEL_SPINE, "cord_PD"),
            "t1": read("t12-cord-3T", "wm_T1"),
            "t2": read("t12-cord-3T", "wm_T2"),
        },
        "fat": {"pd": borrowed, "t1": fat_t1, "t2": fat_t2, "fat": Value(1), "fat_t1": fat_t1, "fat_t2": fat_t2},
        "muscle": {
            "pd": borrowed,
            "t1": read(_MUSCLE_AND_FAT, f"muscle_T1_{name}"),
            "t2": read(_MUSCLE_AND_FAT, f"muscle_T2_{name}"),
            "uptake": Value(0.1),
        },
        "metastasis": {"pd": borrowed, "t1": grown("malignant_T1"), "t2": own_t2, "uptake": Value(1)},
        "sclerotic": {
            "pd": Value(bone.value / 2),
            "t1": read("t12-marrow-tumour-mrf", "osteoblastic_T1"),
            "t2": read("t12-marrow-tumour-mrf", "osteoblastic_T2"),
            "uptake": Value(0.5),
        },
        "haemangioma": {
            "pd": borrowed,
            "t1": Value(grown("malignant_T1").value),
            "t2": own_t2,
            "fat": Value(0.6),
            **fatty,
            "uptake": Value(1),
        },
        "oedema": {
            "pd": borrowed,
            "t1": grown("osteoporotic_fracture_T1"),
            "t2": own_t2,
            "fat": Value(0.15),
            **fatty,
            "uptake": Value(0.6),
        },
        "bone": {"pd": Value(0), "t1": Value(1000), "t2": Value(1)},
    }
    plain = {"fat": Value(0), "fat_t1": Value(1), "fat_t2": Value(1), "uptake": Value(0)}
    return {tissue: {**plain, **values} for tissue, values in found.items()}


def presets(source: Source, made: list[Json]) -> list[Json]:
    """Return the settings with a name; those of T1, T2 and STIR are the ones of sim-spine-set-check."""
    source.entry("sim-spine-set-check")
    fat = next(tissue for tissue in made if tissue["id"] == "fat")["values"]

    def scan(tr: float, te: Mapping[str, float] | float, **more: Any) -> Json:
        plain = {"ti": None, "shift": 0, "fat_suppressed": False, "gadolinium": 0}
        return {
            field: {
                **plain,
                "tr": tr,
                "te": te if isinstance(te, int | float) else te[field],
                **{key: value[field] if isinstance(value, dict) else value for key, value in more.items()},
            }
            for field in fat
        }

    def shifted(key: str) -> dict[str, float]:
        return {field: source.number("mri-op-te", f"{key}_{_suffix(field)}") for field in fat}

    nulls = {field: round(null_time(values["t1"])) for field, values in fat.items()}
    return [
        _preset("t1", "T1", "Short TR, short TE: what recovers fast is bright.", scan(500, 15)),
        _preset("t2", "T2", "Long TR, long TE: what fades slowly is bright.", scan(4000, 100)),
        _preset("stir", "STIR", "Photographed when this model’s fat crosses zero.", scan(4000, 60, ti=nulls)),
        _preset("contrast", "T1 after contrast", "Gadolinium shortens T1 where it arrives.", scan(500, 15, gadolinium=_DOSE)),
        _preset(
            "contrast-fs",
            "T1 after contrast, fat off",
            "The same, with fat’s frequency silenced.",
            scan(500, 15, gadolinium=_DOSE, fat_suppressed=True),
        ),
        _preset("in-phase", "In phase", "A gradient echo when fat and water add up.", scan(150, shifted("ip_te"), shift=shifted("shift_hz"))),
        _preset("opposed", "Opposed phase", "A little earlier: fat and water cancel.", scan(150, shifted("op_te"), shift=shifted("shift_hz"))),
    ]


def _suffix(field: str) -> str:
    return f"{field.replace('.', '')}T"


def _preset(name: str, label: str, says: str, scan: Json) -> Json:
    return {"id": name, "label": label, "says": says, "scan": scan}


def origins_table(made: list[Json]) -> str:
    """Return the table of all values, each with its source or marked as our own."""
    rows = []
    for tissue in made:
        first = next(iter(tissue["values"].values()))
        if first["pd"] == 0:
            rows.append([escape(tissue["label"]), "no signal", "no signal", "0, own", "0"])
            continue
        rows.append(
            [
                escape(tissue["label"]),
                *(_cell(tissue, key) for key in ("t1", "t2", "pd")),
                _cell(tissue, "fat") if first["fat"] else "0",
            ]
        )
    return table(
        "Times in ms, amount of hydrogen (PD) and share of fat; “own”: this model’s choice, see below",
        ["Tissue", "T1", "T2", "PD", "Fat"],
        rows,
    )


def _cell(tissue: Json, key: str) -> str:
    """Return a value at each field strength: once, where both are the same."""
    shown = [
        (field, f"{values[key]:.0%}" if key == "fat" else f"{values[key]:,.0f}", tissue["origins"][field][key])
        for field, values in tissue["values"].items()
    ]
    if len({each[1:] for each in shown}) == 1:
        return _sourced(*shown[0][1:])
    return "<br/>".join(f"{_sourced(number, entry)} at\u00a0{field}\u00a0T" for field, number, entry in shown)


def _sourced(number: str, entry: str | None) -> str:
    return f"{number}{cite(entry)}" if entry else f"{number}, own"
