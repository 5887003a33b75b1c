"""Scores as data: one small engine for every file of `book/scores/`; the twin is `scores.ts`.

It reads a score as `redflags.score_json` writes it. What a learner has not answered may be anything, so the result
is always what is still possible: one band when all is known, or whenever what is missing can't change it.

A score works in one of four ways:

points
    Each answer has points, which are added; the total falls into a band (SINS, Tokuhashi, Tomita).
rules
    The first rule whose conditions hold decides (ESCC, AIS, NOMS; also a plain choice of a grade).
formula
    Measurements are put into a formula; the result falls into a class (corrected calcium).
series
    A number is looked up in several published tables, which may disagree (Rades, Karnofsky to ECOG).
"""

from __future__ import annotations

import math
from itertools import product
from typing import TYPE_CHECKING, Any

from redflags.clinical.formula import compute

if TYPE_CHECKING:
    from collections.abc import Mapping

Json = dict[str, Any]


class ScoreError(ValueError):
    """An answer that the score doesn't have; the message names what it has."""


def evaluate(score: Json, answers: Mapping[str, str | float | None]) -> Json:
    """Return what a score says of some answers.

    Parameters
    ----------
    score
        A score as `redflags.score_json.score_json` makes it.
    answers
        Question -> id of a choice, or a number; a question that is left out, or None, is not answered yet.

    Returns
    -------
    dict
        `missing`: questions without an answer. `total`: the least and the most that it can be (points, or the
        formula's result), or None. `parts`: the same of each question's points. `outcomes`: bands, grades or plans
        still possible. `series`: what each published table says. `agree`: whether these say the same (None before
        that can be told). `disputes`: points that sources leave open. `feeds`: what the outcome answers in another
        score, or None.

    Raises
    ------
    ScoreError
        An answer is none of this score.
    """
    unknown = [name for name in answers if name not in {question["id"] for question in score["questions"]}]
    if unknown:
        known = ", ".join(question["id"] for question in score["questions"])
        raise ScoreError(f"{score['name']} doesn't ask `{unknown[0]}`; it asks {known}")
    given = {question["id"]: _checked(question, answers.get(question["id"])) for question in score["questions"]}
    chosen = [
        choice
        for question in score["questions"]
        for choice in question.get("choices", ())
        if choice["id"] == given[question["id"]]
    ]
    result: Json = {
        "missing": [name for name, answer in given.items() if answer is None],
        "total": None,
        "parts": {},
        "outcomes": [],
        "series": {},
        "agree": None,
        "disputes": [choice["dispute"] for choice in chosen if "dispute" in choice],
        "feeds": None,
    }
    if "rules" in score:
        result["outcomes"] = _decide(score, given)
    elif "formula" in score:
        _by_formula(score, given, result)
    elif "series" in score:
        _by_series(score, given, result)
    else:
        _by_points(score, given, result)
    if len(result["outcomes"]) == 1:
        only = next(outcome for outcome in score["outcomes"] if outcome["id"] == result["outcomes"][0])
        result["disputes"] += [only["dispute"]] if "dispute" in only else []
        result["feeds"] = score.get("feeds", {}).get("levels", {}).get(only["id"])
    return result


def _checked(question: Json, answer: str | float | None) -> str | float | None:
    """Return an answer that the question can have."""
    if answer is None:
        return None
    if "choices" in question:
        ids = [choice["id"] for choice in question["choices"]]
        if answer not in ids:
            raise ScoreError(f"`{question['id']}` has no answer {answer!r}; its answers: {', '.join(ids)}")
        return answer
    low, high = question["min"], question["max"]
    if isinstance(answer, (str, bool)) or not math.isfinite(answer) or not low <= answer <= high:
        raise ScoreError(f"`{question['id']}` is a number from {low:g} to {high:g}, not {answer!r}")
    if question.get("whole") and (answer - low) % question["step"] != 0:
        raise ScoreError(f"`{question['id']}` goes in steps of {question['step']:g} from {low:g}; {answer!r} is none")
    return answer


def _by_points(score: Json, given: Json, result: Json) -> None:
    """Add points; where an answer is missing or disputed every number that it can be."""
    totals = {0}
    for question in score["questions"]:
        answer = given[question["id"]]
        points = {
            point
            for choice in question["choices"]
            if answer is None or choice["id"] == answer
            for point in choice["points"]
        }
        result["parts"][question["id"]] = [min(points), max(points)]
        totals = {total + point for total in totals for point in points}
    result["total"] = [min(totals), max(totals)]
    result["outcomes"] = [
        band["id"] for band in score["outcomes"] if any(band["min"] <= total <= band["max"] for total in totals)
    ]


def _decide(score: Json, given: Json) -> list[str]:
    """Return the outcomes of every way in which the missing answers could turn out."""
    names = [question["id"] for question in score["questions"]]
    options = [_options(score, question, given[question["id"]]) for question in score["questions"]]
    found = {_first_rule(score["rules"], dict(zip(names, way, strict=True))) for way in product(*options)}
    return [outcome["id"] for outcome in score["outcomes"] if outcome["id"] in found]


def _options(score: Json, question: Json, answer: str | float | None) -> list[str | float | None]:
    """Return what rules can tell apart of a question's answers: what choices count as, and both sides of each limit.

    A choice that counts as nothing, because its meaning is disputed, meets no condition.
    """
    if "choices" in question:
        return [
            None if "dispute" in choice else choice.get("counts_as", choice["id"])
            for choice in question["choices"]
            if answer is None or choice["id"] == answer
        ]
    if answer is not None:
        return [answer]
    limits = {
        rule[kind][question["id"]]
        for rule in score["rules"]
        for kind in ("at_least", "below")
        if question["id"] in rule.get(kind, {})
    }
    return [question["min"], *sorted(limit for limit in limits if question["min"] < limit <= question["max"])]


def _first_rule(rules: list[Json], way: Json) -> str | None:
    """Return the outcome of the first rule that holds; None where none does."""
    for rule in rules:
        if (
            all(way[name] == wanted for name, wanted in rule.get("when", {}).items())
            and all(way[name] >= limit for name, limit in rule.get("at_least", {}).items())
            and all(way[name] < limit for name, limit in rule.get("below", {}).items())
        ):
            outcome: str = rule["outcome"]
            return outcome
    return None


def _by_formula(score: Json, given: Json, result: Json) -> None:
    """Compute, round half up, then class the rounded number."""
    spans = {question["id"]: _span(question, given[question["id"]]) for question in score["questions"]}
    low, high = (_half_up(end, score["decimals"]) for end in compute(score["formula"], spans))
    result["total"] = [low, high]
    first, last = (_class_of(score["outcomes"], end) for end in (low, high))
    result["outcomes"] = [outcome["id"] for outcome in score["outcomes"][first : last + 1]]


def _span(question: Json, answer: float | None) -> tuple[float, float]:
    return (question["min"], question["max"]) if answer is None else (answer, answer)


def _half_up(number: float, decimals: int) -> float:
    # The last term takes back what binary fractions lose: 2.675 is stored as a little less.
    factor: int = 10**decimals
    return math.floor(number * factor + 0.5 + 1e-9) / factor


def _class_of(outcomes: list[Json], number: float) -> int:
    """Return the place of the class, of those from low to high, in which a number lies."""
    for place, outcome in enumerate(outcomes):
        if number < outcome.get("below", -math.inf) or number <= outcome.get("up_to", -math.inf):
            return place
    return len(outcomes) - 1


def _by_series(score: Json, given: Json, result: Json) -> None:
    """Look a number up in every table."""
    (question,) = score["questions"]
    low, high = _span(question, given[question["id"]])
    for series in score["series"]:
        values = [value for first, last, value in series["bands"] if first <= high and low <= last]
        if not values:
            raise ScoreError(f"`{series['id']}` has nothing for {low:g}")
        result["series"][series["id"]] = [min(values), max(values)]
    spans = [tuple(span) for span in result["series"].values()]
    if low == high:
        result["agree"] = len(set(spans)) == 1
    result["outcomes"] = [band["id"] for band in score["outcomes"] if band["min"] <= high and low <= band["max"]]
