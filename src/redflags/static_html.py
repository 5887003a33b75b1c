"""A quiz as plain HTML that reads as a textbook: for no script, for print, for search, and for notebooks on the web.

Pure Python over compiled JSON; every piece of text is escaped here and nowhere else.
"""

from __future__ import annotations

import json
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


def quiz_html(quiz: dict[str, Any], heading: int = 3, register: str = "") -> str:
    """Return a compiled quiz as the element that the page's script mounts a player on.

    Parameters
    ----------
    quiz
        A quiz as `redflags.compile.compile_quiz` makes it.
    heading
        Level of each question's heading.
    register
        Address of the evidence register's page, where there is one.
    """
    link = f' data-register="{escape(register)}"' if register else ""
    questions = "".join(_question(item, number, heading) for number, item in enumerate(quiz["items"], start=1))
    return (
        f'<div class="rf-quiz" data-quiz="{escape(quiz["name"])}" data-heading-level="{heading}"{link}>'
        f'<script type="application/json">{script_json(quiz)}</script>'
        f'<div class="rf-static">{questions}</div></div>'
    )


def _type_name(item: dict[str, Any]) -> str:
    """Name an item's type as the player's heading does."""
    name = TYPE_NAMES[item["type"]].format_map(item)
    return f"Trend · {name}" if is_trend(item.get("record", [])) else name


def _question(item: dict[str, Any], number: int, heading: int) -> str:
    body, answer = BODIES[item["type"]](item)
    return (
        f'<section class="rf-q"><h{heading}>Question {number} · {_type_name(item)}</h{heading}>'
        f"<p>{rich(item['stem'])}</p>{record_html(item.get('record', []), heading + 1)}"
        f"<p><strong>{rich(item['lead_in'])}</strong></p>{body}"
        f"<details><summary>Answer</summary>{answer}<p><strong>Take home:</strong> {rich(item['take_home'])}</p>"
        f"<p>Evidence: {escape(', '.join(item['evidence']))}</p></details></section>"
    )
