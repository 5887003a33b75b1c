"""Under the title of a page with players: its notebook, opened in the browser or downloaded."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from redflags.book.paper import on_paper
from redflags.notebooks import has_players, lite_address, notebook_path

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


def notebook_link(env: BuildEnvironment) -> str:
    """Return the line with both links; empty on paper, and on a page that is no notebook.

    The addresses are relative, so that they hold wherever the site stands.
    """
    page = env.docname
    lines = Path(env.doc2path(page)).read_text(encoding="utf-8").splitlines()
    if on_paper(env) or not has_players(lines):
        return ""
    home = "../" * page.count("/")
    return (
        '<p class="rf-notebook">'
        f'<a href="{escape(home + lite_address(page))}">Open as a notebook in the browser</a> '
        f'<a href="{escape(home + notebook_path(page))}" download>Download the notebook</a></p>'
    )
