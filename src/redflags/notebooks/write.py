"""Write the notebooks beside the built pages."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import yaml

from redflags.notebooks.addresses import FOLDER, notebook_path
from redflags.notebooks.notebook import notebook
from redflags.notebooks.parse import has_players

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from redflags.reading import Content


def write_notebooks(content: Content, root: Path, site: Path, pages: Iterable[str]) -> list[str]:
    """Write every page with a player as a notebook; returns those pages.

    A notebook that is as it was is left alone, and one whose page is gone is removed.

    Raises
    ------
    ContentError
        A page holds something that has no place in a notebook.
    """
    pages = list(pages)
    address = site_address(root)
    written = [page for page in pages if has_players(content.pages.get(f"book/{page}.md", ()))]
    for page in written:
        made = notebook(content, root, page, pages, address)
        text = json.dumps(made, ensure_ascii=False, indent=1) + "\n"
        path = site / notebook_path(page)
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    wanted = {site / notebook_path(page) for page in written}
    for path in (site / FOLDER).rglob("*.ipynb"):
        if path not in wanted:
            path.unlink()
    return written


def site_address(root: Path) -> str:
    """Return the address of the published course, where `_config.yml` names it (`sphinx: config: html_baseurl`)."""
    settings = yaml.safe_load((root / "_config.yml").read_text(encoding="utf-8"))
    found = settings.get("sphinx", {}).get("config", {}).get("html_baseurl") or ""
    return str(found).rstrip("/")
