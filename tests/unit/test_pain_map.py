"""Promise: the pain map answers from places and from sources alike, and never out of nothing."""

from __future__ import annotations

from typing import Any

import pytest
import traitlets

from redflags.widgets import PainMap


def test_places_and_sources_answer_each_other():
    pains = PainMap()
    data = pains.content["data"]
    assert [one["label"] for one in pains.result()["sources"]] == ["T12 and L1"]
    for source in data["sources"]:
        pains = PainMap(begin="source", source=source["id"])
        assert source["evidence"]
        for place in pains.result()["places"]:
            felt = PainMap(place=place).result()["sources"]
            assert source["label"] in [one["label"] for one in felt]


def test_every_place_has_a_source_and_every_change_its_evidence():
    data = PainMap().content["data"]
    places = {place["id"] for place in data["places"]}
    assert {place for source in data["sources"] for place in source["places"]} == places
    kinds = {kind["id"] for kind in data["kinds"]}
    for change in data["changes"]:
        assert change["evidence"]
        assert set(change["kinds"]) <= kinds
        assert bool(change["clock"]) == bool(change["clock_evidence"])


def test_changes_speak_for_kinds_and_lying_flat_for_none():
    assert PainMap(changes=["night", "line"]).result()["kinds"] == ["biological", "radicular"]
    assert PainMap(changes=["flat"]).result()["kinds"] == []


@pytest.mark.parametrize(
    ("name", "value"),
    [("place", "elbow"), ("source", "c9"), ("changes", ["weather"]), ("guess", "hip"), ("begin", "doctor")],
)
def test_what_the_map_does_not_know_is_refused_with_what_it_knows(name: str, value: Any):
    pains = PainMap()
    with pytest.raises(traitlets.TraitError):
        setattr(pains, name, value)
    assert pains.state == {}
