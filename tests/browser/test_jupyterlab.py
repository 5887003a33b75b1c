"""Promise: in JupyterLab the same player answers to a real kernel, which reads responses and marks."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING

import nbformat
import pytest
from playwright.sync_api import expect

from redflags.static_files import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import Open

ITEM = next(item for item in compiled("quizzes", "red-flags.json")["items"] if item["id"] == "rf-rank-night")
CELLS = (
    f'from redflags.widgets import Quiz\nquiz = Quiz("red-flags", items=["{ITEM["id"]}"])\nquiz',
    'row = quiz.results().iloc[0]; print(row.earned, "of", row["max"], "at", row.certainty, "score", quiz.score)',
)


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start a JupyterLab of its own, with a notebook of two cells; yields the notebook's address."""
    folder = tmp_path_factory.mktemp("lab")
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in CELLS])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(notebook, folder / "quiz.ipynb")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    own = {f"JUPYTER_{name}_DIR": str(folder / name.lower()) for name in ("CONFIG", "DATA", "RUNTIME")}
    environment = {
        **os.environ,
        **own,
        "IPYTHONDIR": str(folder / "ipython"),
        "JUPYTERLAB_SETTINGS_DIR": str(folder / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(folder / "workspaces"),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }
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
    log = (folder / "log").open("w")
    server = subprocess.Popen(
        [sys.executable, "-m", "jupyterlab", *options], env=environment, stdout=log, stderr=subprocess.STDOUT
    )
    address = f"http://127.0.0.1:{port}"
    for _ in range(120):
        try:
            urllib.request.urlopen(f"{address}/api", timeout=2).close()  # noqa: S310 (our own server)
            break
        except OSError:
            assert server.poll() is None, (folder / "log").read_text()
            time.sleep(0.5)
    yield f"{address}/lab/tree/quiz.ipynb"
    server.terminate()
    server.wait(20)
    log.close()


def test_an_answer_given_in_the_notebook_is_marked_in_the_kernel(visit: Open, lab: str):
    page = visit(lab).page
    page.set_default_timeout(60_000)
    first, second = (page.locator(".jp-CodeCell").nth(place) for place in (0, 1))
    expect(first).to_be_visible(timeout=60_000)
    # The toolbar says idle before the kernel has answered, and a cell run too early is lost without a word.
    expect(page.get_by_text("| Idle")).to_be_visible(timeout=60_000)
    first.locator(".cm-content").click()
    page.keyboard.press("Shift+Enter")

    question = first.get_by_role("article")
    expect(question).to_be_visible(timeout=60_000)
    wrong = next(place for place, option in enumerate(ITEM["options"]) if not option["correct"])
    right = next(place for place, option in enumerate(ITEM["options"]) if option["correct"])
    question.get_by_role("radio").nth(wrong).check()
    question.get_by_role("button", name="2 · 67 to 80").click()
    question.get_by_role("button", name="Try again").click()
    question.get_by_role("radio").nth(right).check()
    question.get_by_role("button", name="Check my answer").click()
    expect(question).to_contain_text("Take home:")

    second.locator(".cm-content").click()
    page.keyboard.press("Shift+Enter")
    output = second.locator(".jp-OutputArea-output")
    # The first attempt counts, in the kernel as in the page.
    expect(output).to_have_text(re.compile(r"0(\.0)? of 1 at 2(\.0)? score 0\.0"), timeout=60_000)
