"""Ten items of ours as jupyterquiz questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from redflags.compile import compile_quiz

if TYPE_CHECKING:
    from redflags.reading import Content

COUNT = 10
CHOICES = {
    "single-best-answer": "multiple_choice",
    "select-all": "many_choice",
    "select-n": "many_choice",
}
"""Our types with options -> jupyterquiz's. It has nothing for our matrices and clozes."""


def ten_questions(content: Content, quiz: str) -> list[dict[str, Any]]:
    """Return the quiz's first ten items of the types that jupyterquiz knows, in order.

    Raises
    ------
    ValueError
        There are fewer than ten.
    """
    known = questions(content, quiz)
    if len(known) < COUNT:
        raise ValueError(f"{quiz} has only {len(known)} items that jupyterquiz can show; {COUNT} are needed")
    return known[:COUNT]


def questions(content: Content, quiz: str) -> list[dict[str, Any]]:
    """Return the quiz's items of the types that jupyterquiz knows, in order."""
    items = compile_quiz(content, quiz)["items"]
    return [_question(item) for item in items if item["type"] in {*CHOICES, "numeric"}]


def _question(item: dict[str, Any]) -> dict[str, Any]:
    question = f"{_words(item['stem'])} {_words(item['lead_in'])}"
    if item["type"] == "numeric":
        question = f"{question} ({item['label']}, {item['unit']})"
        return {"question": question, "type": "numeric", "answers": _ranges(item)}
    answers = [
        {"answer": _words(option["text"]), "correct": option["correct"], "feedback": _words(option["why"])}
        for option in item["options"]
    ]
    return {"question": question, "type": CHOICES[item["type"]], "answers": answers}


def _ranges(item: dict[str, Any]) -> list[dict[str, Any]]:
    answers = [_range(item, correct=True), *(_range(wrong, correct=False) for wrong in item["wrong"])]
    return [*answers, {"type": "default", "feedback": _words(item["otherwise"])}]


def _range(bounds: dict[str, Any], *, correct: bool) -> dict[str, Any]:
    answer = {"correct": correct, "feedback": _words(bounds["why"])}
    # jupyterquiz's ranges end before their upper bound, so a range of one number would be empty.
    if bounds["low"] == bounds["high"]:
        return {"type": "value", "value": bounds["low"], **answer}
    return {"type": "range", "range": [bounds["low"], bounds["high"]], **answer}


def _words(rich: list[list[Any]]) -> str:
    """Return the plain words of a compiled rich text."""
    return " ".join("".join(map(_inline, paragraph)) for paragraph in rich)


def _inline(node: Any) -> str:
    if isinstance(node, str):
        return node
    if "ev" in node:
        return str(node["text"])
    return str(node["code"]) if "code" in node else "".join(map(_inline, node.get("em") or node["strong"]))
