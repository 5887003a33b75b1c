"""A quiz as plain HTML that reads as a textbook: for no script, for print, for search, and for notebooks on the web.

Pure Python over compiled JSON; every piece of text is escaped here and nowhere else.
"""

from __future__ import annotations

import json
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
    attributes = "".join(f' data-{name}="{escape(str(value))}"' for name, value in data.items() if value != "")
    questions = _questions(quiz, heading)
    if sat.mode == "review":
        questions = "<p>What you answered wrongly in this chapter comes back here, where scripts can run.</p>"
    elif quiz["marked"]:
        questions = f"<p>{MARKED}</p>{questions}"
    return (
        f'<div class="rf-quiz"{attributes}>'
        f'<script type="application/json">{script_json(quiz)}</script>'
        f'<div class="rf-static">{questions}</div></div>'
    )


MARKED = "These questions are marked by an instructor. To answer them, open this page where scripts can run."


def _type_name(item: dict[str, Any]) -> str:
    """Name an item's type as the player's heading does."""
    name = TYPE_NAMES[item["type"]].format_map(item)
    return f"Trend · {name}" if is_trend(item.get("record", [])) else name


def _questions(quiz: dict[str, Any], heading: int) -> str:
    """Return every question in the order of reading; a case has its record before its first."""
    steps = {
        step["item"]: (case, place, step) for case in quiz["case_studies"] for place, step in enumerate(case["steps"])
    }
    parts = []
    for number, item in enumerate(quiz["items"], start=1):
        if item["id"] not in steps:
            parts.append(_question(item, number, heading))
            continue
        case, place, step = steps[item["id"]]
        if place == 0:
            parts.append(_case(case, heading))
        if step["adds"]:
            parts.append(f"<p><strong>New in the record:</strong></p>{record_html(step['adds'], heading + 1)}")
        parts.append(_question(item, number, heading + 1, f" · {place + 1} of 6, {step['step'].replace('-', ' ')}"))
    return "".join(parts)


def _case(case: dict[str, Any], heading: int) -> str:
    who = ", ".join(escape(case["header"][key]) for key in ("age", "sex", "setting"))
    return f"<h{heading}>{escape(case['title'])}</h{heading}><p>{who}</p>{record_html(case['record'], heading + 1)}"


def _question(item: dict[str, Any], number: int, heading: int, place: str = "") -> str:
    body, answer = BODIES[item["type"]](item)
    # An item of a marked quiz has neither key nor reasons.
    told = (
        f"<details><summary>Answer</summary>{answer()}<p><strong>Take home:</strong> {rich(item['take_home'])}</p>"
        f"<p>Evidence: {escape(', '.join(item['evidence']))}</p></details>"
        if "take_home" in item
        else ""
    )
    return (
        f'<section class="rf-q"><h{heading}>Question {number}{place} · {_type_name(item)}</h{heading}>'
        f"<p>{rich(item['stem'])}</p>{record_html(item.get('record', []), heading + 1)}"
        f"<p><strong>{rich(item['lead_in'])}</strong></p>{body}{told}</section>"
    )
