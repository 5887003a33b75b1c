"""Something that a learner places somewhere."""

from __future__ import annotations

from pydantic import PrivateAttr, computed_field

from redflags.model.strict import Strict
from redflags.model.text import RichText


class Token(Strict):
    """Words to place, with the reason for where they belong."""

    text: RichText
    why: RichText
    """Why it belongs there, or nowhere; shown after answering."""
    _id: str = PrivateAttr(default="")

    @computed_field  # type: ignore[prop-decorator]  # mypy knows no decorated property
    @property
    def id(self) -> str:
        """Letter by place in the list that the learner sees, from a."""
        return self._id
