"""Promise: the MRI model computes what physics and the register say, and each value is sourced or called our own."""

from __future__ import annotations

import math
import re
from functools import cache
from typing import Any

import pytest
import traitlets
from hypothesis import given
from hypothesis import strategies as st

from redflags import widgets
from redflags.clinical import mri
from redflags.clinical.phantom import LEVELS, TISSUES, along, middle_of, tissue_at
from redflags.labs._scene import LAB, VIEWER
from redflags.static_files import compiled

T1, T2 = mri.Scan(500, 15), mri.Scan(4000, 100)
PARTS = ("csf", "cord", "disc", "desiccated_disc", "vertebra")


@cache
def values(entry: str) -> dict[str, Any]:
    return {key: value["value"] for key, value in compiled("register.json")[entry]["values"].items()}


def test_the_registers_own_set_gives_the_registers_own_signals():
    measured, computed = values("t12-spine-synthetic"), values("sim-spine-set-check")
    names = {"disc": "disc_normal", "desiccated_disc": "disc_desiccated"}
    for part in PARTS:
        pd, t1, t2 = (measured[f"{names.get(part, part)}_{key}"] for key in ("PD", "T1", "T2"))
        stir = abs(mri.inversion_recovery(pd, t1, t2, 4000, 60, 200))
        for found, picture in (
            (mri.spin_echo(pd, t1, t2, 500, 15), "t1w"),
            (mri.spin_echo(pd, t1, t2, 4000, 100), "t2w"),
            (stir, "stir"),
        ):
            assert found == pytest.approx(computed[f"{picture}_{part}"], abs=0.05), (picture, part)


@pytest.mark.parametrize("field", mri.FIELDS)
def test_the_orders_that_the_register_asks_of_a_simulator(field: float):
    made = mri.tissues(field)
    t1, t2 = ({name: mri.signal(tissue, scan) for name, tissue in made.items()} for scan in (T1, T2))
    assert t1["marrow"] > t1["cord"] > t1["csf"]
    assert t1["marrow"] > t1["disc"] > t1["csf"]
    assert t1["cord"] == pytest.approx(t1["disc"], rel=0.15)
    assert max(t2, key=t2.__getitem__) == "csf"
    assert min(("marrow", "cord", "disc", "dry-disc", "csf"), key=t2.__getitem__) == "dry-disc"


@pytest.mark.parametrize("field", mri.FIELDS)
def test_stir_nulls_the_models_own_fat_and_lights_the_deposit(field: float):
    made = mri.tissues(field)
    exact = mri.Scan(4000, 60, ti=mri.null_time(made["fat"].t1, 4000))
    assert mri.null_time(made["fat"].t1) == pytest.approx(made["fat"].t1 * math.log(2))
    assert mri.signal(made["fat"], exact) == pytest.approx(0, abs=1e-9)
    preset = mri.presets(field)["stir"]
    stir = {name: mri.signal(tissue, preset) for name, tissue in made.items()}
    # The preset's time is in whole milliseconds, as a scanner's is.
    assert stir["fat"] < 0.2
    assert stir["metastasis"] > 2 * stir["marrow"]
    assert stir["sclerotic"] < stir["metastasis"] / 2


@pytest.mark.parametrize("field", mri.FIELDS)
def test_each_picture_shows_what_the_chapter_says_of_it(field: float):
    made, named = mri.tissues(field), mri.presets(field)

    def signal(tissue: str, preset: str) -> float:
        return mri.signal(made[tissue], named[preset])

    assert signal("metastasis", "t1") < 0.7 * signal("marrow", "t1")
    assert signal("haemangioma", "t1") > signal("marrow", "t1")
    assert signal("haemangioma", "t2") > signal("marrow", "t2")
    # After contrast the deposit nears bright marrow, and stands out once fat is silenced.
    assert signal("metastasis", "contrast") == pytest.approx(signal("marrow", "contrast"), rel=0.35)
    assert signal("metastasis", "contrast-fs") > 2 * signal("marrow", "contrast-fs")
    falls = {
        name: 1 - signal(name, "opposed") / signal(name, "in-phase") for name in ("marrow", "metastasis", "oedema")
    }
    assert falls["marrow"] > 0.5
    assert falls["oedema"] > 0.35 > falls["metastasis"]
    # Gadolinium may null a deposit on STIR (mri-stir-not-fat-specific).
    doses = [mri.Scan(4000, 60, named["stir"].ti, gadolinium=dose / 10) for dose in range(50)]
    assert min(mri.signal(made["metastasis"], dose) for dose in doses) < 2 < signal("metastasis", "stir")


@given(st.floats(50, 5000), st.floats(500, 20_000), st.floats(0, 300))
def test_a_tissue_gives_nothing_at_its_null_whatever_its_times(t1: float, tr: float, te: float):
    assert abs(mri.inversion_recovery(100, t1, 80, tr, te, mri.null_time(t1, tr))) < 1e-9
    assert mri.null_time(t1, tr) < mri.null_time(t1) * (1 + 1e-12)


@given(
    st.floats(0, 1),
    st.floats(100, 4000),
    st.floats(20, 2000),
    st.floats(50, 8000),
    st.floats(0, 200),
    st.floats(0, 447),
)
def test_a_picture_is_never_below_nothing_nor_above_its_parts(
    fat: float, t1: float, t2: float, tr: float, te: float, shift: float
):
    tissue = mri.Tissue("x", "x", 90, t1, t2, fat, 300, 100)
    scan = mri.Scan(tr, te, shift=shift)
    water, oil = mri.parts(tissue, scan)
    assert abs(water - oil) - 1e-6 <= mri.signal(tissue, scan) <= water + oil + 1e-6
    assert mri.contrast(tissue, tissue, scan) == 0


def test_a_field_without_values_is_refused():
    with pytest.raises(ValueError, match=r"no tissues at 7 T; there are 1.5 T and 3 T"):
        mri.tissues(7)


def test_every_value_is_the_registers_or_is_called_our_own():
    data = compiled("labs", "mri.json")["data"]
    own = " ".join(data["own"]).lower()
    words = {
        "metastasis": "deposit",
        "sclerotic": "sclerotic",
        "haemangioma": "haemangioma",
        "oedema": "oedema",
        "marrow": "marrow",
        "fat": "fat",
        "muscle": "muscle",
    }
    cited = 0
    for tissue in data["tissues"]:
        for field, origins in tissue["origins"].items():
            for key, entry in origins.items():
                value = tissue["values"][field][key]
                if entry is not None:
                    known = [one for one in values(entry).values() if not isinstance(one, list | str)]
                    assert any(value == pytest.approx(one) or value == pytest.approx(one / 100) for one in known)
                    cited += 1
                elif key in {"pd", "t1", "t2"} and tissue["id"] != "bone":
                    assert words[tissue["id"]] in own, (tissue["id"], key)
    assert cited >= 50


def test_what_stands_in_the_pages_says_that_it_is_simulated():
    for name in ("mri", "imaging-viewer"):
        html = compiled("labs", f"{name}.json")["html"]
        drawings = re.findall(r'<svg [^>]*aria-label="([^"]*)"', html)
        assert len(drawings) == 3
        assert all("simulated" in words for words in drawings)
        assert html.count("(simulation)") == 3


def test_the_spines_hold_what_their_descriptions_say():
    def at(scene: Any, x: float, back: float, z: float) -> str:
        return TISSUES[tissue_at(x, back + along(z), z, scene)]

    t10, t11, t12, l1, l2 = (middle_of(LEVELS.index(level)) for level in ("T10", "T11", "T12", "L1", "L2"))
    assert at(LAB, 4, 8, t12) == "metastasis"
    assert at(LAB, 1.5, -3, t10) == "haemangioma"
    assert {at(LAB, 0, -2, l2 + 9), at(LAB, 0, -2, l2 + 19)} == {"oedema"}
    assert at(LAB, 0, 0, l2 + 14) == "dry-disc"
    # The deposit takes the fluid in front of the cord, and the fluid behind it stays.
    assert at(VIEWER, 0, 18, t11) == "metastasis"
    assert (at(VIEWER, 0, 23, t11), at(VIEWER, 0, 30, t11)) == ("cord", "csf")
    assert at(VIEWER, 11, -3, l2) == "sclerotic"
    assert at(VIEWER, 0, -3, l2) == "marrow"
    assert at(VIEWER, 1.5, -4, l1) == "haemangioma"
    assert {at(VIEWER, 0, 23, t11), at(VIEWER, 0, 23, 190)} == {"cord", "csf"}


def test_the_lab_is_driven_and_read_from_python():
    lab = widgets.MriLab(tr=4000, te=100)
    signals = lab.signals()
    assert max(signals, key=signals.__getitem__) == "csf"
    lab.use("stir")
    assert (lab.ti, lab.state["ti"]) == (200, 200)
    assert lab.signals()["fat"] < 0.2
    lab.use("opposed")
    assert lab.gradient
    assert lab.scan() == mri.presets(1.5)["opposed"]
    with pytest.raises(ValueError, match=r"no settings 'flair'; there are t1, t2"):
        lab.use("flair")
    lab.reset()
    assert (lab.tr, lab.ti, lab.state) == (500, None, {})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("field", 7),
        ("te", 0),
        ("task", "win"),
        ("plane", "coronal"),
        ("noise", -1),
        ("scores", {"guess": {"asked": 1, "right": 2}}),
    ],
)
def test_what_the_lab_cannot_show_is_refused(name: str, value: Any):
    lab = widgets.MriLab()
    with pytest.raises(traitlets.TraitError):
        setattr(lab, name, value)
    assert lab.state == {}


def test_the_viewer_is_driven_and_measures_from_python():
    viewer = widgets.ImagingViewer(series="stir", sagittal=9, levels=["T11"])
    assert viewer.millimetres is None
    viewer.measure = {"plane": "sagittal", "slice": 9, "from": [0, 0], "to": [0, 128]}
    assert viewer.millimetres == pytest.approx(100)
    viewer.state = {**viewer.state, "canal": "side", "submitted": True}
    assert (viewer.canal, viewer.submitted, viewer.levels) == ("side", True, ["T11"])


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("sagittal", 15),
        ("levels", ["T8"]),
        ("canal", "open"),
        ("measure", {"plane": "axial", "slice": 1, "from": [0, 0], "to": [0, 300]}),
        ("measure", {"plane": "axial", "from": [0, 0], "to": [0, 3]}),
    ],
)
def test_what_the_viewer_cannot_show_is_refused(name: str, value: Any):
    viewer = widgets.ImagingViewer()
    with pytest.raises(traitlets.TraitError):
        setattr(viewer, name, value)
    assert viewer.state == {}
