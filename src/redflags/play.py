"""A case's own paths as text: minute by minute, with the marks. For authors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from redflags.case_json import case_json
from redflags.problem import ContentError, Problem
from redflags.reading import find_root, read_content
from redflags.rules import case_names
from redflags.simulation.marks import mark
from redflags.simulation.path import path_log

if TYPE_CHECKING:
    from pathlib import Path

Json = dict[str, Any]
_DAY = 1440
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WIDTH = 100


def play(file: Path, paths: tuple[str, ...]) -> int:
    """Print paths of a case.

    Raises
    ------
    ContentError
        The file can't be played; the error says why.
    """
    content = read_content(find_root(file.resolve().parent))
    name = file.stem
    own = [problem for problem in content.problems if problem.file.endswith((f"cases/{file.name}", "actions.yaml"))]
    if name not in content.cases:
        raise ContentError(own or [Problem(str(file), 1, "no case of this course", remedy="book/cases/NAME.yaml")])
    if found := [*own, *case_names.of_case(content, name, content.cases[name])]:
        raise ContentError(found)
    case = case_json(content, name)
    for which in paths:
        print(path_text(case, which))
    return 0


def path_text(case: Json, which: str) -> str:
    """Return a path of a case as text: its timeline, then its marks."""
    _, state = path_log(case, case["paths"][which])
    return "\n".join([f"== {which} ==", *_timeline(case, state), "", *_marks(case, which, state), ""])


def when(case: Json, minute: int) -> str:
    """Say a minute of the story as weekday and time.

    >>> when({"start": "Sunday 23:50"}, 20)
    'Mon 00:10'
    """
    day, time = case["start"].split()
    hours, minutes = map(int, time.split(":"))
    total = _DAYS.index(day) * _DAY + hours * 60 + minutes + minute
    return f"{_DAYS[total // _DAY % len(_DAYS)][:3]} {total % _DAY // 60:02}:{total % 60:02}"


def _timeline(case: Json, state: Json) -> list[str]:
    return [
        f"{event['at']:6} {when(case, event['at'])}  {event['kind']:11} {_said(case, state, event)}".rstrip()
        for event in state["timeline"]
    ]


def _said(case: Json, state: Json, event: Json) -> str:
    """Return the words of an event, cut to a line."""
    text = ""
    acts = {action["id"]: action for action in case["actions"]}
    match event["kind"]:
        case "result":
            action = acts[event["action"]]
            outcome = action["gives"][event["outcome"]]
            found = ", ".join(outcome["findings"]) or "no finding"
            text = f"{event['action']} ({outcome['value'] or action['value']}; {found}): {plain(outcome['text'])}"
        case "turned-away":
            text = f"{event['action']}: {plain(acts[event['action']]['needs']['say'])}"
        case "transition":
            change = case["transitions"][event["transition"]]["then"]
            changed = ", ".join(f"{key} {change[key]}" for key in ("neuro", "pain") if change[key] is not None)
            text = f"{changed or 'nothing to see'}; {plain(change['text'] or [])}"
        case "stage":
            given = state["stages"][event["stage"]]
            text = f"{event['stage']}: {' > '.join(given['ranks'])}; cancer {given['cancer']}%"
        case "epilogue":
            text = plain(case["epilogue"][event["epilogue"]]["text"])
        case _:
            text = " ".join(str(value) for key, value in event.items() if key not in {"at", "kind"} and value)
    return text if len(text) <= _WIDTH else text[: _WIDTH - 1] + "…"


def plain(text: list[Any]) -> str:
    """Return the words of a text's tree."""

    def words(nodes: list[Any]) -> str:
        return "".join(
            node if isinstance(node, str) else node.get("show") or node.get("text") or node.get("code")
            or words(node.get("em") or node.get("strong") or [])
            for node in nodes
        )  # fmt: skip

    return " ".join(words(paragraph) for paragraph in text)


def _marks(case: Json, which: str, state: Json) -> list[str]:
    earned, asserted = mark(case, state), case["paths"][which]["marks"]
    lines = []
    for key, value in earned.items():
        parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else [value]
        words = ", ".join(f"{part:.3g}" if isinstance(part, float) else str(part) for part in parts)
        said = f"   (asserted: {asserted[key]})" if key in asserted else ""
        lines.append(f"{key:13} {words}{said}")
    return lines
