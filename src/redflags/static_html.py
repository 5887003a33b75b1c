"""A quiz as plain HTML that reads as a textbook: for no script, for print, for search, and for notebooks on the web.

Pure Python over compiled JSON; every piece of text is escaped here and nowhere else.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from redflags.static_answers import BODIES, rich
from redflags.static_record import is_trend, record_html

TYPE_NAMES = {
    "single-best-answer": "Single best answer",
    "select-all": "Select all that apply",
    "select-n": "Select {n}",
    "matrix-multiple-choice": "One answer in each row",
    "matrix-multiple-response": "Any number in each row",
    "drop-down-cloze": "Complete the sentences",
    "drop-down-table": "Complete the table",
    "rationale": "Complete the reasoning",
    "grouping": "Sort into groups",
    "highlight-text": "Highlight in the text",
    "highlight-table": "Highlight in the table",
    "bow-tie": "Bow-tie",
    "drag-and-drop-cloze": "Complete the sentences",
    "ordered-response": "Put in order",
    "extended-matching": "Match each case",
    "key-feature": "Choose up to {max_responses}",
    "numeric": "Work out a number",
    "image-hotspot": "Find the place",
    "script-concordance": "What does it change?",
    "free-text": "In your own words",
}


def script_json(data: Any) -> str:
    """Return JSON that is safe inside a `<script>` element, whatever the text holds."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def data_attributes(data: Mapping[str, object]) -> str:
    """Return an element's `data-*` attributes; an empty text is none."""
    return "".join(f' data-{name}="{escape(str(value))}"' for name, value in data.items() if value != "")


@dataclass(frozen=True)
class Sitting:
    """How a quiz is sat in one place of the book."""

    mode: str = "practice"
    minutes: int | None = None
    part: str = ""
    """Ids of the items of an exam over a part of the quiz, so that its answers are kept apart from other exams'."""


MODES = ("practice", "exam", "review")


def quiz_html(quiz: dict[str, Any], heading: int = 3, register: str = "", sitting: Sitting | None = None) -> str:
    """Return a compiled quiz as the element that the page's script mounts a player on.

    Parameters
    ----------
    quiz
        A quiz as `redflags.compile.compile_quiz` makes it.
    heading
        Level of each question's heading.
    register
        Address of the evidence register's page, where there is one.
    sitting
        How it is sat; practice if None, and an exam where it is marked.
    """
    sat = sitting or Sitting()
    data = {
        "quiz": quiz["name"],
        "heading-level": heading,
        "register": register,
        "mode": "" if sat.mode == "practice" else sat.mode,
        "minutes": sat.minutes or "",
        "part": sat.part,
    }
    questions = questions_html(quiz, heading)
    if sat.mode == "review":
        questions = "<p>What you answered wrongly in this chapter comes back here, where scripts can run.</p>"
    elif quiz["marked"]:
        questions = f"<p>{MARKED}</p>{questions}"
    return (
        f'<div class="rf-quiz"{data_attributes(data)}>'
        f'<script type="application/json">{script_json(quiz)}</script>'
        f'<div class="rf-static">{questions}</div></div>'
    )


MARKED = "These questions are marked by an instructor. To answer them, open this page where scripts can run."


def type_name(item: dict[str, Any]) -> str:
    """Name an item's type as the player's heading does."""
    name = TYPE_NAMES[item["type"]].format_map(item)
    return f"Trend · {name}" if is_trend(item.get("record", [])) else name


Tell = Callable[[dict[str, Any], str, int], str]
"""Item, its answer as HTML and its number -> what stands under the question."""


def folded(item: dict[str, Any], answer: str, _number: int) -> str:
    """Fold the answer under its question."""
    return f"<details><summary>Answer</summary>{told(item, answer)}</details>"


def told(item: dict[str, Any], answer: str) -> str:
    """Return an answer with what to take home and what it rests on."""
    return (
        f"{answer}<p><strong>Take home:</strong> {rich(item['take_home'])}</p>"
        f"<p>Evidence: {escape(', '.join(item['evidence']))}</p>"
    )


def questions_html(quiz: dict[str, Any], heading: int, tell: Tell = folded, first: int = 1) -> str:
    """Return every question in the order of reading; a case has its record before its first.

    Parameters
    ----------
    quiz
        A compiled quiz.
    heading
        Level of each question's heading.
    tell
        What to do with an answer.
    first
        Number of the first question.
    """
    steps = {
        step["item"]: (case, place, step) for case in quiz["case_studies"] for place, step in enumerate(case["steps"])
    }
    parts = []
    for number, item in enumerate(quiz["items"], start=first):
        if item["id"] not in steps:
            parts.append(_question(item, number, heading, tell))
            continue
        case, place, step = steps[item["id"]]
        if place == 0:
            parts.append(_case(case, heading))
        if step["adds"]:
            parts.append(f"<p><strong>New in the record:</strong></p>{record_html(step['adds'], heading + 1)}")
        where = f" · {place + 1} of 6, {step['step'].replace('-', ' ')}"
        parts.append(_question(item, number, heading + 1, tell, where))
    return "".join(parts)


def _case(case: dict[str, Any], heading: int) -> str:
    who = ", ".join(escape(case["header"][key]) for key in ("age", "sex", "setting"))
    return f"<h{heading}>{escape(case['title'])}</h{heading}><p>{who}</p>{record_html(case['record'], heading + 1)}"


def _question(item: dict[str, Any], number: int, heading: int, tell: Tell, place: str = "") -> str:
    body, answer = BODIES[item["type"]](item)
    # An item of a marked quiz has neither key nor reasons.
    under = tell(item, answer(), number) if "take_home" in item else ""
    title = f"<h{heading}>Question {number}{place} · {type_name(item)}</h{heading}>"
    return (
        f'<section class="rf-q" id="q-{escape(item["id"])}">{title}'
        f"<p>{rich(item['stem'])}</p>{record_html(item.get('record', []), heading + 1)}"
        f"<p><strong>{rich(item['lead_in'])}</strong></p>{body}{under}</section>"
    )
