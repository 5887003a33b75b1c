"""Every exam's blueprint can be filled from the bank."""

from __future__ import annotations

from typing import TYPE_CHECKING

from redflags.blueprint import DrawError, draw

if TYPE_CHECKING:
    from collections.abc import Iterator

    from redflags.problem import Problem
    from redflags.reading import Content


def check(content: Content) -> Iterator[Problem]:
    """Draw each exam."""
    for name in content.exams:
        try:
            draw(content, name)
        except DrawError as error:
            remedy = "write more questions, or ask for fewer"
            yield content.places["exam", name].under(*error.path).problem(str(error), remedy)
