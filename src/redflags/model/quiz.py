"""One file of questions: what is to be learned, and what asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field, model_validator

from redflags.model.case_study import CaseStudy
from redflags.model.items import Item
from redflags.model.objective import Objective
from redflags.model.strict import Strict
from redflags.model.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator


class Quiz(Strict):
    """One file of `book/quizzes/`: objectives and items of a chapter, named after the file."""

    title: Text
    chapter: Annotated[str, Field(pattern=r"^[0-9a-z-]+/[0-9a-z-]+$")]
    """Path of the chapter in `book/`, without `.md`."""
    objectives: Annotated[list[Objective], Field(min_length=1)]
    """What a learner can do after the chapter; each item tests one of them."""
    marked: bool = False
    """Marked by an instructor: keys and reasons stay out of everything that is published (docs/exams.md)."""
    hand_in: Text | None = None
    """In a marked quiz: where learners hand in the file of their answers."""
    items: list[Item] = []
    case_studies: list[CaseStudy] = []
    """Unfolding cases of six items each; they come after the items, unless a page names an order."""

    @model_validator(mode="after")
    def _asks_something(self) -> Quiz:
        if not self.items and not self.case_studies:
            raise ValueError("a quiz needs `items` or `case_studies`")
        return self

    def placed_items(self) -> Iterator[tuple[tuple[str | int, ...], Item]]:
        """Return every item with its path in the file: the items, then those of the cases."""
        for number, item in enumerate(self.items):
            yield ("items", number), item
        for number, case in enumerate(self.case_studies):
            for place, step in enumerate(case.steps):
                yield ("case_studies", number, "steps", place, "item"), step.item

    def all_items(self) -> list[Item]:
        """Return every item."""
        return [item for _, item in self.placed_items()]

    def units(self) -> dict[str, list[Item]]:
        """Return what a page can name: single items, and cases as the items of their steps."""
        return {
            **{item.id: [item] for item in self.items},
            **{case.id: [step.item for step in case.steps] for case in self.case_studies},
        }
