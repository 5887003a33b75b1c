"""A score as an explorer: the frame's title and point, the engine's data, the sheet as what reads without a script."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from redflags.cite import CHECKED
from redflags.labs.lab import Lab, LabError, Source
from redflags.model.score import Grades, Lookup, Total
from redflags.score_html import sheet
from redflags.score_json import NoEngineError, published, score_json

if TYPE_CHECKING:
    from redflags.model.score import AnyScore
    from redflags.reading import Content

NAME = "score"
"""All scores are one explorer with different data, so one script and one style."""
DRAWN = "drawn"
"""The mode in which a drawing follows the answers."""


def score_lab(content: Content, name: str) -> Lab:
    """Return a score of `book/scores/` as an explorer.

    Raises
    ------
    LabError
        There is no such score, it computes nothing, or it rests on evidence that can't be shown.
    """
    score = content.scores.get(name)
    if score is None:
        raise LabError(f"no score `{name}` in book/scores")
    try:
        data = published(score_json(name, score))
    except NoEngineError as error:
        raise LabError(str(error)) from error
    source = Source(content)
    for entry in (*score.evidence, *_disputed(data)):
        source.entry(entry)
    picture = score.picture if isinstance(score, Total) else None
    return Lab(
        name=NAME,
        title=score.name,
        says=" ".join(_sentence(words) for words in (score.measures, score.direction) if words),
        data={
            "title": score.name,
            "score": {**data, "examples": [_shown(example) for example in data["examples"]]},
            "interpretation": score.interpretation,
            "caveats": score.caveats,
            "checked": CHECKED[score.checked],
            "work": content.references[score.source].text,
            "evidence": score.evidence,
            "about": _about(score),
            "feeds": _feeds(content, score),
            "picture": picture,
        },
        html=sheet(score, content.references[score.source].text),
        evidence=source.cited,
        start={question["id"]: None for question in data["questions"]},
        modes=("", DRAWN) if picture else ("",),
        uses=(("score", name),),
    )


def _sentence(words: str) -> str:
    """Return words as a sentence; what is large after its first letter stays so: "A worst, E best"."""
    return f"{words[:1].upper()}{words[1:]}."


def _disputed(data: dict[str, Any]) -> list[str]:
    """Return the entries behind what a score leaves open."""
    choices = [choice for question in data["questions"] for choice in question.get("choices", ())]
    return [entry for part in (*choices, *data["outcomes"]) for entry in part.get("dispute", {}).get("evidence", ())]


def _shown(example: dict[str, Any]) -> dict[str, Any]:
    """Return what a reader may try of a worked example; what it must come to is the tests' business."""
    return {key: example[key] for key in ("id", "note", "answers")}


def _about(score: AnyScore) -> str:
    """Return what has to be said before the first answer."""
    return f"{score.why_no_calculator} The percentages count {score.outcome}." if isinstance(score, Lookup) else ""


def _feeds(content: Content, score: AnyScore) -> dict[str, Any] | None:
    """Return in words what a grade answers in another score."""
    if not isinstance(score, Grades) or score.feeds is None:
        return None
    other = content.scores[score.feeds.score]
    if not isinstance(other, Total):
        return None
    component = next(one for one in other.components if one.id == score.feeds.component)
    return {
        "score": other.name,
        "component": component.label,
        "levels": {level.id: level.label for level in component.levels},
    }
