"""A student's report: what each question asked, what was answered, what it earned. No key stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from redflags.grading.page_html import page, text
from redflags.grading.sheets import number

if TYPE_CHECKING:
    from redflags.grading.key import Key
    from redflags.grading.result import QuestionResult, Result


def report(result: Result, key: Key) -> str:
    """Return the report of one submission."""
    questions = {question["id"]: question for question in key.questions}
    title = str(key.data.get("title") or key.name)
    body = [f"<h1>{text(title)}</h1>", f'<p class="quiet">{text(result.name)}{", late" if result.late else ""}</p>']
    if result.problem:
        body.append(f'<p class="sum warn">Not marked: {text(result.problem)}.</p>')
    else:
        body.append(f'<p class="sum"><strong>{number(result.earned)}</strong> of {number(result.max)} points</p>')
    if result.unread:
        texts = "text waits" if result.unread == 1 else "texts wait"
        body.append(f"<p>{result.unread} {texts} for a reader; the points are not complete.</p>")
    if result.notes:
        body += ["<h2>Notes</h2>", "<ul>", *(f"<li>{text(note)}</li>" for note in result.notes), "</ul>"]
    for place, one in enumerate(result.questions, start=1):
        body += _question(place, one, questions.get(one.id, {}))
    return page(f"{title}: {result.name}", body)


def _question(place: int, made: QuestionResult, question: dict[str, Any]) -> list[str]:
    points = "waits for a reader" if made.earned is None else f"{number(made.earned)} of {number(made.max)}"
    lines = [
        "<section>",
        f'<p class="points">{text(points)}</p>',
        f"<h2>{place}. {text(asked(question) or made.id)}</h2>",
    ]
    if made.kind == "text" and made.answer:
        lines.append(f'<p class="text">{text(made.answer)}</p>')
    else:
        lines.append(f"<p>{'Your answer: ' + text(made.answer) if made.answer else 'No answer.'}</p>")
    if made.note:
        lines.append(f'<p class="quiet">{text(made.note)}</p>')
    if made.comment:
        lines.append(f'<p class="text">{text(made.comment)}</p>')
    return [*lines, "</section>"]


def asked(question: dict[str, Any]) -> str:
    """Return what a question asks, in plain words."""
    kind = question.get("kind")
    if kind == "item":
        return _words(question["item"].get("lead_in") or question["item"].get("theme") or "")
    return str(question.get("asks" if kind == "text" else "says") or "")


def _words(tree: Any) -> str:
    """Return the words of rich text."""
    if isinstance(tree, str):
        return tree
    if isinstance(tree, list):
        return "".join(_words(one) for one in tree)
    if isinstance(tree, dict):
        return _words(tree.get("text") or tree.get("show") or next((v for v in tree.values() if v), ""))
    return ""
