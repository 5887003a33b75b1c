"""The course as a PDF and as an e-book: the same pages, with static questions and the answers at the back."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import yaml

from redflags import __version__
from redflags.book.build import pages
from redflags.chromium import FLAGS, find_chromium
from redflags.compile import CHECKED, sound_content, write_compiled
from redflags.static_files import CONTENT, STATIC
from redflags.widgets.show import BOOK_BUILD

NAME = "when-back-pain-is-cancer"
SMALLEST = 20_000
"""Bytes that a PDF with words in it can't be smaller than."""


def print_book(root: Path) -> int:
    """Write `_build/print/*.pdf` and `*.epub`; returns an exit code.

    Raises
    ------
    ContentError
        Something is wrong with the content.
    """
    target = root / "_build" / "print"
    # A file that an earlier run left would become part of the e-book.
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    browser = find_chromium()
    if browser is None:
        print("A PDF needs Chromium and none was found: name one in the variable CHROMIUM.", file=sys.stderr)
        return 1
    write_compiled(sound_content(root), root / "_build" / "content")
    (target / "_toc.yml").write_text(_toc(root), encoding="utf-8")
    (target / "_config.yml").write_text(_config(root), encoding="utf-8")
    for builder in ("singlehtml", "epub"):
        if _sphinx(root, target, builder):
            print("The book was not printed: see the errors above.", file=sys.stderr)
            return 1
    epub = target / f"{NAME}.epub"
    shutil.copyfile(next((target / "epub" / "_build" / "epub").glob("*.epub")), epub)
    pdf = target / f"{NAME}.pdf"
    page = target / "singlehtml" / "_build" / "singlehtml" / "index.html"
    command = [browser, "--headless", *FLAGS, "--no-pdf-header-footer", "--generate-pdf-document-outline"]
    subprocess.run([*command, f"--print-to-pdf={pdf}", page.as_uri()], check=True, timeout=600, capture_output=True)
    with zipfile.ZipFile(epub) as book:
        missing = {f"{page}.xhtml" for page in pages(root)} - set(book.namelist())
    if missing or pdf.stat().st_size < SMALLEST:
        print(f"The book is not whole: {', '.join(sorted(missing)) or pdf.name}.", file=sys.stderr)
        return 1
    for file in (pdf, epub):
        print(f"{file.relative_to(root)}: {file.stat().st_size // 1000:,} kB")
    return 0


def _toc(root: Path) -> str:
    """Return the order of the pages, with the answers at the back."""
    toc: dict[str, Any] = yaml.safe_load((root / "_toc.yml").read_text(encoding="utf-8"))
    last = {"file": "answers"}
    if "parts" in toc:
        toc["parts"].append({"caption": "Answers", "chapters": [last]})
    else:
        toc["chapters"].append(last)
    return yaml.safe_dump(toc, sort_keys=False)


def _config(root: Path) -> str:
    """Return the book's settings with our print style."""
    config: dict[str, Any] = yaml.safe_load((root / "_config.yml").read_text(encoding="utf-8"))
    config["sphinx"]["config"] |= {
        "html_static_path": [str(STATIC / "paper")],
        "html_css_files": ["paper.css"],
        "epub_css_files": ["paper.css"],
        "version": __version__,
        "epub_show_urls": "no",
        "epub_tocdepth": 2,
    }
    return yaml.safe_dump(config, sort_keys=False)


def _sphinx(root: Path, target: Path, builder: str) -> int:
    # A folder each: what one builder read of a page is not what the other would.
    command = [
        *(str(Path(sys.executable).with_name("jupyter-book")), "build", str(root / "book")),
        *("--config", str(target / "_config.yml"), "--toc", str(target / "_toc.yml")),
        *("--path-output", str(target / builder), "-W", "--keep-going", "-q"),
        *("--builder", "custom", "--custom-builder", builder),
    ]
    environment = {
        **os.environ,
        BOOK_BUILD: "1",
        CHECKED: "1",
        CONTENT: str(root / "_build" / "content"),
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
    }
    return subprocess.run(command, env=environment, check=False).returncode
