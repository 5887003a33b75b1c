"""Where notebooks stand in the built site and in JupyterLite, and where their links lead."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from redflags import __version__

if TYPE_CHECKING:
    from collections.abc import Collection

FOLDER = "notebooks"
"""Folder of the site with the notebooks to download."""
LITE = "lite"
"""Folder of the site with JupyterLite."""
CHAPTERS = "chapters"
"""Folder of the chapters' notebooks within JupyterLite."""
WHEEL = f"redflags-{__version__}-py3-none-any.whl"
"""What a kernel without the course's package installs; it stands in `FOLDER`."""
_LINK = re.compile(r"\[((?:[^\[\]]|\[[^\]]*\])+)\]\(([^()\s]+)\)")
_OUTSIDE = re.compile(r"^([a-z][a-z0-9+.-]*:|#|//)", re.IGNORECASE)


def notebook_path(page: str) -> str:
    """Return where a page's notebook stands in the site.

    >>> notebook_path("4-recognise/red-flags")
    'notebooks/4-recognise/red-flags.ipynb'
    """
    return f"{FOLDER}/{page}.ipynb"


def lite_address(page: str) -> str:
    """Return the address, within the site, that opens a page's notebook in JupyterLite."""
    return f"{LITE}/notebooks/index.html?path={CHAPTERS}/{page}.ipynb"


def relinked(text: str, page: str, notebooks: Collection[str], site: str) -> str:
    """Return Markdown whose links to other pages lead somewhere from a notebook.

    To the site, where its address is known; else to the neighbouring notebook; and where a page has none, a link
    becomes its words.

    >>> relinked("[Ask](../4-a/ask.md#how)", "1-b/first", ["4-a/ask"], "")
    '[Ask](../4-a/ask.ipynb)'
    """

    def link(match: re.Match[str]) -> str:
        words, target = match[1], match[2]
        if _OUTSIDE.match(target):
            return match[0]
        file, _, anchor = target.partition("#")
        there = posixpath.normpath(posixpath.join(posixpath.dirname(page), file)).removesuffix(".md")
        if site:
            return f"[{words}]({site}/{there}.html{f'#{anchor}' if anchor else ''})"
        if there in notebooks:
            return f"[{words}]({posixpath.relpath(there, posixpath.dirname(page) or '.')}.ipynb)"
        return words

    return _LINK.sub(link, text)
