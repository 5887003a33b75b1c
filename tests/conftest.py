"""What several tests share: the course itself, and a tiny sound course to break."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from redflags.compile import compile_patient
from redflags.reading import Content, read_content
from tiny_case import add_case

ROOT = Path(__file__).parents[1]
TINY = Path(__file__).parent / "books" / "tiny"


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
    return add_case(tiny)


@pytest.fixture
def case(with_case: Path) -> dict[str, Any]:
    """Compile the tiny course's virtual patient."""
    return compile_patient(read_content(with_case.parents[2]), with_case.stem)
