"""Promise: an answer earns what the published rule says, and the browser and Python never disagree about it."""

from __future__ import annotations

import json
import random
import subprocess
from pathlib import Path
from string import ascii_lowercase
from typing import Any

import pytest

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
    assert len(vectors()) >= 80


# --- random items and responses, among them ones that no player can give ---


def options(rng: random.Random, count: int, correct: int) -> list[dict[str, Any]]:
    right = set(rng.sample(range(count), correct))
    return [{"id": ascii_lowercase[n], "text": [["x"]], "why": [["x"]], "correct": n in right} for n in range(count)]


def random_item(rng: random.Random) -> dict[str, Any]:
    kind = rng.choice(
        ["single-best-answer", "select-all", "select-n", "matrix-multiple-choice", "drop-down-cloze", "numeric"]
    )
    item: dict[str, Any] = {"id": "random", "type": kind}
    if kind == "single-best-answer":
        item["options"] = options(rng, rng.randint(3, 5), 1)
    elif kind in {"select-all", "select-n"}:
        count = rng.randint(5, 10)
        item["n"] = rng.randint(1 if kind == "select-all" else 2, count - 1)
        item["options"] = options(rng, count, item["n"])
    elif kind == "matrix-multiple-choice":
        item["columns"] = ["Yes", "No", "Unclear"][: rng.randint(2, 3)]
        item["rows"] = [{"id": f"r{n}", "key": rng.choice(item["columns"])} for n in range(1, rng.randint(4, 10) + 1)]
    elif kind == "drop-down-cloze":
        item["blanks"] = {
            f"b{n}": {"label": "x", "options": options(rng, rng.randint(3, 5), 1)} for n in range(rng.randint(1, 5))
        }
        item["segments"] = [{"blank": name} for name in item["blanks"]]
    else:
        low, high = sorted((round(rng.uniform(-50, 50), rng.randint(0, 3)), round(rng.uniform(-50, 50), 2)))
        item |= {"low": low, "high": high, "value": low, "unit": "%"}
    return item


NONSENSE = [
    None,
    "",
    [],
    {},
    "z",
    ["a", "a"],
    ["z"],
    {"z": "a"},
    {"r1": 3},
    7,
    True,
    [None],
    "1e3",
    "1,5",
    "\N{MINUS SIGN}3",
    "٣",
    ["a", 1],
]


def random_response(rng: random.Random, item: dict[str, Any]) -> Any:
    if rng.random() < 0.15:
        return rng.choice(NONSENSE)
    letters = [option["id"] for option in item.get("options", [])]
    match item["type"]:
        case "single-best-answer":
            return rng.choice(letters)
        case "select-all" | "select-n":
            return rng.sample(letters, rng.randint(0, len(letters)))
        case "matrix-multiple-choice":
            return {row["id"]: rng.choice(item["columns"]) for row in item["rows"] if rng.random() < 0.9}
        case "drop-down-cloze":
            return {
                name: rng.choice(blank["options"])["id"] for name, blank in item["blanks"].items() if rng.random() < 0.9
            }
    number = rng.choice([item["low"], item["high"], rng.uniform(-60, 60)])
    return rng.choice(["{}", " {} ", "{}%", "{} %", "+{}", "{}."]).format(round(number, rng.randint(0, 4)))


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
    accepted = 0
    for (item, response), theirs in zip(pairs, answers, strict=True):
        ours = python_answer(item, response)
        if "error" in theirs:
            assert ours == {"error": True}, (item, response, theirs)
            continue
        accepted += 1
        assert ours == {**theirs, "chance": round(theirs["chance"], 12)}, (item, response)
    assert accepted > PAIRS / 2, "most random answers must be ones that a player can give"
