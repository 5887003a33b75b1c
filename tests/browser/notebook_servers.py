"""Where notebooks run in tests: a JupyterLab of its own, and the site below a path with no other host in reach."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

from conftest import SITE, Open
from redflags.book.build import _Quiet
from redflags.chromium import FLAGS, find_chromium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

PATIENCE = 60
"""Seconds in which a JupyterLab has to listen."""
STAYS_HOME = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost"


@contextmanager
def jupyterlab(folder: Path, **environment: str) -> Iterator[str]:
    """Run a JupyterLab with nothing of this user's in it; yields the address of its workspaces."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    own = {f"JUPYTER_{name}_DIR": str(folder / name.lower()) for name in ("CONFIG", "DATA", "RUNTIME")}
    options = (
        *(
            "--no-browser",
            "--allow-root",
            f"--port={port}",
            "--ServerApp.port_retries=0",
            f"--ServerApp.root_dir={folder}",
        ),
        *("--IdentityProvider.token=", "--ServerApp.password=", "--LabApp.news_url="),
    )
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "jupyterlab", *options],
            env={
                **os.environ,
                **own,
                **environment,
                "IPYTHONDIR": str(folder / "ipython"),
                "JUPYTERLAB_SETTINGS_DIR": str(folder / "settings"),
                "JUPYTERLAB_WORKSPACES_DIR": str(folder / "workspaces"),
                "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            },
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            until = time.monotonic() + PATIENCE
            while not _listens(port):
                assert server.poll() is None, (folder / "log").read_text()
                assert time.monotonic() < until, "JupyterLab did not start"
                time.sleep(0.5)
            yield f"http://127.0.0.1:{port}/lab/workspaces"
        finally:
            server.terminate()
            server.wait(20)


def _listens(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=2).close()
    except OSError:
        return False
    return True


@contextmanager
def alone(browser: Browser, folder: Path) -> Iterator[Open]:
    """Serve the site below a path, by the course's own server, to a Chromium that finds no host but this one."""
    (folder / "course").symlink_to(SITE)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    chromium = browser.browser_type.launch(executable_path=find_chromium(), args=[*FLAGS, STAYS_HOME])
    try:
        yield Open(chromium, f"http://localhost:{server.server_address[1]}/course", "allow")
    finally:
        chromium.close()
        server.shutdown()
        server.server_close()
