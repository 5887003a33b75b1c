"""Each item type as plain HTML: what is asked, and the answer with a reason for every element.

The answer is made only when it is wanted: a marked quiz has none to make it from.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    Both: TypeAlias = tuple[str, Callable[[], str]]

from redflags.static_picture import picture


def rich(text: list[list[Any]]) -> str:
    """Return rich text as HTML, paragraphs parted by breaks (valid inside any element)."""
    return "<br><br>".join(_paragraph(paragraph) for paragraph in text)


def _paragraph(nodes: list[Any]) -> str:
    """Return one paragraph; a citation without words leaves no gap before the full stop."""
    html = ""
    for node in nodes:
        piece = _node(node)
        html = html + piece if piece else html.rstrip()
    return html


def _node(node: Any) -> str:
    if isinstance(node, str):
        return escape(node, quote=False)
    if "ev" in node:
        return escape(node["text"], quote=False)
    if "code" in node:
        return f"<code>{escape(node['code'])}</code>"
    tag = "em" if "em" in node else "strong"
    return f"<{tag}>{''.join(_node(child) for child in node[tag])}</{tag}>"


def _reasons(options: list[dict[str, Any]], *, lettered: bool = True) -> str:
    rows = "".join(
        f"<li>{_letter(option) if lettered else ''}{rich(option['text'])}: "
        f"<strong>{'right' if option['correct'] else 'wrong'}</strong>. {rich(option['why'])}</li>"
        for option in options
    )
    return f"<ul>{rows}</ul>"


def _letter(option: dict[str, Any]) -> str:
    return f"<strong>{option['id'].upper()}</strong> "


def _listed(options: list[dict[str, Any]]) -> str:
    listed = "".join(f"<li>{rich(option['text'])}</li>" for option in options)
    return f'<ol type="A">{listed}</ol>'


def _keyed(rows: list[tuple[str, str, dict[str, Any]]]) -> str:
    """List rows as (what, right answer, record with its `why`); the first two are HTML."""
    listed = "".join(f"<li>{what}: <strong>{key}</strong>. {rich(row['why'])}</li>" for what, key, row in rows)
    return f"<ol>{listed}</ol>"


def _headings(names: list[str]) -> str:
    return escape(", ".join(names)) if names else "none of these"


def _options(item: dict[str, Any]) -> Both:
    return _listed(item["options"]), lambda: _reasons(item["options"])


def _matrix(item: dict[str, Any]) -> Both:
    rows = "".join(f"<li>{rich(row['text'])}</li>" for row in item["rows"])
    several = item["type"] == "matrix-multiple-response"
    ask = "choose any of" if several else "choose"
    body = f"<p>For each, {ask}: {escape(' / '.join(item['columns']))}.</p><ol>{rows}</ol>"

    def answer() -> str:
        keys = [_headings(row["key"]) if several else escape(row["key"]) for row in item["rows"]]
        return _keyed([(rich(row["text"]), key, row) for row, key in zip(item["rows"], keys, strict=True)])

    return body, answer


def _grouping(item: dict[str, Any]) -> Both:
    body = f"<p>Groups: {escape(' / '.join(item['groups']))}.</p>{_listed(item['options'])}"

    def answer() -> str:
        return _keyed(
            [
                (_letter(option) + rich(option["text"]), _headings(option["groups"]), option)
                for option in item["options"]
            ]
        )

    return body, answer


def _flow(segments: list[Any], places: dict[str, str]) -> str:
    """Return text with what `places` has for each place, as HTML."""
    return "".join(
        escape(segment) if isinstance(segment, str) else places[next(iter(segment.values()))] for segment in segments
    )


def _table(item: dict[str, Any], places: dict[str, str]) -> str:
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in item["columns"])
    rows = "".join(
        f'<tr><th scope="row">{_flow(first, places)}</th>'
        f"{''.join(f'<td>{_flow(cell, places)}</td>' for cell in cells)}</tr>"
        for first, *cells in item["cells"]
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _cloze(item: dict[str, Any]) -> Both:
    blanks = item["blanks"]
    places = {name: f"____ ({escape(blank['label'])})" for name, blank in blanks.items()}
    text = _table(item, places) if item["type"] == "drop-down-table" else f"<p>{_flow(item['segments'], places)}</p>"
    lists = "".join(
        f"<p>{escape(blank['label'])}: {' / '.join(rich(option['text']) for option in blank['options'])}</p>"
        for blank in blanks.values()
    )

    def answer() -> str:
        return "".join(
            f"<p><strong>{escape(blank['label'])}</strong></p>{_reasons(blank['options'])}" for blank in blanks.values()
        )

    return f"{text}{lists}", answer


def _highlight(item: dict[str, Any]) -> Both:
    spans = item["spans"]
    places = {name: f"<u>{rich(span['text'])}</u>" for name, span in spans.items()}
    if item["type"] == "highlight-table":
        text = _table(item, places)
    else:
        text = "".join(f"<p>{_flow(paragraph, places)}</p>" for paragraph in item["paragraphs"])
    body = f"{text}<p>Choose among the underlined words.</p>"
    return body, lambda: _reasons(list(spans.values()), lettered=False)


def _bow_tie(item: dict[str, Any]) -> Both:
    wings = (
        ("Actions to take (two)", item["actions"]),
        ("Condition most likely (one)", item["conditions"]),
        ("Parameters to watch (two)", item["parameters"]),
    )
    body = "".join(f"<p>{title}:</p>{_listed(options)}" for title, options in wings)
    return body, lambda: "".join(f"<p><strong>{title}</strong></p>{_reasons(options)}" for title, options in wings)


def _drag_and_drop_cloze(item: dict[str, Any]) -> Both:
    targets = item["targets"]
    text = _flow(item["segments"], {name: f"____ ({escape(label)})" for name, label in targets.items()})

    def answer() -> str:
        return _keyed(
            [
                (
                    _letter(token) + rich(token["text"]),
                    escape(targets.get(token.get("target"), "belongs nowhere")),
                    token,
                )
                for token in item["tokens"]
            ]
        )

    return f"<p>{text}</p>{_listed(item['tokens'])}", answer


def _ordered_response(item: dict[str, Any]) -> Both:
    shown = sorted(item["steps"], key=lambda step: step["id"])

    def answer() -> str:
        listed = "".join(f"<li>{_letter(step)}{rich(step['text'])}. {rich(step['why'])}</li>" for step in item["steps"])
        return f"<ol>{listed}</ol>"

    return _listed(shown), answer


def _extended_matching(item: dict[str, Any]) -> Both:
    cases = "".join(f"<li>{rich(case['text'])}</li>" for case in item["cases"])
    body = f"<p><strong>{escape(item['theme'])}</strong></p>{_listed(item['options'])}<ol>{cases}</ol>"

    def answer() -> str:
        keyed = [
            (rich(case["text"]), f"{case['answer'].upper()} {escape(case['key'])}", case) for case in item["cases"]
        ]
        fits = "".join(
            f"<li>{_letter(option)}{rich(option['text'])} would fit: {rich(option['fits'])}</li>"
            for option in item["options"]
        )
        return f"{_keyed(keyed)}<ul>{fits}</ul>"

    return body, answer


def _numeric(item: dict[str, Any]) -> Both:
    def answer() -> str:
        return (
            f"<p><strong>{item['value']:g} {escape(item['unit'])}</strong> "
            f"(from {item['low']:g} to {item['high']:g} counts as right). {rich(item['why'])}</p>"
        )

    return f"<p>{escape(item['label'])}: ____ {escape(item['unit'])}</p>", answer


def _image_hotspot(item: dict[str, Any]) -> Both:
    return f"{picture(item)}{_listed(item['regions'])}", lambda: _reasons(item["regions"])


CHANGES = ("much less likely", "less likely", "neither less nor more likely", "more likely", "much more likely")
_DIRECTIONS = {"less": "less likely", "same": CHANGES[2], "more": "more likely"}


def _script_concordance(item: dict[str, Any]) -> Both:
    scale = "".join(
        f"<li>{number:+d}".replace("-", "\N{MINUS SIGN}").replace("+0", "0") + f" {words}</li>"
        for number, words in enumerate(CHANGES, start=-2)
    )
    body = (
        f"<p>If you were thinking of {rich(item['hypothesis'])}<br>and you find {rich(item['finding'])}, "
        f"it becomes:</p><ul>{scale}</ul>"
    )

    def answer() -> str:
        way = _DIRECTIONS[item["direction"]]
        reasoning = f"<p>The evidence makes it <strong>{way}</strong>. {rich(item['reasoning'])}</p>"
        panel = item.get("panel")
        if panel is None:
            return f"{reasoning}<p>No panel has answered this question, so it is not marked.</p>"
        answers = ", ".join(f"{words} {count}" for words, count in zip(CHANGES, panel["counts"], strict=True))
        return f"{reasoning}<p>The panel answered: {answers}. {escape(panel['citation'])}</p>"

    return body, answer


def _free_text(item: dict[str, Any]) -> Both:
    def answer() -> str:
        points = "".join(f"<li>{rich(point['text'])}. {rich(point['why'])}</li>" for point in item["checklist"])
        return f"<p>{rich(item['model_answer'])}</p><p>A good answer says:</p><ul>{points}</ul>"

    return "", answer


BODIES = {
    "single-best-answer": _options,
    "select-all": _options,
    "select-n": _options,
    "matrix-multiple-choice": _matrix,
    "matrix-multiple-response": _matrix,
    "drop-down-cloze": _cloze,
    "drop-down-table": _cloze,
    "rationale": _cloze,
    "grouping": _grouping,
    "highlight-text": _highlight,
    "highlight-table": _highlight,
    "bow-tie": _bow_tie,
    "drag-and-drop-cloze": _drag_and_drop_cloze,
    "ordered-response": _ordered_response,
    "extended-matching": _extended_matching,
    "key-feature": _options,
    "numeric": _numeric,
    "image-hotspot": _image_hotspot,
    "script-concordance": _script_concordance,
    "free-text": _free_text,
}
"""By item type: a function that gives the question's elements as HTML, and what makes its answer with the reasons."""
