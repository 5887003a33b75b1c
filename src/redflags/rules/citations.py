"""Everything cited exists, was read, and holds the values that are shown from it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pydantic import BaseModel

from redflags.cite import CitationError, fill, require_citable
from redflags.model.case_study import texts
from redflags.model.text import OUTSIDE, RichText, split_evidence, stray_value
from redflags.rules.pages import blocks
from redflags.rules.suggest import suggestion

_ROLE_OR_CODE = re.compile(r"(\{[a-z-]+\})?`[^`]*`|^\s*[`:]{3,}.*$", re.MULTILINE)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from redflags.problem import Problem
    from redflags.reading import Content, Place


def check(content: Content) -> Iterator[Problem]:
    """Check the evidence ids of items and every `{ev}` role in items, cases, tumours and chapters."""
    yield from _in_items(content)
    yield from _in_cases(content)
    tumours = {tumour.name: tumour for tumour in content.tumours}
    for kind, models in (("case", content.cases), ("action", content.actions), ("tumour", tumours)):
        for name, model in models.items():
            for where, entry_id, template in roles(model, content.places[kind, name]):
                message, remedy = wrong_citation(content, entry_id, template)
                if message:
                    yield where.problem(message, remedy)
    for mention in content.mentions:
        if mention.kind == "ev":
            try:
                entry_id, template = split_evidence(mention.body)
            except ValueError as error:
                yield mention.problem(str(error))
                continue
            message, remedy = wrong_citation(content, entry_id, template)
            if message:
                yield mention.problem(message, remedy)
    yield from _strays(content)


def _strays(content: Content) -> Iterator[Problem]:
    """Check that no page shows a value's name: in quizzes and cases `RichText` refuses it."""
    for block in blocks(content):
        if stray := stray_value(_ROLE_OR_CODE.sub("", block.text)):
            yield block.problem(block.text.find(stray), "", OUTSIDE.format(stray))


def _in_items(content: Content) -> Iterator[Problem]:
    for name, quiz in content.quizzes.items():
        place = content.places["quiz", name]
        for path, item in quiz.placed_items():
            at = place.under(*path)
            for order, entry_id in enumerate(item.evidence):
                message, remedy = wrong_citation(content, entry_id, "")
                if message:
                    yield at.under("evidence", order).problem(message, remedy)
            for where, entry_id, template in roles(item, at):
                message, remedy = wrong_citation(content, entry_id, template)
                if message:
                    yield where.problem(message, remedy)


def _in_cases(content: Content) -> Iterator[Problem]:
    for name, quiz in content.quizzes.items():
        for number, case in enumerate(quiz.case_studies):
            at = content.places["quiz", name].under("case_studies", number)
            for path, _, tab in texts(case):
                for where, entry_id, template in roles(tab, at.under(*path)):
                    message, remedy = wrong_citation(content, entry_id, template)
                    if message:
                        yield where.problem(message, remedy)


def wrong_citation(content: Content, entry_id: str, template: str) -> tuple[str, str]:
    """Return what is wrong with a citation and a remedy, or two empty strings."""
    entry = content.evidence.get(entry_id)
    if entry is None:
        return f"no evidence `{entry_id}` in the register", suggestion(entry_id, content.evidence)
    try:
        require_citable(entry, content.references)
        fill(entry, template)
    except CitationError as error:
        return str(error), ""
    return "", ""


def roles(model: BaseModel, place: Place) -> Iterator[tuple[Place, str, str]]:
    """Find every `{ev}` role below a model, with its place, entry id and template."""
    for name in type(model).model_fields:
        value = getattr(model, name)
        for step, part in (
            enumerate(value)
            if isinstance(value, list)
            else value.items()
            if isinstance(value, dict)
            else [(None, value)]
        ):
            where = place.under(name) if step is None else place.under(name, step)
            if isinstance(part, RichText):
                for entry_id, template in part.citations():
                    yield where, entry_id, template
            elif isinstance(part, BaseModel):
                yield from roles(part, where)
