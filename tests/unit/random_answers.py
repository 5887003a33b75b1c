"""Random items and responses, among them ones that no player can give."""

from __future__ import annotations

from string import ascii_lowercase
from typing import TYPE_CHECKING, Any

from redflags.marking import bow_tie

if TYPE_CHECKING:
    import random


def options(rng: random.Random, count: int, correct: int) -> list[dict[str, Any]]:
    right = set(rng.sample(range(count), correct))
    return [{"id": ascii_lowercase[n], "text": [["x"]], "why": [["x"]], "correct": n in right} for n in range(count)]


KINDS = [
    "single-best-answer",
    "select-all",
    "select-n",
    "matrix-multiple-choice",
    "matrix-multiple-response",
    "drop-down-cloze",
    "drop-down-table",
    "rationale",
    "grouping",
    "highlight-text",
    "highlight-table",
    "bow-tie",
    "drag-and-drop-cloze",
    "ordered-response",
    "extended-matching",
    "key-feature",
    "numeric",
    "image-hotspot",
    "script-concordance",
    "free-text",
]


def blanks(rng: random.Random, count: int) -> dict[str, Any]:
    return {f"b{n}": {"label": "x", "options": options(rng, rng.randint(3, 5), 1)} for n in range(count)}


def keys(rng: random.Random, count: int, groups: list[str]) -> list[list[str]]:
    """Choose the right groups of each thing; each group is right for one of them at least."""
    found = [[group for group in groups if rng.random() < 0.4] for _ in range(count)]
    for group in groups:
        if not any(group in key for key in found):
            rng.choice(found).append(group)
    return found


def random_item(rng: random.Random) -> dict[str, Any]:  # noqa: C901, PLR0912, PLR0915 (a branch for each type)
    kind = rng.choice(KINDS)
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
    elif kind == "matrix-multiple-response":
        item["columns"] = ["Cord", "Root", "Muscle", "Bone", "Disc"][: rng.randint(2, 5)]
        found = keys(rng, rng.randint(4, 8), item["columns"])
        item["rows"] = [{"id": f"r{n}", "key": key} for n, key in enumerate(found, 1)]
    elif kind == "grouping":
        item["groups"] = ["Now", "Today", "Soon", "Never"][: rng.randint(2, 4)]
        found = keys(rng, rng.randint(4, 10), item["groups"])
        item["options"] = [{"id": ascii_lowercase[n], "groups": key} for n, key in enumerate(found)]
    elif kind in {"drop-down-cloze", "drop-down-table"}:
        item["blanks"] = blanks(rng, rng.randint(1, 5))
    elif kind == "rationale":
        item["blanks"] = blanks(rng, rng.randint(2, 3))
        item["cause"] = rng.choice(list(item["blanks"]))
    elif kind in {"highlight-text", "highlight-table"}:
        count = rng.randint(4, 12)
        found = options(rng, count, rng.randint(1, count - 1))
        item["spans"] = {f"s{option['id']}": {**option, "id": f"s{option['id']}"} for option in found}
    elif kind == "bow-tie":
        item |= {"actions": options(rng, 5, 2), "conditions": options(rng, 4, 1), "parameters": options(rng, 5, 2)}
    elif kind == "drag-and-drop-cloze":
        item["targets"] = {f"t{n}": "x" for n in range(rng.randint(1, 5))}
        letters = list(ascii_lowercase[: rng.randint(len(item["targets"]) + 1, 10)])
        right = dict(zip(rng.sample(letters, len(item["targets"])), item["targets"], strict=True))
        item["tokens"] = [{"id": one} | ({"target": right[one]} if one in right else {}) for one in letters]
    elif kind == "ordered-response":
        letters = list(ascii_lowercase[: rng.randint(3, 8)])
        item["key"] = rng.sample(letters, len(letters))
        item["steps"] = [{"id": one} for one in item["key"]]
    elif kind == "extended-matching":
        item["options"] = options(rng, rng.randint(6, 20), 0)
        item["cases"] = [
            {"id": f"s{n}", "answer": rng.choice(item["options"])["id"]} for n in range(1, rng.randint(2, 6) + 1)
        ]
    elif kind == "key-feature":
        count = rng.randint(5, 20)
        item["max_responses"] = rng.randint(1, count - 1)
        found = options(rng, count, rng.randint(1, item["max_responses"]))
        item["options"] = [{**option, "killer": not option["correct"] and rng.random() < 0.2} for option in found]
    elif kind == "image-hotspot":
        item["regions"] = options(rng, rng.randint(3, 8), 1)
    elif kind == "script-concordance":
        item["direction"] = rng.choice(["less", "same", "more"])
        counts = [rng.randint(0, 9) for _ in range(4)]
        counts.insert(rng.randint(0, 4), rng.randint(1, 9))
        item |= {"panel": {"counts": counts}} if rng.random() < 0.7 else {}
    elif kind == "free-text":
        item["checklist"] = [{"id": ascii_lowercase[n]} for n in range(rng.randint(2, 8))]
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
    {"r1": ["Cord", "Cord"]},
    {"Now": "a"},
    {"Now": [1]},
    {"action-1": "a", "action-2": "a"},
    {"t0": "a", "t1": "a"},
    {"1": "a", "2": "a"},
    7,
    True,
    [None],
    "1e3",
    "1,5",
    "\N{MINUS SIGN}3",
    "٣",
    ["a", 1],
    "-3",
    {"text": "x"},
    {"text": None, "met": []},
    {"text": "x", "met": ["a", "a"]},
]


def some(rng: random.Random, things: list[str]) -> list[str]:
    return rng.sample(things, rng.randint(0, len(things)))


def placed(rng: random.Random, places: list[str], tokens: list[str]) -> dict[str, str]:
    """Fill places with a token each, and leave some empty."""
    return {
        place: token for place, token in zip(places, rng.sample(tokens, len(places)), strict=True) if rng.random() < 0.9
    }


def random_response(rng: random.Random, item: dict[str, Any]) -> Any:  # noqa: C901, PLR0911, PLR0912 (a case for each type)
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
        case "matrix-multiple-response":
            return {row["id"]: some(rng, item["columns"]) for row in item["rows"] if rng.random() < 0.9}
        case "grouping":
            return {group: some(rng, letters) for group in item["groups"] if rng.random() < 0.9}
        case "drop-down-cloze" | "drop-down-table" | "rationale":
            return {
                name: rng.choice(blank["options"])["id"] for name, blank in item["blanks"].items() if rng.random() < 0.9
            }
        case "highlight-text" | "highlight-table":
            return some(rng, list(item["spans"]))
        case "bow-tie":
            return {place: rng.choice(item[wing])["id"] for place, wing in bow_tie.PLACES.items() if rng.random() < 0.9}
        case "drag-and-drop-cloze":
            tokens = [token["id"] for token in item["tokens"]]
            return placed(rng, list(item["targets"]), tokens)
        case "ordered-response":
            if rng.random() < 0.2:
                return {str(place): step for place, step in enumerate(item["key"], 1)}
            return placed(rng, [str(place + 1) for place in range(len(item["key"]))], item["key"])
        case "extended-matching":
            return {case["id"]: rng.choice(letters) for case in item["cases"] if rng.random() < 0.9}
        case "image-hotspot":
            return rng.choice(item["regions"])["id"]
        case "script-concordance":
            return rng.choice(["-2", "-1", "0", "1", "2"])
        case "free-text":
            return {"text": rng.choice(["", "x", "lie flat"]), "met": some(rng, [p["id"] for p in item["checklist"]])}
        case "key-feature":
            return rng.sample(letters, rng.randint(0, min(len(letters), item["max_responses"] + 1)))
    number = rng.choice([item["low"], item["high"], rng.uniform(-60, 60)])
    return rng.choice(["{}", " {} ", "{}%", "{} %", "+{}", "{}."]).format(round(number, rng.randint(0, 4)))
