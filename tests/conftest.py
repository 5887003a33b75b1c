"""What several tests share: the course itself, and a tiny sound course to break."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from redflags.reading import Content, read_content

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
