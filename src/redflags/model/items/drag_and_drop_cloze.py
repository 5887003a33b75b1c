"""Drag-and-drop cloze: sentences whose blanks are filled from one list of tokens."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, computed_field, model_validator

from redflags.model.items.base import ItemBase, letter, require_distinct
from redflags.model.items.places import BlankSegment, blanks_in, require_same
from redflags.model.items.tokens import Token
from redflags.model.strict import MisfitError
from redflags.model.text import Slug, Text


class ClozeToken(Token):
    """Words that fit one target, or none."""

    target: Slug | None = None
    """Name of the target that it belongs in."""
    misconception: Text | None = None
    """The mistaken idea that a wrong place for it shows."""

    @model_validator(mode="after")
    def _wrong_tokens_teach(self) -> ClozeToken:
        if self.target is None and self.misconception is None:
            raise ValueError("a token without `target` needs `misconception`: the mistaken idea that placing it shows")
        return self


class DragAndDropCloze(ItemBase):
    """Sentences to complete; `{name}` in the text is where the target of that name stands."""

    type: Literal["drag-and-drop-cloze"]
    text: Text
    targets: Annotated[dict[Slug, Text], Field(min_length=1, max_length=5)]
    """What a screen reader calls each target, such as "first action", by its name in the text."""
    tokens: Annotated[list[ClozeToken], Field(min_length=4, max_length=10)]

    @computed_field  # type: ignore[prop-decorator]  # mypy knows no decorated property
    @property
    def segments(self) -> list[str | BlankSegment]:
        """Split the text at its targets."""
        return blanks_in(self.text)

    @model_validator(mode="after")
    def _one_token_each(self) -> DragAndDropCloze:
        letter(self.tokens)
        require_distinct(self.tokens, "tokens")
        require_same([self.text], self.targets, "the text has", "targets")
        for place, token in enumerate(self.tokens):
            if token.target is not None and token.target not in self.targets:
                message = f"{token.target!r} is not a target; targets are {', '.join(self.targets)}"
                raise MisfitError(message, "tokens", place, "target")
        keys = [token.target for token in self.tokens if token.target is not None]
        if sorted(keys) != sorted(self.targets):
            raise MisfitError(f"each target has exactly one token; the tokens have the targets {keys}", "tokens")
        if len(keys) == len(self.tokens):
            raise MisfitError("at least one token must belong nowhere, or the last is given away", "tokens")
        return self
