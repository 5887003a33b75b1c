"""Promise: one command makes the course a PDF and an e-book, whole, the answers at the back and nothing to press."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tiny_case import add_case
from well_formed import well_formed

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Print the tiny course."""
    root = tmp_path_factory.mktemp("print") / "tiny"
    shutil.copytree(ROOT / "tests" / "books" / "tiny", root)
    shutil.copy(ROOT / "_config.yml", root)
    shutil.copy(ROOT / "book" / "favicon.svg", root / "book")
    for name in ("answers.md", "references.md"):
        shutil.copy(ROOT / "book" / name, root / "book")
    add_case(root)
    toc = root / "_toc.yml"
    toc.write_text(toc.read_text() + "  - file: references\n")
    command = [sys.executable, "-m", "redflags.cli", "--root", str(root), "print"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "_build" / "print"


def chapters(printed: Path) -> dict[str, str]:
    with zipfile.ZipFile(printed / "when-back-pain-is-cancer.epub") as book:
        return {name: book.read(name).decode() for name in book.namelist() if name.endswith(".xhtml")}


def test_every_page_of_the_e_book_is_well_formed_and_holds_no_script(printed: Path):
    for name, page in chapters(printed).items():
        well_formed(page)
        assert "<script" not in page, name
        assert "popovertarget" not in page, name
        assert "var(--" not in page, name


def test_questions_stand_in_their_chapter_and_their_answers_at_the_back(printed: Path):
    pages = chapters(printed)
    first = next(page for name, page in pages.items() if name.endswith("first.xhtml"))
    asked = re.findall(r'id="q-([\w-]+)"', first)
    assert asked
    assert re.findall(r'id="a-([\w-]+)"', pages["answers.xhtml"]) == [*asked, "case-the-step"]
    assert "Take home" not in first
    assert pages["answers.xhtml"].count("Take home") == len(asked)


def test_a_patient_is_told_to_the_decision_and_what_it_was_stands_at_the_back(printed: Path):
    pages = chapters(printed)
    story = next(page for name, page in pages.items() if name.endswith("the-step.xhtml"))
    assert "holding the rail with both hands" in story
    assert "MRI of the whole spine" in story
    for told in ("It should be done within 24 hours.", "He walks to the bus stop in spring.", "<details"):
        assert told not in story
    assert "It should be done within 24 hours." in pages["answers.xhtml"]
    assert "He walks to the bus stop in spring." in pages["answers.xhtml"]


def test_a_citation_leads_to_its_work(printed: Path):
    pages = chapters(printed)
    first = next(page for name, page in pages.items() if name.endswith("first.xhtml"))
    works = re.findall(r'href="[^"]*references\.xhtml#(work-[\w-]+)"', first)
    assert works
    for work in works:
        assert f'id="{work}"' in pages["references.xhtml"]


def test_the_pdf_has_the_pages_and_an_outline(printed: Path):
    pdf = (printed / "when-back-pain-is-cancer.pdf").read_bytes()
    assert pdf.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) >= 3
    assert b"/Outlines" in pdf
