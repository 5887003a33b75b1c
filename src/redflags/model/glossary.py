"""The glossary: what a term means, in words a first-year student knows."""

from typing import Annotated

from pydantic import Field, model_validator

from redflags.model.strict import MisfitError, Strict
from redflags.model.text import Slug, Text


class Term(Strict):
    """One term."""

    id: Slug
    term: Text
    """As it stands inside a sentence: lower case unless it is a name."""
    abbreviation: Text | None = None
    """Found in pages as it is written here, capitals and all."""
    also: list[Text] = []
    """Further forms that mean the same: plurals, other spellings."""
    definition: Text
    """One or two sentences. A clinical number has no place here: it belongs in a chapter, with its source."""

    @property
    def forms(self) -> list[str]:
        """Every way in which a page may write it."""
        return [self.term, *([self.abbreviation] if self.abbreviation else []), *self.also]


class Glossary(Strict):
    """The file `book/glossary.yaml`."""

    terms: Annotated[list[Term], Field(min_length=1)]

    @model_validator(mode="after")
    def _one_meaning(self) -> "Glossary":
        seen: dict[str, str] = {}
        for place, term in enumerate(self.terms):
            for form in term.forms:
                first = seen.setdefault(form.casefold(), term.id)
                if first != term.id:
                    raise MisfitError(f"“{form}” is already a form of `{first}`", "terms", place)
        return self
