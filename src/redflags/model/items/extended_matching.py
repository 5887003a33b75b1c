"""Extended matching: a theme, one list of six to twenty options, two or more cases to match with them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, PrivateAttr, computed_field, model_validator

from redflags.model.items.base import ItemBase, letter, require_distinct
from redflags.model.strict import MisfitError, Strict
from redflags.model.text import RichText, Text


class MatchingOption(Strict):
    """One answer that serves every case."""

    text: RichText
    fits: RichText
    """What a case that it answers looks like; shown after answering."""
    _id: str = PrivateAttr(default="")

    @computed_field  # type: ignore[prop-decorator]  # mypy knows no decorated property
    @property
    def id(self) -> str:
        """Letter by position, from a."""
        return self._id


class MatchingCase(Strict):
    """One case to match."""

    text: RichText
    key: Text
    """The right option, word for word."""
    why: RichText
    """Why that option, and why not its neighbours."""
    misconception: Text
    """The mistaken idea that another option shows."""
    _id: str = PrivateAttr(default="")
    _answer: str = PrivateAttr(default="")

    @computed_field  # type: ignore[prop-decorator]  # mypy knows no decorated property
    @property
    def id(self) -> str:
        """Name by position, from s1."""
        return self._id

    @computed_field  # type: ignore[prop-decorator]  # mypy knows no decorated property
    @property
    def answer(self) -> str:
        """Letter of the right option."""
        return self._answer


class ExtendedMatching(ItemBase):
    """Cases matched with the options of one theme; an option may answer several, one, or none."""

    type: Literal["extended-matching"]
    theme: Text
    options: Annotated[list[MatchingOption], Field(min_length=6, max_length=20)]
    cases: Annotated[list[MatchingCase], Field(min_length=2, max_length=6)]

    @model_validator(mode="after")
    def _keys_are_options(self) -> ExtendedMatching:
        letter(self.options)
        require_distinct(self.options)
        require_distinct(self.cases, "cases")
        letters = {option.text.plain(): option.id for option in self.options}
        for place, case in enumerate(self.cases):
            if case.key not in letters:
                message = f"{case.key!r} is not an option; options are {', '.join(letters)}"
                raise MisfitError(message, "cases", place, "key")
            case._id = f"s{place + 1}"  # noqa: SLF001 (ours: the name comes from the list that holds the case)
            case._answer = letters[case.key]  # noqa: SLF001 (ours, as above)
        return self
