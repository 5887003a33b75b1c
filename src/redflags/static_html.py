"""A quiz as plain HTML that reads as a textbook: for no script, for print, for search, and for notebooks on the web.

Pure Python over compiled JSON; every piece of text is escaped here and nowhere else.
"""

from __future__ import annotations

import json
from html import escape
from typing import Any

TYPE_NAMES = {
    "single-best-answer": "Single best answer",
    "select-all": "Select all that apply",
    "select-n": "Select {n}",
    "matrix-multiple-choice": "One answer in each row",
    "drop-down-cloze": "Complete the sentences",
    "numeric": "Work out a number",
}


def rich(text: list[list[Any]]) -> str:
    """Return rich text as HTML, paragraphs parted by breaks (valid inside any element)."""
    return "<br><br>".join("".join(_node(node) for node in paragraph) for paragraph in text)


def _node(node: Any) -> str:
    if isinstance(node, str):
        return escape(node, quote=False)
    if "ev" in node:
        return escape(node["text"], quote=False)
    if "code" in node:
        return f"<code>{escape(node['code'])}</code>"
    tag = "em" if "em" in node else "strong"
    return f"<{tag}>{''.join(_node(child) for child in node[tag])}</{tag}>"


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
    return TYPE_NAMES[item["type"]].format(n=item.get("n"))


def _question(item: dict[str, Any], number: int, heading: int) -> str:
    body, answer = _BODIES[item["type"]](item)
    return (
        f'<section class="rf-q"><h{heading}>Question {number} · {_type_name(item)}</h{heading}>'
        f"<p>{rich(item['stem'])}</p><p><strong>{rich(item['lead_in'])}</strong></p>{body}"
        f"<details><summary>Answer</summary>{answer}<p><strong>Take home:</strong> {rich(item['take_home'])}</p>"
        f"<p>Evidence: {escape(', '.join(item['evidence']))}</p></details></section>"
    )


def _reasons(options: list[dict[str, Any]]) -> str:
    rows = "".join(
        f"<li><strong>{option['id'].upper()}</strong> {rich(option['text'])}: "
        f"<strong>{'right' if option['correct'] else 'wrong'}</strong>. {rich(option['why'])}</li>"
        for option in options
    )
    return f"<ul>{rows}</ul>"


def _options(item: dict[str, Any]) -> tuple[str, str]:
    listed = "".join(f"<li>{rich(option['text'])}</li>" for option in item["options"])
    return f'<ol type="A">{listed}</ol>', _reasons(item["options"])


def _matrix(item: dict[str, Any]) -> tuple[str, str]:
    rows = "".join(f"<li>{rich(row['text'])}</li>" for row in item["rows"])
    body = f"<p>For each, choose: {escape(' / '.join(item['columns']))}.</p><ol>{rows}</ol>"
    reasons = "".join(
        f"<li>{rich(row['text'])}: <strong>{escape(row['key'])}</strong>. {rich(row['why'])}</li>"
        for row in item["rows"]
    )
    return body, f"<ol>{reasons}</ol>"


def _cloze(item: dict[str, Any]) -> tuple[str, str]:
    text = "".join(
        escape(segment) if isinstance(segment, str) else f"____ ({escape(item['blanks'][segment['blank']]['label'])})"
        for segment in item["segments"]
    )
    lists = "".join(
        f"<p>{escape(blank['label'])}: {' / '.join(rich(option['text']) for option in blank['options'])}</p>"
        for blank in item["blanks"].values()
    )
    reasons = "".join(
        f"<p><strong>{escape(blank['label'])}</strong></p>{_reasons(blank['options'])}"
        for blank in item["blanks"].values()
    )
    return f"<p>{text}</p>{lists}", reasons


def _numeric(item: dict[str, Any]) -> tuple[str, str]:
    answer = (
        f"<p><strong>{item['value']:g} {escape(item['unit'])}</strong> "
        f"(from {item['low']:g} to {item['high']:g} counts as right). {rich(item['why'])}</p>"
    )
    return f"<p>{escape(item['label'])}: ____ {escape(item['unit'])}</p>", answer


_BODIES = {
    "single-best-answer": _options,
    "select-all": _options,
    "select-n": _options,
    "matrix-multiple-choice": _matrix,
    "drop-down-cloze": _cloze,
    "numeric": _numeric,
}
