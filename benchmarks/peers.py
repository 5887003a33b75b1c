"""Peers with our words: stock Jupyter Books with jupyterquiz and with ipywidgets, MkDocs with mkdocs-quiz."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.chapter import for_mkdocs

HERE = Path(__file__).parent
PAGE = "chapter"
CONFIG = """\
title: Stock book
sphinx:
  config:
    # A page whose questions failed to run would look cheap.
    nb_execution_raise_on_error: true
"""
TOC = f"""\
format: jb-book
root: index
chapters:
  - file: {PAGE}
"""
NOTEBOOK = """\
---
jupytext:
  text_representation:
    extension: .md
    format_name: myst
kernelspec:
  name: python3
  display_name: Python 3
---
"""


MKDOCS_TITLE = "MkDocs, mkdocs-quiz"
MKDOCS = """\
site_name: MkDocs
use_directory_urls: false
theme:
  name: material
plugins:
  - search
  - mkdocs_quiz
markdown_extensions:
  - admonition
  - tables
"""


@dataclass(frozen=True)
class Peer:
    """A way to put questions in a stock page."""

    name: str
    title: str
    cell: str
    """The page's code cell."""
    trace: str
    """What the built page holds once for each question, if the cell worked."""


PEERS = (
    Peer(
        "jupyterquiz",
        "Stock book, jupyterquiz",
        'from jupyterquiz import display_quiz\n\ndisplay_quiz("questions.json")',
        '"answers":',
    ),
    Peer(
        "ipywidgets",
        "Stock book, ipywidgets",
        'from widget_quiz import show\n\nshow("questions.json")',
        '"_model_name": "ButtonModel"',
    ),
)


def install(work: Path, name: str = "venv", requirements: str = "requirements.txt") -> Path:
    """Make an environment for peers if their requirements changed; returns its folder of commands."""
    venv = work / name
    commands = venv / "bin"
    wanted = "".join((HERE / file).read_text(encoding="utf-8") for file in (requirements, "../requirements.txt"))
    stamp = venv / "installed.txt"
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return commands
    print("Installing the peers' requirements (once) ...", flush=True)
    subprocess.run([sys.executable, "-m", "venv", "--clear", str(venv)], check=True)
    pip = [str(commands / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "-r", str(HERE / requirements)], check=True)
    stamp.write_text(wanted, encoding="utf-8")
    return commands


def build_mkdocs(work: Path, chapter: str, questions: list[dict[str, Any]]) -> Path:
    """Build the peer on MkDocs from nothing; returns the folder of its pages.

    Raises
    ------
    RuntimeError
        The site can't be built, or its page doesn't hold all questions.
    """
    commands = install(work, "mkdocs-venv", "requirements-mkdocs.txt")
    book = work / "mkdocs-quiz"
    shutil.rmtree(book, ignore_errors=True)
    (book / "docs").mkdir(parents=True)
    quizzes = "\n\n".join(map(_mkdocs_question, questions))
    pages = {
        "mkdocs.yml": MKDOCS,
        "docs/index.md": "# MkDocs\n\nThe next page is measured.\n",
        f"docs/{PAGE}.md": f"{for_mkdocs(chapter)}\n## All questions\n\n{quizzes}\n",
    }
    for name, text in pages.items():
        (book / name).write_text(text, encoding="utf-8")
    command = [str(commands / "python"), "-m", "mkdocs", "build", "--quiet", "--strict"]
    done = subprocess.run(command, check=False, cwd=book, capture_output=True, text=True)
    page = book / "site" / f"{PAGE}.html"
    if done.returncode or not page.is_file():
        raise RuntimeError(f"{MKDOCS_TITLE} was not built:\n{done.stderr}")
    found = page.read_text(encoding="utf-8").count('<div class="quiz-question"')
    if found != len(questions):
        raise RuntimeError(f"{MKDOCS_TITLE}: {found} questions on the page, not {len(questions)}")
    return page.parent


def _mkdocs_question(question: dict[str, Any]) -> str:
    if question["type"] == "numeric":
        # It knows no ranges: the number in the middle is right, and no other.
        right = next(answer for answer in question["answers"] if answer.get("correct"))
        value = right["value"] if "value" in right else sum(right["range"]) / 2
        return f"<quiz>\n{question['question']} [[{value:g}]]\n\n---\n{right['feedback']}\n</quiz>"
    options = [
        f"- [{'x' if answer['correct'] else ' '}] {answer['answer']}\n  > {answer['feedback']}"
        for answer in question["answers"]
    ]
    return "\n".join(["<quiz>", question["question"], *options, "</quiz>"])


def build(peer: Peer, commands: Path, work: Path, chapter: str, questions: list[dict[str, Any]]) -> Path:
    """Build a peer's book from nothing; returns the folder of its pages.

    Raises
    ------
    RuntimeError
        The book can't be built, or its page doesn't hold all questions: measuring it would be unfair.
    """
    book = work / peer.name
    shutil.rmtree(book, ignore_errors=True)
    book.mkdir(parents=True)
    cell = f"```{{code-cell}}\n:tags: [remove-input]\n{peer.cell}\n```"
    pages = {
        "_config.yml": CONFIG,
        "_toc.yml": TOC,
        "index.md": "# Stock book\n\nThe next page is measured.\n",
        f"{PAGE}.md": f"{NOTEBOOK}{chapter}\n## All questions\n\n{cell}\n",
        "questions.json": json.dumps(questions, indent=1, ensure_ascii=False),
    }
    for name, text in pages.items():
        (book / name).write_text(text, encoding="utf-8")
    shutil.copy(HERE / "widget_quiz.py", book)
    command = [str(commands / "jupyter-book"), "build", str(book), "-q"]
    environment = {**os.environ, "PYDEVD_DISABLE_FILE_VALIDATION": "1"}
    done = subprocess.run(command, check=False, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{peer.title} was not built:\n{done.stderr}")
    site = book / "_build" / "html"
    page = site / f"{PAGE}.html"
    found = page.read_text(encoding="utf-8").count(peer.trace) if page.is_file() else 0
    if found != len(questions):
        raise RuntimeError(f"{peer.title}: {found} questions on the page, not {len(questions)}")
    return site
