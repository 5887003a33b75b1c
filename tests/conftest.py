"""What several tests share: the course itself, and a tiny sound course to break."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from redflags.compile import compile_patient
from redflags.reading import Content, read_content

ROOT = Path(__file__).parents[1]
TINY = Path(__file__).parent / "books" / "tiny"
CASES = Path(__file__).parent / "cases"


@pytest.fixture(scope="session")
def course() -> Content:
    """Read the content of this course."""
    return read_content(ROOT)


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """Copy a course with one chapter, one quiz and three evidence entries, all sound."""
    root = tmp_path / "tiny"
    shutil.copytree(TINY, root)
    return root


@pytest.fixture
def with_case(tiny: Path) -> Path:
    """Add one virtual patient, all sound, to the tiny course; gives its file."""
    book = tiny / "book"
    (book / "cases").mkdir()
    (book / "8-patients").mkdir()
    shutil.copy(CASES / "the-step.yaml", book / "cases")
    shutil.copy(CASES / "the-step.md", book / "8-patients")
    shutil.copy(CASES / "actions.yaml", book)
    shutil.copy(CASES / "evidence.yaml", book / "evidence" / "cases.yaml")
    toc = tiny / "_toc.yml"
    toc.write_text(toc.read_text(encoding="utf-8") + "  - file: 8-patients/the-step\n", encoding="utf-8")
    return book / "cases" / "the-step.yaml"


@pytest.fixture
def case(with_case: Path) -> dict[str, Any]:
    """Compile the tiny course's virtual patient."""
    return compile_patient(read_content(with_case.parents[2]), with_case.stem)
