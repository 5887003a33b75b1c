"""Promise: the explorers' mathematics is right by hand and by closed form, and the browser's is the same."""

from __future__ import annotations

import importlib
import json
import math
from dataclasses import asdict, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redflags.clinical import mri, phantom
from redflags.clinical.combining import Ratio, combine
from redflags.clinical.frequencies import people
from redflags.clinical.odds import after

FOLDER = Path(__file__).parents[1] / "vectors" / "clinical"
ADAPT = {
    ("combining", "combine"): lambda prior, ratios, *rest: combine(prior, [Ratio(**ratio) for ratio in ratios], *rest),
    ("mri", "parts"): lambda tissue, scan: mri.parts(mri.Tissue(**tissue), mri.Scan(**scan)),
    ("mri", "signal"): lambda tissue, scan: mri.signal(mri.Tissue(**tissue), mri.Scan(**scan)),
    ("mri", "contrast"): lambda one, other, scan: mri.contrast(
        mri.Tissue(**one), mri.Tissue(**other), mri.Scan(**scan)
    ),
    ("phantom", "tissue_at"): lambda x, y, z, scene: phantom.tissue_at(x, y, z, spine(scene)),
}
"""Calls whose arguments are more than JSON; the TypeScript twins take JSON as it is."""


def spine(scene: dict[str, Any]) -> phantom.Scene:
    return phantom.Scene(**{**scene, "lesions": [phantom.Lesion(**lesion) for lesion in scene["lesions"]]})


def vectors() -> list[Any]:
    return [
        pytest.param(path.stem, vector, id=f"{path.stem}: {vector['name']}")
        for path in sorted(FOLDER.glob("*.json"))
        for vector in json.loads(path.read_text(encoding="utf-8"))["vectors"]
    ]


def plain(value: Any) -> Any:
    """Return a result as the vectors write it."""
    if is_dataclass(value):
        computed = [name for name, member in vars(type(value)).items() if isinstance(member, property)]
        return {**asdict(value), **{name: plain(getattr(value, name)) for name in computed}}
    return list(value) if isinstance(value, tuple) else value


def near(found: Any, wanted: Any, within: float) -> bool:
    if isinstance(wanted, dict):
        return all(near(found[key], wanted[key], within) for key in wanted)
    if isinstance(wanted, list):
        return len(found) == len(wanted) and all(
            near(one, other, within) for one, other in zip(found, wanted, strict=True)
        )
    if isinstance(wanted, float | int) and not isinstance(wanted, bool):
        return math.isclose(found, wanted, abs_tol=within)
    return bool(found == wanted)


@pytest.mark.parametrize(("module", "vector"), vectors())
def test_python_gives_what_each_vector_says(module: str, vector: dict[str, Any]):
    function = ADAPT.get((module, vector["call"])) or getattr(
        importlib.import_module(f"redflags.clinical.{module.replace('-', '_')}"), vector["call"]
    )
    if vector.get("error"):
        with pytest.raises(ValueError, match=r"\w"):
            function(*vector["with"])
        return
    found = plain(function(*vector["with"]))
    assert near(found, vector["gives"], vector.get("within", 1e-9)), found


@pytest.mark.parametrize("prior", [0.0066, 0.07, 0.36])
@pytest.mark.parametrize(
    "ratios",
    [
        [Ratio(15.27, 6.38, 36.55)],
        [Ratio(15.27, 6.38, 36.55), Ratio(2.65, 1.95, 3.6)],
        [Ratio(2.65, 1.95, 3.6), Ratio(0.9, 0.71, 1.14), Ratio(0.32, 0.12, 0.88)],
    ],
)
def test_drawn_intervals_are_those_of_the_closed_form(prior: float, ratios: list[Ratio]):
    # The logarithm of a product of independent log-normal ratios is normal: its interval is known without a draw.
    variance = sum((math.log(one.high / one.low) / (2 * 1.959964)) ** 2 for one in ratios if one.low and one.high)
    middle = sum(math.log(one.value) for one in ratios)
    found = combine(prior, ratios).independent
    for drawn, side in ((found.low, -1), (found.high, 1)):
        exact = after(prior, math.exp(middle + side * 1.959964 * math.sqrt(variance)))
        # 2,000 draws: an end lies within a quarter of a standard error.
        near_by = [
            after(prior, math.exp(middle + side * (1.959964 + slack) * math.sqrt(variance))) for slack in (-0.25, 0.25)
        ]
        assert min(near_by) <= drawn <= max(near_by), (drawn, exact)


@given(
    st.integers(1, 10_000),
    st.floats(0, 1),
    st.floats(0, 1),
    st.floats(0, 1),
)
def test_whole_people_add_up_and_are_each_within_one_of_their_share(
    total: int, prior: float, sensitivity: float, specificity: float
):
    found = people(total, prior, sensitivity, specificity)
    assert sum(vars(found).values()) == total
    assert abs(found.sick_yes - total * prior * sensitivity) < 1 + 1e-6
    assert abs(found.well_no - total * (1 - prior) * specificity) < 1 + 1e-6
