"""Scripts and styles of a page: ours in, what would fetch from elsewhere out."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.errors import ExtensionError

from redflags.static_files import STATIC

if TYPE_CHECKING:
    from sphinx.application import Sphinx

FILES = ("page.js", "page.css", "players.css", "plotly-basic.min.js")
FOREIGN = ("unpkg.com", "jsdelivr", "cdnjs")


def copy(app: Sphinx) -> None:
    """Put the front end's files beside the theme's, before Sphinx counts their checksums."""
    if app.builder.format != "html":
        return
    target = Path(app.outdir) / "_static" / "redflags"
    target.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        source = STATIC / name
        if not source.is_file():
            raise ExtensionError(f"the front end's file {name} is missing: run `make frontend`")
        shutil.copy2(source, target / name)


def drop_foreign(_app: Sphinx, _page: str, _template: str, context: dict[str, Any], _doctree: object) -> None:
    """Keep scripts out of the page that would load from another host (sphinx-thebe writes one on every page)."""
    context["script_files"] = [
        script
        for script in context.get("script_files", [])
        if not any(host in str(getattr(script, "attributes", {}).get("body", "")) + str(script) for host in FOREIGN)
        and "thebe" not in str(getattr(script, "filename", ""))
    ]
    context["css_files"] = [
        style for style in context.get("css_files", []) if "thebe" not in str(getattr(style, "filename", ""))
    ]


def setup(app: Sphinx) -> None:
    """Add our files to every page."""
    app.connect("builder-inited", copy)
    # After the extensions that add theirs on this event.
    app.connect("html-page-context", drop_foreign, priority=900)
    app.add_css_file("redflags/players.css", priority=800)
    app.add_css_file("redflags/page.css", priority=801)
    app.add_js_file("redflags/page.js", loading_method="defer")
