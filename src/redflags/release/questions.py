"""An exercise's questions as JSON: without their key for students, with it for whoever marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from redflags.compile import resolved
from redflags.exercise_format import KEY, QUESTIONS
from redflags.keyless import digest, keyless, renamed, unsourced
from redflags.marking import mark
from redflags.model.exercise import ItemQuestion, ValueQuestion

if TYPE_CHECKING:
    from redflags.exercise_source import ExerciseSource
    from redflags.model.exercise import ExerciseQuestion, TextQuestion
    from redflags.reading import Content

Json = dict[str, Any]


def questions_json(content: Content, source: ExerciseSource) -> Json:
    """Return what students get: nothing in it is right or wrong."""
    exercise = source.exercise
    return {
        "format": QUESTIONS,
        "name": source.name,
        "title": exercise.title,
        "says": exercise.says,
        "minutes": exercise.minutes,
        "code": exercise.code,
        "seeded": exercise.seeded,
        "evidence": {entry: _entry(content, entry, names) for entry, names in exercise.data.items()},
        "questions": [_asked(content, source, question) for question in exercise.questions],
    }


def _entry(content: Content, name: str, values: list[str]) -> Json:
    entry = content.evidence[name]
    work = content.references[entry.source]
    return {
        "claim": entry.claim if set(values) == set(entry.values) else "",
        "citation": work.text,
        "url": work.url,
        "values": {value: _counted(entry.values[value].model_dump(mode="json")) for value in values},
    }


def _counted(value: Json) -> Json:
    """Return a value whose whole numbers are whole: four people, not 4.0."""

    def whole(one: Any) -> Any:
        if isinstance(one, list):
            return [whole(inner) for inner in one]
        return int(one) if isinstance(one, float) and one.is_integer() else one

    return {**value, "value": whole(value["value"])}


def _asked(content: Content, source: ExerciseSource, question: ExerciseQuestion) -> Json:
    base: Json = {"id": question.id, "kind": question.kind, "points": points(source, question)}
    if isinstance(question, ItemQuestion):
        whole = source.items[question.item]
        shown = keyless(whole.model_dump(mode="json", exclude_none=True), whole.seen)
        return {**base, "hash": shown["hash"], "item": unsourced(resolved(shown, content))}
    if isinstance(question, ValueQuestion):
        words = {name: getattr(question, name) for name in ("variable", "type", "says", "unit")}
        return {**base, "hash": digest(list(words.values())), **words, "plausible": question.plausible}
    asks = _asks(content, question)
    return {**base, "hash": digest([asks, question.words]), "asks": asks, "words": question.words}


def _asks(content: Content, question: TextQuestion) -> Any:
    return unsourced(resolved(question.asks.paragraphs, content))


def points(source: ExerciseSource, question: ExerciseQuestion) -> int:
    """Return what a question is worth."""
    if question.points is not None:
        return question.points
    return most(source, question.item)


def most(source: ExerciseSource, item: str) -> int:
    """Return an item's own marks."""
    return mark(renamed(source.items[item].model_dump(mode="json", exclude_none=True)), None).max


def key_json(content: Content, source: ExerciseSource, values: list[Json]) -> Json:
    """Return the key, for the instructor alone.

    Parameters
    ----------
    content
        The course.
    source
        The exercise.
    values
        For each variant of the data: variable -> value of the solution.
    """
    exercise = source.exercise
    questions = []
    for question in exercise.questions:
        asked = _asked(content, source, question)
        entry = {name: asked[name] for name in ("id", "kind", "points", "hash")}
        if isinstance(question, ItemQuestion):
            item = source.items[question.item]
            whole = renamed(item.model_dump(mode="json", exclude_none=True))
            about = {"objective": item.objective, "evidence": item.evidence}
            entry |= about | {"max": most(source, question.item), "item": resolved(whole, content)}
        else:
            entry |= question.model_dump(mode="json", exclude={"id", "kind", "points", "plausible"})
        if isinstance(question, ValueQuestion):
            entry["values"] = {str(number): found[question.variable] for number, found in enumerate(values)}
        elif question.kind == "text":
            entry["asks"] = question.asks.plain()
        questions.append(entry)
    return {
        "format": KEY,
        "name": source.name,
        "title": exercise.title,
        "code": exercise.code,
        "seeded": exercise.seeded,
        "variants": len(values),
        "points": sum(entry["points"] for entry in questions),
        "questions": questions,
    }
