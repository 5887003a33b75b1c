"""Answers to items without their key: what can be given, what is missing, and how to say it in words and in code.

The twin of `frontend/src/marking/read.ts` and `problem.ts`. A list of options, a mapping of places or a text is all
that the twenty types differ in here, so that one table says what each takes.
"""

from __future__ import annotations

from typing import Any

from redflags.marking import ResponseError
from redflags.marking.bow_tie import PLACES
from redflags.marking.numeric import parse
from redflags.marking.result import choices, picks, placed, several
from redflags.marking.script_concordance import ANSWERS

Item = dict[str, Any]
Question = dict[str, Any]
ONE, PICKS, EACH, LISTS, NUMBER, WORDS = "one", "picks", "each", "lists", "number", "words"
_SHAPES = {
    **dict.fromkeys(("single-best-answer", "image-hotspot", "script-concordance"), ONE),
    **dict.fromkeys(("select-all", "select-n", "key-feature", "highlight-text", "highlight-table"), PICKS),
    **dict.fromkeys(("matrix-multiple-response", "grouping"), LISTS),
    **dict.fromkeys(("matrix-multiple-choice", "extended-matching", "ordered-response", "bow-tie"), EACH),
    **dict.fromkeys(("drop-down-cloze", "drop-down-table", "rationale", "drag-and-drop-cloze"), EACH),
    "numeric": NUMBER,
}
"""By item type."""


def shape(question: Question) -> str:
    """Return the shape of a question's answers: one of `ONE`, `PICKS`, `EACH`, `LISTS`, `NUMBER`, `WORDS`."""
    return WORDS if question["kind"] == "text" else _SHAPES[question["item"]["type"]]


def _pool(item: Item) -> list[dict[str, Any]]:
    """Return what can be picked in a question of one choice or of several."""
    kind = item["type"]
    if kind == "script-concordance":
        return [{"id": answer} for answer in ANSWERS]
    if kind in {"highlight-text", "highlight-table"}:
        return list(item["spans"].values())
    return list(item["regions" if kind == "image-hotspot" else "options"])


def _places(item: Item) -> dict[str, list[str]]:
    """Return each place with what can be put there."""

    def ids(name: str) -> list[str]:
        return [one["id"] for one in item[name]]

    kind = item["type"]
    if kind == "bow-tie":
        return {place: ids(options) for place, options in PLACES.items()}
    if "blanks" in item:
        return {name: [option["id"] for option in blank["options"]] for name, blank in item["blanks"].items()}
    if kind == "ordered-response":
        return {str(place): ids("steps") for place in range(1, len(item["steps"]) + 1)}
    if kind == "drag-and-drop-cloze":
        return dict.fromkeys(item["targets"], ids("tokens"))
    if kind in {"grouping", "extended-matching"}:
        names: list[str] = item["groups"] if kind == "grouping" else ids("cases")
        return dict.fromkeys(names, ids("options"))
    columns: list[str] = item["columns"]
    return dict.fromkeys(ids("rows"), columns)


def _once(item: Item) -> list[list[str]]:
    """Return the sets of places that share their tokens."""
    if item["type"] == "bow-tie":
        return [["action-1", "action-2"], ["parameter-1", "parameter-2"]]
    return [list(_places(item))] if item["type"] in {"ordered-response", "drag-and-drop-cloze"} else []


def check_response(question: Question, response: Any) -> None:
    """Refuse an answer that the question's player can't give.

    Raises
    ------
    ResponseError
        The message says what was expected.
    """
    kind = shape(question)
    if response is None:
        return
    if kind in {WORDS, NUMBER}:
        if not isinstance(response, str):
            raise ResponseError("expected a text in quotes" if kind == WORDS else "expected a number")
        if kind == NUMBER and response.strip():
            parse(response)
        return
    item = question["item"]
    if kind == ONE:
        if not isinstance(response, str):
            raise ResponseError(f"expected one letter, got {response!r}")
        picks(_pool(item), [response])
    elif kind == PICKS:
        most = item.get("n") or item.get("max_responses")
        if len(picks(_pool(item), response)) > (most or len(response)):
            raise ResponseError(f"{len(response)} picked where at most {most} can be")
    elif kind == LISTS:
        several(response, {place: set(allowed) for place, allowed in _places(item).items()})
    else:
        places = {place: set(allowed) for place, allowed in _places(item).items()}
        placed(choices(response, places), places, _once(item))


def missing(question: Question, response: Any) -> str:
    """Say what an answer lacks; an empty text if nothing."""
    kind = shape(question)
    if response is None or not response or (isinstance(response, str) and not response.strip()):
        return "no answer yet"
    try:
        check_response(question, response)
    except ResponseError as error:
        return str(error)
    count = 0
    if kind == EACH:
        count = len(_places(question["item"])) - len(response)
    elif kind == LISTS:
        filled = {place for place, chosen in response.items() if chosen}
        # In a matrix a row may stay empty, but no column is there for nothing.
        matrix = question["item"]["type"] == "matrix-multiple-response"
        wanted = set(question["item"]["columns"]) if matrix else set(_places(question["item"]))
        count = len(wanted - ({one for chosen in response.values() for one in chosen} if matrix else filled))
    elif kind == PICKS and question["item"]["type"] == "select-n":
        count = question["item"]["n"] - len(response)
    return f"{count} more to answer" if count > 0 else ""


def literal_response(question: Question, value: Any) -> Any:
    """Return an answer written in code as a player gives it: tuples are lists, numbers of a numeric item are text.

    Raises
    ------
    ResponseError
        The question has no such answer; the message says the shape with an example.
    """
    kind = shape(question)
    response = _listed(value)
    if kind == NUMBER and isinstance(value, int | float) and not isinstance(value, bool):
        response = repr(value)
    if kind == PICKS and isinstance(response, str):
        response = [response]
    if kind == EACH and isinstance(response, list) and len(response) == len(_places(question["item"])):
        # A ranking is easiest written as a list.
        response = dict(zip(_places(question["item"]), response, strict=True))
    try:
        check_response(question, response)
    except (ResponseError, TypeError) as error:
        raise ResponseError(f"{question['id']}: {error}. {how(question)}") from error
    return response


def _listed(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_listed(one) for one in value]
    if isinstance(value, dict):
        return {str(key): _listed(one) for key, one in value.items()}
    return value


def how(question: Question) -> str:
    """Say how the question is answered in code, with an example that is no answer."""
    return f'Write exercise.answer("{question["id"]}", {example(question)}).'


def example(question: Question) -> str:
    """Return an answer's shape as code; its letters are the first there are, which says nothing of the key."""
    kind = shape(question)
    if kind == WORDS:
        return '"your text"'
    if kind == NUMBER:
        return "12.5"
    item = question["item"]
    if kind in {ONE, PICKS}:
        names = [f'"{one["id"]}"' for one in _pool(item)]
        listed = ", ".join(names[:2]) + (", …" if len(names) > len(names[:2]) else "")
        return names[0] if kind == ONE else f"[{listed}]"
    pairs = [
        f'"{place}": ' + (f'"{allowed[0]}"' if kind == EACH else f'["{allowed[0]}"]')
        for place, allowed in _places(item).items()
    ]
    return "{" + ", ".join(pairs[:2]) + (", …" if len(pairs) > len(pairs[:2]) else "") + "}"


def spoken(question: Question, response: Any) -> str:
    """Say an answer in words, for a notebook's plain output; an empty text if there is none."""
    if response in (None, "", [], {}):
        return ""
    kind = shape(question)
    if kind in {WORDS, NUMBER, ONE}:
        return str(response)
    if kind == PICKS:
        return ", ".join(response)
    return "; ".join(
        f"{place}: {', '.join(one) if isinstance(one, list) else one}" for place, one in sorted(response.items())
    )


def words_in(text: str) -> int:
    """Count words as a reader does: whatever stands between spaces."""
    return len(text.split())


def places_in_words(question: Question) -> str:
    """Say what can be put where, for whoever answers in code; options are lettered where they are listed."""
    if shape(question) not in {EACH, LISTS}:
        return ""
    places = _places(question["item"])
    ways = list(places.values())
    if all(way == ways[0] for way in ways):
        return f"Places: {', '.join(places)}. Each takes: {', '.join(ways[0])}."
    return " ".join(f"{place} takes: {', '.join(way)}." for place, way in places.items())
