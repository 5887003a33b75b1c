"""Promise: an answer earns what the published rule says, and the browser and Python never disagree about it."""

from __future__ import annotations

import json
import random
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from random_answers import KINDS, random_item, random_response

from redflags.marking import ResponseError, certainty_mark, mark

ROOT = Path(__file__).parents[2]
VECTORS = ROOT / "tests" / "vectors"
PAIRS = 10_000


def vectors() -> list[tuple[str, dict[str, Any], dict[str, Any]]]:
    found = []
    for path in sorted(VECTORS.glob("*.json")):
        file = json.loads(path.read_text(encoding="utf-8"))
        found += [
            (f"{path.stem}: {vector['name']}", vector.get("item", file.get("item")), vector)
            for vector in file["vectors"]
        ]
    return found


@pytest.mark.parametrize(
    ("name", "item", "vector"), vectors(), ids=lambda value: value if isinstance(value, str) else ""
)
def test_python_marks_each_vector_as_its_rule_says(name: str, item: dict[str, Any], vector: dict[str, Any]):
    del name
    if "certainty" in vector:
        assert certainty_mark(vector["fraction"], vector["certainty"]) == pytest.approx(vector["mark"])
    elif vector.get("error"):
        with pytest.raises(ResponseError):
            mark(item, vector["response"])
    else:
        marked = mark(item, vector["response"])
        assert (marked.earned, marked.max) == (vector["earned"], vector["max"])
        if "chance" in vector:
            assert marked.chance == pytest.approx(vector["chance"])


def test_the_vectors_are_enough_to_be_a_referee():
    assert len(vectors()) >= 200


def python_answer(item: dict[str, Any], response: Any) -> dict[str, Any]:
    try:
        marked = mark(item, response)
    except ResponseError:
        return {"error": True}
    parts = [
        {"id": part.id, "earned": part.earned, "right": part.right, "chosen": part.chosen} for part in marked.parts
    ]
    return {"earned": marked.earned, "max": marked.max, "parts": parts, "chance": round(marked.chance, 12)}


def test_both_engines_mark_ten_thousand_random_answers_equally():
    rng = random.Random(20261121)
    pairs = [(item := random_item(rng), random_response(rng, item)) for _ in range(PAIRS)]
    lines = "\n".join(json.dumps({"item": item, "response": response}) for item, response in pairs)
    cli = ROOT / "_build" / "mark-cli.mjs"
    done = subprocess.run(["node", str(cli)], input=lines, capture_output=True, text=True, check=True)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(answers) == PAIRS
    accepted: Counter[str] = Counter()
    for (item, response), theirs in zip(pairs, answers, strict=True):
        ours = python_answer(item, response)
        if "error" in theirs:
            assert ours == {"error": True}, (item, response, theirs)
            continue
        accepted[item["type"]] += 1
        assert ours == {**theirs, "chance": round(theirs["chance"], 12)}, (item, response)
    assert accepted.total() > PAIRS / 2, "most random answers must be ones that a player can give"
    assert min(accepted[kind] for kind in KINDS) > PAIRS / 50, f"each type must be among them often: {accepted}"
