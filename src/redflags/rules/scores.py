"""Scores: each file's parts fit together, and its worked examples come out as it says."""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING, Any

from redflags.clinical.formula import FormulaError
from redflags.clinical.scores import ScoreError, evaluate
from redflags.labs import LabError
from redflags.model.score import Formula, Grades, Lookup, Total
from redflags.rules.suggest import suggestion
from redflags.score_json import NoEngineError, score_json
from redflags.score_lab import score_lab

if TYPE_CHECKING:
    from collections.abc import Iterator

    from redflags.problem import Problem
    from redflags.reading import Content, Place

MOST_WAYS = 10_000
"""Ways to answer the questions of a score with rules: the engine tries all that are open."""


def check(content: Content) -> Iterator[Problem]:
    """Check every score that the engines compute, and every `{score}` in a page."""
    for name, score in content.scores.items():
        place = content.places["score", name]
        try:
            data = score_json(name, score)
        except NoEngineError:
            continue
        wrong = [*_names(data, place), *_bands(score, data, place)]
        yield from wrong
        if not wrong:
            yield from _examples(data, place)
        if isinstance(score, Grades) and score.feeds:
            yield from _feeds(content, score, place)
    yield from _mentions(content)


def _mentions(content: Content) -> Iterator[Problem]:
    """Check the `{score}` directives of all pages."""
    for mention in content.mentions:
        if mention.kind != "score":
            continue
        try:
            lab = score_lab(content, mention.body)
        except LabError as error:
            near = suggestion(mention.body, content.scores)
            yield mention.problem(f"the score `{mention.body}` can't be shown: {error}", near)
            continue
        mode = mention.options.get("mode", lab.modes[0])
        if mode not in lab.modes:
            known = ", ".join(name for name in lab.modes if name) or "none"
            yield mention.problem(f"the score `{mention.body}` has no mode `{mode}`", f"its modes: {known}")


def _names(data: dict[str, Any], place: Place) -> Iterator[Problem]:
    """Check that rules name questions, answers and outcomes that the score has."""
    questions = {question["id"]: question for question in data["questions"]}
    outcomes = [outcome["id"] for outcome in data["outcomes"]]
    for number, rule in enumerate(data.get("rules", ())):
        where = place.under("rows" if "say" not in rule else "rules", number)
        if rule["outcome"] not in outcomes:
            yield where.problem(
                f"the score has no grade `{rule['outcome']}`", suggestion(str(rule["outcome"]), outcomes)
            )
        for kind in ("when", "at_least", "below"):
            for name, wanted in rule.get(kind, {}).items():
                if name not in questions or (kind == "when") != ("choices" in questions[name]):
                    yield where.under(kind).problem(f"the score doesn't ask `{name}`", suggestion(name, questions))
                elif kind == "when":
                    known = [choice.get("counts_as", choice["id"]) for choice in questions[name]["choices"]]
                    if wanted not in known:
                        yield where.under(kind).problem(f"`{name}` has no `{wanted}`", suggestion(wanted, known))
    ways = prod(len(question.get("choices", "12")) for question in data["questions"])
    if "rules" in data and ways > MOST_WAYS:
        yield place.problem(f"{ways:,} ways to answer are more than can be tried", "ask fewer questions")


def _bands(score: Any, data: dict[str, Any], place: Place) -> Iterator[Problem]:
    """Check that bands cover all that can come out, and that a formula can be computed."""
    if isinstance(score, (Total, Lookup)):
        if isinstance(score, Total):
            found = evaluate(data, {})["total"]
            if found != score.range:
                yield place.under("range").problem(
                    f"the points run from {found[0]} to {found[1]}", "correct the range or the points"
                )
        series = (
            [(("bands",), score.bands)]
            if isinstance(score, Total)
            else [(("series", number, "bands"), series.bands) for number, series in enumerate(score.series)]
        )
        for path, bands in series:
            edges = [score.range[0] - 1, *(band.max for band in bands)]
            if [band.min for band in bands] != [edge + 1 for edge in edges[:-1]] or edges[-1] != score.range[1]:
                yield place.under(*path).problem(
                    "the bands don't cover the range without gap or overlap",
                    f"they run from {score.range[0]} to {score.range[1]}, from low to high",
                )
    if isinstance(score, Formula):
        try:
            evaluate(data, {})
        except FormulaError as error:
            yield place.under("compute").problem(str(error), f"it may name {', '.join(score.measurements)}")


def _examples(data: dict[str, Any], place: Place) -> Iterator[Problem]:
    for number, example in enumerate(data["examples"]):
        where = place.under("examples", number)
        try:
            found = outcome_words(data, evaluate(data, example["answers"]))
        except ScoreError as error:
            yield where.problem(str(error))
            continue
        for key, wanted in example["expect"].items():
            if found[key] != wanted:
                yield where.problem(
                    f"the example says {key} {wanted}, and the score gives {found[key]}", "correct one of the two"
                )


def outcome_words(data: dict[str, Any], result: dict[str, Any]) -> dict[str, Any]:
    """Return a result with the words, groups and checks of its outcomes."""
    by_id = {outcome["id"]: outcome for outcome in data["outcomes"]}
    chosen = [by_id[name] for name in result["outcomes"]]
    return {
        **result,
        **{f"{key}s": [one.get(key) for one in chosen] for key in ("label", "group")},
        "checked": [one.get("checked") for one in chosen],
    }


def _feeds(content: Content, score: Grades, place: Place) -> Iterator[Problem]:
    """Check that what a scale answers in another score exists there."""
    feeds, where = score.feeds, place.under("feeds")
    if feeds is None:
        return
    other = content.scores.get(feeds.score)
    if not isinstance(other, Total):
        yield where.problem(f"no score of points `{feeds.score}`", suggestion(feeds.score, content.scores))
        return
    levels = {component.id: [level.id for level in component.levels] for component in other.components}
    if feeds.component not in levels:
        yield where.problem(
            f"`{feeds.score}` has no component `{feeds.component}`", suggestion(feeds.component, levels)
        )
        return
    for grade, level in feeds.levels.items():
        if level not in levels[feeds.component]:
            yield where.problem(
                f"`{feeds.component}` has no level `{level}` for grade {grade}",
                suggestion(level, levels[feeds.component]),
            )
