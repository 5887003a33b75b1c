"""Build the book, prove that it has pages, serve it."""

from __future__ import annotations

import hashlib
import mimetypes
import os
import re
import subprocess
import sys
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from sphinx_external_toc.parsing import parse_toc_yaml

from redflags.compile import CHECKED, sound_content, write_compiled
from redflags.notebooks import write_notebooks
from redflags.notebooks.addresses import LITE
from redflags.problem import ContentError
from redflags.static_files import CONTENT
from redflags.widgets.show import BOOK_BUILD

# A kernel in the browser hangs without a word if this has another type; not every system knows it.
mimetypes.add_type("application/wasm", ".wasm")
mimetypes.add_type("text/javascript", ".mjs")

MIN_WORDS = 80
"""A page with fewer words than this is taken for an empty one."""


def html(root: Path) -> int:
    """Build every page with warnings as errors; returns an exit code.

    A build that makes no pages fails: elsewhere a pipeline stayed green for months while it published nothing.
    """
    started = time.monotonic()
    site, compiled = root / "_build" / "html", root / "_build" / "content"
    inputs, stamp = _fingerprint(root), root / "_build" / ".inputs"
    unchanged = stamp.is_file() and stamp.read_text(encoding="utf-8") == inputs
    if unchanged and not any(poor_pages(root, site)):
        print("Nothing changed: the book stands in _build/html.")
        return 0
    stamp.unlink(missing_ok=True)
    try:
        # Cells of pages read what the compiler writes; and content's errors need no traceback around them.
        content = sound_content(root)
        write_compiled(content, compiled)
    except ContentError as error:
        print(error, file=sys.stderr)
        return 1
    command = [
        *(str(Path(sys.executable).with_name("jupyter-book")), "build", str(root / "book")),
        *(
            "--config",
            str(root / "_config.yml"),
            "--toc",
            str(root / "_toc.yml"),
            "--path-output",
            str(root),
        ),
        *("-W", "--keep-going", "-q"),
    ]
    ours = {BOOK_BUILD: "1", CHECKED: "1", CONTENT: str(compiled)}
    environment = {**os.environ, **ours, "PYDEVD_DISABLE_FILE_VALIDATION": "1"}
    done = subprocess.run(command, env=environment, check=False)
    if done.returncode:
        print("The book was not built: see the errors above.", file=sys.stderr)
        return 1
    remove_old_pages(root, site)
    try:
        write_notebooks(content, root, site, pages(root))
    except ContentError as error:
        print(error, file=sys.stderr)
        return 1
    missing = list(poor_pages(root, site))
    for line in missing:
        print(line, file=sys.stderr)
    if not missing:
        stamp.write_text(inputs, encoding="utf-8")
        print(f"The book stands in _build/html ({time.monotonic() - started:.0f} s).")
    return 1 if missing else 0


OWN_PAGES = {"search", "genindex"}
"""Pages that Sphinx makes by itself."""


NO_PAGES = {"_static", LITE}
"""Folders whose HTML is no page of the book."""


def remove_old_pages(root: Path, site: Path) -> None:
    """Remove what an earlier build made of pages that `_toc.yml` no longer names: nobody should find them."""
    wanted = {site / f"{page}.html" for page in (*pages(root), *OWN_PAGES)}
    for path in site.rglob("*.html"):
        if path not in wanted and path.relative_to(site).parts[0] not in NO_PAGES:
            path.unlink()


def _fingerprint(root: Path) -> str:
    """Return a digest of everything that the pages are made from: names, sizes and times of change."""
    package = Path(__file__).parents[1]
    files = [root / "_config.yml", root / "_toc.yml", *(root / "book").rglob("*")]
    files += [*(root / "exercises").rglob("*"), *package.rglob("*")]
    digest = hashlib.sha256()
    for path in sorted(files):
        if path.is_file() and path.suffix != ".pyc":
            state = path.stat()
            digest.update(f"{path}|{state.st_size}|{state.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def pages(root: Path) -> list[str]:
    """Return every page that `_toc.yml` names, without suffix."""
    toc = parse_toc_yaml(root / "_toc.yml")
    return [str(document) for document in toc]


def poor_pages(root: Path, site: Path) -> list[str]:
    """Say which pages of `_toc.yml` are missing or nearly empty."""
    found = []
    for page in pages(root):
        path = site / f"{page}.html"
        if not path.is_file():
            found.append(f"_toc.yml:1: the page {page} was not built")
            continue
        main = re.search(r"<main.*?</main>|<article.*?</article>", path.read_text(encoding="utf-8"), re.DOTALL)
        words = re.sub(r"<(script|style).*?</\1>|<[^>]+>", " ", main[0] if main else "", flags=re.DOTALL).split()
        if len(words) < MIN_WORDS:
            found.append(f"_toc.yml:1: the page {page} has only {len(words)} words")
    return found


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files without a line per request, and never from a stale cache."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the base class calls it so)
        """Say nothing."""

    def end_headers(self) -> None:
        """Ask the browser to check each file again: an author has just changed one."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()


def serve(site: Path, port: int) -> int:
    """Serve a built site on this machine alone until interrupted; takes the next free port."""
    if not (site / "index.html").is_file():
        print("There is nothing to serve yet: run `make html` first.", file=sys.stderr)
        return 1
    for candidate in range(port, port + 20):
        try:
            server = ThreadingHTTPServer(("127.0.0.1", candidate), partial(_Quiet, directory=str(site)))
        except OSError:
            continue
        with server:
            print(f"Open http://127.0.0.1:{candidate}/ in a browser. Ctrl+C ends.", flush=True)
            try:
                server.serve_forever()
            except KeyboardInterrupt:
                print()
        return 0
    print(f"No free port from {port} to {port + 19}.", file=sys.stderr)
    return 1


def live(root: Path, port: int) -> int:
    """Build, serve, and rebuild and reload the browser whenever a content file is saved."""
    from livereload import Server

    def rebuild() -> None:
        html(root)

    rebuild()
    server = Server()
    for pattern in (
        "book/**/*.md",
        "book/**/*.yaml",
        "book/**/*.svg",
        "book/**/*.bib",
        "_toc.yml",
        "_config.yml",
    ):
        server.watch(str(root / pattern), rebuild)
    server.serve(root=str(root / "_build" / "html"), port=port, host="127.0.0.1", open_url_delay=None)
    return 0
