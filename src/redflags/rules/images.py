"""E09: every image has its alternative in words, and every drawing its licence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from redflags.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from redflags.reading import Content

_MARKDOWN = re.compile(r"!\[\s*\]\(|<img(?![^>]*\balt=\"[^\"]+\")")
_DIRECTIVE = re.compile(r"^\s*(?:`{3,}|:{3,})\{(?:image|figure)\}")


def check(content: Content) -> Iterator[Problem]:
    """Check pages and drawings; a drawing's file of words is checked by its model too."""
    for file, lines in content.pages.items():
        for number, line in enumerate(lines, start=1):
            options = []
            for following in lines[number:]:
                if not re.match(r"\s*:[a-z-]+:", following):
                    break
                options.append(following)
            bare = _DIRECTIVE.match(line) and not any(re.match(r"\s*:alt:\s*\S", option) for option in options)
            if _MARKDOWN.search(line) or bare:
                yield Problem(file, number, "an image without alternative text", line.strip()[:100],
                              "say in words all that it shows", rule="E09")  # fmt: skip
    for name, path in content.drawings.items():
        if name not in content.figures and not any(path[:-4] in problem.file for problem in content.problems):
            yield Problem(path, 1, "a drawing without its file of words", "", f"write book/figures/{name}.yaml: "
                          "title, alt, source, licence", rule="E09")  # fmt: skip
