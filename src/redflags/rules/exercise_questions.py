"""What an exercise's description names exists: chapters, objectives, evidence, items; each item can be marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from redflags.model.exercise import ItemQuestion, TextQuestion
from redflags.model.items import FreeText, ScriptConcordance
from redflags.reading import Place
from redflags.rules.citations import wrong_citation
from redflags.rules.suggest import suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from redflags.exercise_source import ExerciseSource
    from redflags.model.exercise import ExerciseQuestion, ValueQuestion
    from redflags.model.items import Item
    from redflags.model.objective import Objective
    from redflags.problem import Problem
    from redflags.reading import Content


def described(content: Content, source: ExerciseSource, objectives: dict[str, Objective]) -> Iterator[Problem]:
    """Check what `exercise.yaml` names."""
    exercise, at = source.exercise, Place(source.described, ())
    for number, chapter in enumerate(exercise.chapters):
        if chapter not in content.chapters:
            yield at.under("chapters", number).problem(
                f"no chapter `book/{chapter}.md`", suggestion(chapter, content.chapters)
            )
    used = {_objective(source, question) for question in exercise.questions}
    for number, name in enumerate(exercise.objectives):
        if name not in objectives:
            yield at.under("objectives", number).problem(
                f"no quiz of the course defines the objective `{name}`", suggestion(name, objectives)
            )
        elif name not in used:
            yield at.under("objectives", number).problem(
                f"no question asks for the objective `{name}`", "add a question or drop the objective"
            )
    yield from _data(content, source)
    for number, question in enumerate(exercise.questions):
        if not isinstance(question, ItemQuestion):
            yield from _question(content, source, question, at.under("questions", number))


def _objective(source: ExerciseSource, question: ExerciseQuestion) -> str:
    if not isinstance(question, ItemQuestion):
        return question.objective
    return source.items[question.item].objective if question.item in source.items else ""


def _data(content: Content, source: ExerciseSource) -> Iterator[Problem]:
    """Check the values of the register that code reads."""
    for entry, names in source.exercise.data.items():
        where = Place(source.described, ("data", entry))
        message, remedy = wrong_citation(content, entry, "")
        if message:
            yield where.problem(message, remedy)
            continue
        known = content.evidence[entry].values
        for number, name in enumerate(names):
            if name not in known:
                yield where.under(number).problem(f"{entry} has no value `{name}`", f"its values: {', '.join(known)}")


def _question(
    content: Content, source: ExerciseSource, question: ValueQuestion | TextQuestion, where: Place
) -> Iterator[Problem]:
    """Check a question that is no item."""
    objectives = source.exercise.objectives
    if question.objective not in objectives:
        yield where.under("objective").problem(
            f"`{question.objective}` is no objective of this exercise",
            suggestion(question.objective, objectives) or "add it to `objectives`",
        )
    cited = [(where.under("evidence", order), entry, "") for order, entry in enumerate(question.evidence)]
    if isinstance(question, TextQuestion):
        cited += [(where.under("asks"), entry, template) for entry, template in question.asks.citations()]
    for at, entry, template in cited:
        message, remedy = wrong_citation(content, entry, template)
        if message:
            yield at.problem(message, remedy)


def items(content: Content, source: ExerciseSource, seen: dict[str, str]) -> Iterator[Problem]:
    """Check that each item stands in one question, can be marked, and has an id of its own.

    Parameters
    ----------
    content
        The course.
    source
        The exercise.
    seen
        Ids of the items of exercises before, with the exercise; this one's are added.
    """
    asked: set[str] = set()
    for number, question in enumerate(source.exercise.questions):
        if not isinstance(question, ItemQuestion):
            continue
        where = Place(source.described, ("questions", number, "item"))
        if question.item not in source.items:
            yield where.problem(f"no item `{question.item}` in items.yaml", suggestion(question.item, source.items))
        elif question.item in asked:
            yield where.problem(f"the item `{question.item}` is asked twice", "each item stands in one question")
        asked.add(question.item)
    if source.listed is None:
        return
    for number, item in enumerate(source.items.values()):
        at = Place(source.listed, ("items", number))
        if item.id not in asked:
            yield at.problem(f"no question asks the item `{item.id}`", "add it to `questions` in exercise.yaml")
        if item.id in seen or ("item", item.id) in content.places:
            yield at.under("id").problem(
                f"the item id `{item.id}` stands twice", f"in {seen.get(item.id, 'the course')}, too: choose another"
            )
        seen[item.id] = source.name
        yield from _item(source, item, at)


def _item(source: ExerciseSource, item: Item, at: Place) -> Iterator[Problem]:
    objectives = source.exercise.objectives
    if item.objective not in objectives:
        yield at.under("objective").problem(
            f"`{item.objective}` is no objective of this exercise",
            suggestion(item.objective, objectives) or "add it to `objectives` in exercise.yaml",
        )
    if isinstance(item, FreeText):
        yield at.under("type").problem(
            "a learner marks a free text, so that it is worth nothing here",
            "ask it in exercise.yaml as `kind: text`, with a rubric",
        )
    elif isinstance(item, ScriptConcordance) and item.panel is None:
        yield at.under("type").problem("nobody can mark this item without its panel", "give it a `panel`")
