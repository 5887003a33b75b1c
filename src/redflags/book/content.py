"""The course's content within a Sphinx build: read once, refused if unsound."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.errors import ExtensionError
from sphinx.util.docutils import SphinxDirective

from redflags.compile import CHECKED, compile_register, sound_content
from redflags.problem import ContentError
from redflags.reading import read_content

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from redflags.reading import Content

PACKAGE = Path(__file__).parents[1]


def load(app: Sphinx) -> None:
    """Read all content; a problem anywhere ends the build with the list of all of them."""
    root = Path(app.srcdir).parent
    try:
        content = read_content(root) if os.environ.get(CHECKED) else sound_content(root)
    except ContentError as error:
        raise ExtensionError(str(error)) from error
    app.redflags_content = content  # type: ignore[attr-defined]  # Sphinx keeps no typed place for an extension's data
    app.redflags_register = compile_register(content)  # type: ignore[attr-defined]


def content_of(env: BuildEnvironment) -> Content:
    """Return the content of the running build."""
    found: Content = env.app.redflags_content  # type: ignore[attr-defined]
    return found


def register_of(env: BuildEnvironment) -> dict[str, Any]:
    """Return the compiled register of the running build."""
    found: dict[str, Any] = env.app.redflags_register  # type: ignore[attr-defined]
    return found


def depend(env: BuildEnvironment, *kinds_and_ids: tuple[str, str]) -> None:
    """Rebuild the current page when the file of one of these pieces of content changes."""
    root = Path(env.srcdir).parent
    for key in kinds_and_ids:
        place = content_of(env).places.get(key)
        if place is not None:
            env.note_dependency(str(root / place.document.file))


class CourseDirective(SphinxDirective):
    """A directive that writes HTML from the course's content."""

    @property
    def content_model(self) -> Content:
        """The content of the running build."""
        return content_of(self.env)

    def html(self, text: str) -> nodes.raw:
        """Return HTML as a node."""
        return nodes.raw("", text, format="html")

    def caption(self) -> Sequence[nodes.Node]:
        """Return the directive's body, parsed as prose."""
        return self.parse_content_to_nodes()


def _code_fingerprint() -> str:
    """Return a digest of this package's code, so that a changed renderer rebuilds every page."""
    digest = hashlib.sha256()
    for path in sorted(PACKAGE.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def depend_if_run(app: Sphinx, doctree: nodes.document) -> None:
    """Rebuild a page with code cells when any content changes: its cells may show any quiz."""
    del doctree
    if "kernelspec" in app.env.metadata[app.env.docname]:
        depend(app.env, *content_of(app.env).places)


def setup(app: Sphinx) -> None:
    """Read the content when the builder starts."""
    app.connect("doctree-read", depend_if_run)
    app.add_config_value("redflags_code", _code_fingerprint(), "env", str)
    app.connect("builder-inited", load)
