"""Scripts and styles of a page: ours in, what would fetch from elsewhere out."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydata_sphinx_theme import __version__ as pydata_version
from sphinx.errors import ExtensionError

from redflags.book.paper import BUILDERS as PAPER
from redflags.labs import names
from redflags.score_lab import NAME as SCORE
from redflags.static_files import STATIC

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx

FILES = (
    *("page.js", "claims.js", "case.js", "register.js", "progress.js"),
    *("case.css", "progress.css", "labs.css", "page.css", "players.css"),
    *("plotly-basic.min.js", "plotly-gl3d.min.js"),
)
OWN_FILES = {
    "redflags_claim_check": ["claims.js"],
    "redflags_case": ["case.js", "case.css"],
    "redflags_register": ["register.js"],
    "redflags_progress": ["progress.js", "progress.css"],
}
"""Scripts and styles of single pages, by the mark that their directive leaves in the page's metadata."""
UNUSED = ("thebe", "togglebutton", "design-tabs", "unpkg.com")
"""Scripts and styles that extensions put on every page for things that this book has none of.

sphinx-thebe's would load from another host; tabs and toggle buttons have no page that uses them.
"""
DESCRIPTION = "An open course for medical and nursing students: when back pain is cancer, and how rarely it is."


def copy(app: Sphinx) -> None:
    """Put the front end's files beside the theme's, before Sphinx counts their checksums."""
    if app.builder.format != "html" or app.builder.name in PAPER:
        return
    target = Path(app.outdir) / "_static" / "redflags"
    target.mkdir(parents=True, exist_ok=True)
    for name in (*FILES, *(f"lab-{lab}.js" for lab in (*names(), SCORE))):
        source = STATIC / name
        if not source.is_file():
            raise ExtensionError(f"the front end's file {name} is missing: run `make frontend`")
        shutil.copy2(source, target / name)


def add_own(app: Sphinx, page: str, _template: str, _context: dict[str, Any], _doctree: object) -> None:
    """Give the pages where claims are judged, a case is played or an explorer stands what they need."""
    if app.builder.name in PAPER:
        return
    marks = app.env.metadata.get(page, {})
    wanted = [file for mark, files in OWN_FILES.items() if marks.get(mark) for file in files]
    labs = dict.fromkeys(marks.get("redflags_labs", ()))
    for file in (*wanted, *(["labs.css"] if labs else []), *(f"lab-{lab}.js" for lab in labs)):
        if file.endswith(".js"):
            app.add_js_file(f"redflags/{file}", loading_method="defer")
        else:
            app.add_css_file(f"redflags/{file}", priority=802)


def tidy(app: Sphinx, _page: str, _template: str, context: dict[str, Any], _doctree: object) -> None:
    """Keep unused scripts and styles out of the page, and give our templates what they show."""
    context["rf_theme_version"] = pydata_version
    context["rf_description"] = DESCRIPTION
    toctree = context.get("generate_toctree_html")
    if toctree is not None:
        context["generate_toctree_html"] = partial(_named, toctree)
    unused = (*UNUSED, "redflags/") if app.builder.name in PAPER else UNUSED
    for kind in ("script_files", "css_files"):
        context[kind] = [file for file in context.get(kind, []) if not any(name in _words(file) for name in unused)]


def _named(toctree: Callable[..., Any], *args: Any, **settings: Any) -> str:
    """Return the theme's navigation; its toggles are arrows, and a screen reader hears nothing of an arrow."""
    return str(toctree(*args, **settings)).replace("<summary>", '<summary aria-label="Pages of this part">')


def _words(asset: Any) -> str:
    """Return an asset's address and inline text."""
    return f"{getattr(asset, 'filename', asset)} {getattr(asset, 'attributes', {}).get('body', '')}"


def setup(app: Sphinx) -> None:
    """Add our files to every page."""
    app.connect("builder-inited", copy)
    app.connect("html-page-context", add_own)
    # After the extensions that add theirs on this event.
    app.connect("html-page-context", tidy, priority=900)
    app.add_css_file("redflags/players.css", priority=800)
    app.add_css_file("redflags/page.css", priority=801)
    app.add_js_file("redflags/page.js", loading_method="defer")
