"""`{offline}`: what of the course is on this device, with buttons to save it, to remove it and to install it.

The page's script shows the buttons that apply (`frontend/publish/offline/panel.ts`), and the publishing step writes the
figures, which only the finished site knows, into `<data value="...">`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from redflags.book.content import CourseDirective
from redflags.book.paper import on_paper

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

ACTS = {"save": "Save the course on this device", "remove": "Remove it from this device", "install": "Install"}
WITHOUT_SCRIPT = "Saving needs scripts, and this browser runs none here. The zip below works without them."


class Offline(CourseDirective):
    """```` ```{offline} ````."""

    def run(self) -> list[nodes.Node]:
        """Return the panel; on paper there is nothing to save."""
        if on_paper(self.env):
            return []
        buttons = "".join(f'<button type="button" value="{act}" hidden>{words}</button>' for act, words in ACTS.items())
        return [
            self.html(
                '<section class="rf-offline" data-offline aria-label="On this device">'
                f'<p role="status" tabindex="-1">{WITHOUT_SCRIPT}</p>'
                '<progress aria-label="Files saved" hidden></progress>'
                f'<p class="rf-offline-acts">{buttons}</p>'
                '<p class="rf-offline-size">It takes about <data value="saved-megabytes">20</data>&nbsp;MB on the '
                'device, in <data value="saved-files">some hundred</data> files; a host that compresses sends about '
                '<data value="sent-megabytes">6</data>&nbsp;MB of them.</p></section>'
            )
        ]


class OfflineZip(CourseDirective):
    """```` ```{offline-zip} ````: the link to the whole site in one file."""

    def run(self) -> list[nodes.Node]:
        """Return the link; on paper there is nothing to press."""
        if on_paper(self.env):
            return []
        home = "../" * self.env.docname.count("/")
        return [
            self.html(
                f'<p class="rf-offline-zip"><a href="{home}when-back-pain-is-cancer.zip" download>'
                'Download the course as a zip (<data value="zip-megabytes">about 6</data>&nbsp;MB)</a></p>'
            )
        ]


def setup(app: Sphinx) -> None:
    """Add both directives."""
    app.add_directive("offline", Offline)
    app.add_directive("offline-zip", OfflineZip)
