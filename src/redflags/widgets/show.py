"""How every player shows itself in a notebook, and in a page of the book, which has no kernel."""

from __future__ import annotations

import os
from typing import Any

import anywidget

BOOK_BUILD = "REDFLAGS_BOOK_BUILD"
"""Environment variable that the book's build sets: a page has no kernel, so a widget there is static HTML."""


class Player(anywidget.AnyWidget):
    """A widget with a readable twin in plain HTML."""

    def static_html(self) -> str:
        """Return the twin."""
        raise NotImplementedError

    def open(self) -> None:
        """Open the comm to the notebook; a book page has none, and so no widget state stays in it."""
        if not os.environ.get(BOOK_BUILD):
            super().open()

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        """Show the player; hosts without widgets, and book pages, get readable HTML."""
        html = {"text/plain": repr(self), "text/html": self.static_html()}
        if os.environ.get(BOOK_BUILD):
            return html
        # anywidget gives the bundle, or the bundle and its metadata
        bundle = super()._repr_mimebundle_(**kwargs)
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle, {})
        return {**(data or {}), **html}, metadata
