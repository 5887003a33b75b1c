"""A virtual patient for the tiny course: the smallest one that has some of everything."""

from __future__ import annotations

import shutil
from pathlib import Path

CASES = Path(__file__).parent / "cases"


def add_case(root: Path) -> Path:
    """Add the patient, its page and the list of all patients to a copy of the tiny course; gives the case's file."""
    book = root / "book"
    (book / "cases").mkdir()
    (book / "8-patients").mkdir()
    shutil.copy(CASES / "the-step.yaml", book / "cases")
    for page in ("the-step.md", "index.md"):
        shutil.copy(CASES / page, book / "8-patients")
    shutil.copy(CASES / "actions.yaml", book)
    shutil.copy(CASES / "evidence.yaml", book / "evidence" / "cases.yaml")
    with (root / "_toc.yml").open("a", encoding="utf-8") as toc:
        toc.write("  - file: 8-patients/index\n  - file: 8-patients/the-step\n")
    return book / "cases" / "the-step.yaml"
