"""The ten questions as ipywidgets, as an author would write them; copied beside the peer's notebook."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import ipywidgets as widgets

WIDE = widgets.Layout(width="100%")


def show(path: str) -> widgets.VBox:
    """Return all questions of a jupyterquiz file, each with its input, a button and room for feedback."""
    questions = json.loads(Path(path).read_text(encoding="utf-8"))
    return widgets.VBox([_question(question) for question in questions])


def _question(question: dict[str, Any]) -> widgets.VBox:
    kind = {"multiple_choice": _one, "many_choice": _many, "numeric": _number}[question["type"]]
    inputs, chosen = kind(question["answers"])
    button = widgets.Button(description="Check")
    feedback = widgets.HTML()

    def check(_: widgets.Button) -> None:
        feedback.value = " ".join(answer["feedback"] for answer in chosen())

    button.on_click(check)
    return widgets.VBox([widgets.HTML(question["question"]), *inputs, button, feedback])


def _one(answers: list[dict[str, Any]]) -> tuple[list[widgets.Widget], Any]:
    radio = widgets.RadioButtons(options=[answer["answer"] for answer in answers], value=None, layout=WIDE)
    return [radio], lambda: [answer for answer in answers if answer["answer"] == radio.value]


def _many(answers: list[dict[str, Any]]) -> tuple[list[widgets.Widget], Any]:
    boxes = [widgets.Checkbox(description=answer["answer"], indent=False, layout=WIDE) for answer in answers]
    return boxes, lambda: [answer for answer, box in zip(answers, boxes, strict=True) if box.value]


def _number(answers: list[dict[str, Any]]) -> tuple[list[widgets.Widget], Any]:
    number = widgets.FloatText()

    def chosen() -> list[dict[str, Any]]:
        fitting = [answer for answer in answers if _fits(answer, number.value)]
        return fitting[:1] or answers[-1:]

    return [number], chosen


def _fits(answer: dict[str, Any], value: float) -> bool:
    if "range" in answer:
        return bool(answer["range"][0] <= value < answer["range"][1])
    return bool(answer.get("value") == value)
