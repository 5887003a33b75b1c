"""What the linter sees of an item of any type: its lists of options, and all its texts with their places.

A new type joins by having parts of these shapes: a list of things with `text`, `correct` and `why` is a list of
options wherever it stands, and every text field is a text.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from pydantic import BaseModel

from redflags.model.case_study import texts
from redflags.model.text import RichText
from redflags.rules.catalogue import severity_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from redflags.model.items import Item
    from redflags.problem import Problem
    from redflags.reading import Content, Place


@runtime_checkable
class Choice(Protocol):
    """One thing to choose, with its reason."""

    text: RichText
    correct: bool
    why: RichText


@dataclass(frozen=True)
class Choices:
    """One list of options."""

    path: tuple[str | int, ...]
    """Way from the item to the list."""
    options: Sequence[Choice]
    names: Sequence[str] | None = None
    """Keys of the mapping that holds them, if it isn't a list: the spans of a highlight, which stand in a text."""

    def at(self, place: int) -> tuple[str | int, ...]:
        """Way from the item to an option."""
        return (*self.path, self.names[place] if self.names else place)

    @property
    def key(self) -> int | None:
        """Number of the key if there is exactly one."""
        keys = [place for place, option in enumerate(self.options) if option.correct]
        return keys[0] if len(keys) == 1 else None

    @property
    def words(self) -> list[str]:
        """The options' words."""
        return [option.text.plain() for option in self.options]


@dataclass(frozen=True)
class Passage:
    """One text of an item."""

    path: tuple[str | int, ...]
    text: str
    """Its words; an `{ev}` role stands as its template."""
    outside: str
    """Its words without its `{ev}` roles."""
    roles: tuple[str, ...] = ()
    """Entries that it cites."""


@dataclass(frozen=True)
class Asked:
    """An item with its quiz and its place."""

    item: Item
    place: Place
    quiz: str

    def problem(self, path: tuple[str | int, ...], rule: str, message: str, remedy: str = "") -> Problem:
        """Make a problem of a rule at a part of the item."""
        found = self.place.under(*path).problem(message, remedy)
        return replace(found, rule=rule, severity=severity_of(rule), item=self.item.id)


# Identifiers, and words that no learner reads.
_NOT_TEXT = frozenset(
    {"id", "hash", "type", "objective", "level", "track", "evidence", "claims", "reviewed", "waive"}
    | {"figure", "source", "direction", "target"}
)


def asked_items(content: Content) -> Iterator[Asked]:
    """Return every item, in the order of the files."""
    for name, quiz in content.quizzes.items():
        for path, item in quiz.placed_items():
            yield Asked(item, content.places["quiz", name].under(*path), name)


@dataclass(frozen=True)
class Told:
    """A text of a case that stands outside its items."""

    text: str
    place: Place
    quiz: str
    case: str

    def problem(self, rule: str, message: str, remedy: str) -> Problem:
        """Make a problem of a rule at this text."""
        return replace(self.place.problem(message, remedy), rule=rule, severity=severity_of(rule))


def told_texts(content: Content) -> Iterator[Told]:
    """Return the texts of every case that stand outside its items."""
    for name, quiz in content.quizzes.items():
        for number, case in enumerate(quiz.case_studies):
            at = content.places["quiz", name].under("case_studies", number)
            yield Told(case.title, at.under("title"), name, case.id)
            for path, part in [(("header",), case.header), *((path, tab) for path, _, tab in texts(case))]:
                yield from (Told(found.text, at.under(*path, *found.path), name, case.id) for found in passages(part))


def choices(model: BaseModel, path: tuple[str | int, ...] = ()) -> Iterator[Choices]:
    """Find every list of options below a model."""
    for step, value in _parts(model):
        if isinstance(value, list) and value and all(isinstance(part, Choice) for part in value):
            yield Choices((*path, *step), value)
        elif isinstance(value, BaseModel):
            yield from choices(value, (*path, *step))


def spans(model: BaseModel) -> Iterator[Choices]:
    """Find the words to choose among in a text: options without an order, a length or a grammar of their own."""
    for name in type(model).model_fields:
        value = getattr(model, name)
        if isinstance(value, dict) and value and all(isinstance(part, Choice) for part in value.values()):
            yield Choices((name,), list(value.values()), list(value))


def passages(model: BaseModel, path: tuple[str | int, ...] = ()) -> Iterator[Passage]:
    """Find every text below a model."""
    for step, value in _parts(model):
        for inner, part in (
            (((*step, number), part) for number, part in enumerate(value))
            if isinstance(value, list)
            else [(step, value)]
        ):
            if isinstance(part, BaseModel):
                yield from passages(part, (*path, *inner))
            elif isinstance(part, RichText):
                yield Passage(
                    (*path, *inner), part.plain(), without_roles(part), tuple(entry for entry, _ in part.citations())
                )
            elif isinstance(part, str):
                yield Passage((*path, *inner), part, part)


def _parts(model: BaseModel) -> Iterator[tuple[tuple[str | int, ...], object]]:
    """Return a model's fields; the values of a mapping, and models in a list, stand by themselves."""
    for name in type(model).model_fields:
        if name in _NOT_TEXT:
            continue
        value = getattr(model, name)
        if isinstance(value, dict):
            yield from (((name, key), inner) for key, inner in value.items())
        elif isinstance(value, list) and value and not all(isinstance(part, Choice) for part in value):
            yield from (((name, number), inner) for number, inner in enumerate(value))
        else:
            yield (name,), value


def without_roles(text: RichText) -> str:
    """Return a text's words without its `{ev}` roles."""

    def words(nodes: list[object]) -> str:
        found = ""
        for node in nodes:
            if isinstance(node, str):
                found += node
            elif isinstance(node, dict):
                found += "\N{WORD JOINER}" if "ev" in node else node.get("code") or words(next(iter(node.values())))
        return found

    return "\n\n".join(words(list(paragraph)) for paragraph in text.paragraphs)
