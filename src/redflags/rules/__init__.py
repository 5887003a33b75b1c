"""What makes content sound, across files: one module per subject, each `check(content) -> problems`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from redflags.rules import chapters, citations, items, register

if TYPE_CHECKING:
    from redflags.problem import Problem
    from redflags.reading import Content


def check(content: Content) -> list[Problem]:
    """Return everything that is wrong with the content, sorted by place: reading errors, then broken rules."""
    found = [*content.problems]
    for subject in (register, items, citations, chapters):
        found += subject.check(content)
    return sorted(set(found))
