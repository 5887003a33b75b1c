"""A small static host: files, gzip for text, ten minutes of cache, as GitHub Pages does it."""

from __future__ import annotations

import gzip
import threading
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

COMPRESSED = {".wasm"}
"""Files that a host compresses though they aren't text."""
TEXT = {".css", ".html", ".js", ".json", ".map", ".mjs", ".svg", ".txt", ".webmanifest", ".xml"}


@cache
def _gzipped(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), compresslevel=6, mtime=0)


class _Host(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # connections stay open, as on a real host

    def do_GET(self) -> None:
        """Send a file, compressed if it is text and the browser takes gzip."""
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path /= "index.html"
        if not path.is_file():
            self.send_error(404)
            return
        compressed = path.suffix in TEXT | COMPRESSED and "gzip" in self.headers.get("Accept-Encoding", "")
        body = _gzipped(path) if compressed else path.read_bytes()
        kind = self.guess_type(path)
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if path.suffix in TEXT else kind)
        if compressed:
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Vary", "Accept-Encoding")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(body)
        if isinstance(self.server, _Server):
            self.server.sent.append(len(body))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the base class calls it so)
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    sent: list[int]
    """Bytes of each answer, without its headers."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing when a browser that is done closes its connection."""


@contextmanager
def serve(site: Path, sent: list[int] | None = None) -> Iterator[str]:
    """Serve a folder on this machine alone; gives its address, and adds the size of each answer to `sent`."""
    with _Server(("127.0.0.1", 0), partial(_Host, directory=str(site))) as server:
        server.sent = [] if sent is None else sent
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
