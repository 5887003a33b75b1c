"""What stands beside a drawing."""

from redflags.model.strict import Strict
from redflags.model.text import Text


class Figure(Strict):
    """The file `NAME.yaml` beside `NAME.svg` in `book/figures/`."""

    title: Text
    """The point of the figure, not its topic."""
    alt: Text
    """All that the figure says, in words."""
    source: Text
    """Who drew it and which data it shows."""
    licence: Text
