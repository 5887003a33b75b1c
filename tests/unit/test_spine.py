"""Promise: the spine lights up what the register says of a level and a room, and nothing where it is silent."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import traitlets

from redflags.labs import LabError
from redflags.labs._key_points import points
from redflags.static_files import STATIC
from redflags.widgets import Spine3D

ROOT = Path(__file__).parents[2]
PLOTLY = "plotly-gl3d.min.js"


@pytest.mark.parametrize(
    ("level", "segments", "first", "last_muscle"),
    [
        ("C5", ["C6"], "C6 thumb", "S1 ankle plantar flexors"),
        ("T8", ["T10"], "T10 navel", "S1 ankle plantar flexors"),
        # Its own segment, T9, has no key point in the register: the next one down is lit.
        ("T7", ["T9"], "T10 navel", "S1 ankle plantar flexors"),
        ("T12", ["L1", "L2", "L3", "L4", "L5"], "L2 middle of the front of the thigh", "S1 ankle plantar flexors"),
        ("L1", ["S1", "S2", "S3", "S4", "S5"], "S1 outer heel", "S1 ankle plantar flexors"),
    ],
)
def test_a_pressed_level_lights_up_from_its_segment_down(level: str, segments: list[str], first: str, last_muscle: str):
    found = Spine3D(level=level, growth=100).result()
    assert (found["segments"], found["points"][0], found["muscles"][-1]) == (segments, first, last_muscle)
    assert found["points"][-1] == "S4-5 around the anus"


def test_where_the_register_has_no_segment_none_is_shown_and_it_is_said():
    neck, low = Spine3D(level="C7", growth=100), Spine3D(level="L4", growth=100)
    assert (neck.result()["segments"], neck.result()["points"][0]) == ([], "T4 nipple line")
    assert low.result()["points"] == ["S3 sitting bone", "S4-5 around the anus"]
    assert low.result()["muscles"] == []
    says = {level["id"]: level["says"] for level in neck.content["data"]["levels"]}
    assert "no measured segment" in says["C7"]
    assert "the register doesn't say, so none is lit" in says["L4"]


def test_a_small_tumour_lights_nothing_and_the_deficits_follow_the_room_and_the_level():
    spine = Spine3D(growth=20)
    assert (spine.result()["points"], spine.result()["escc"]) == ([], "0")
    assert [one["evidence"][0] for one in spine.result()["findings"]] == ["RF-MSC-10"]
    spine.growth = 70
    assert spine.result()["escc"] == "1c"

    def said(**state: Any) -> str:
        return " ".join(one["says"] for one in Spine3D(growth=100, **state).result()["findings"])

    assert "temperature may go first" in said(compartment="intramedullary")
    assert "begin in the feet" in said(compartment="intradural")
    assert "brisk reflexes" in said(level="T8")
    assert "weak or absent reflexes" in said(level="L3")
    assert "autonomic dysreflexia" in said(level="T4")
    assert "autonomic dysreflexia" not in said(level="T5")
    assert Spine3D(level="L3", compartment="intramedullary", growth=100).result()["findings"] == []


@pytest.mark.parametrize(
    ("name", "value"), [("level", "C1"), ("compartment", "epidural"), ("growth", 120), ("view", "film")]
)
def test_what_the_spine_cannot_show_is_refused(name: str, value: Any):
    spine = Spine3D()
    with pytest.raises(traitlets.TraitError):
        setattr(spine, name, value)


def test_a_key_point_of_the_register_without_a_place_in_the_drawing_is_an_authors_error():
    source: Any = SimpleNamespace(
        entry=lambda _name: SimpleNamespace(claim="Key sensory points: T2 inner arm, T4 nipple")
    )
    with pytest.raises(LabError, match=r"T2: give it a place in labs/_key_points.py"):
        points(source)


def test_plotly_comes_from_the_kernel_when_asked_and_its_size_is_said(monkeypatch: pytest.MonkeyPatch):
    sent: list[tuple[object, list[bytes]]] = []
    spine = Spine3D()
    monkeypatch.setattr(spine, "send", lambda content, buffers: sent.append((content, buffers)))
    spine._handle_custom_msg("something else", [])
    assert sent == []
    spine._handle_custom_msg(PLOTLY, [])
    ((content, (whole,)),) = sent
    assert (content, whole) == (PLOTLY, (STATIC / PLOTLY).read_bytes())
    (told,) = re.findall(
        r"KILOBYTES = (\d+)", (ROOT / "frontend/src/labs/spine/plotly-3d.ts").read_text(encoding="utf-8")
    )
    assert abs(len(gzip.compress(whole, 9)) / 1000 - int(told)) < 10
