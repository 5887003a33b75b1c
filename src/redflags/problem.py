"""What is wrong with content, said so that its author can mend it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One error: where it stands, what is wrong, what would be right."""

    file: str
    """Path from the course's root, with forward slashes."""
    line: int
    """Counted from 1."""
    message: str
    text: str = ""
    """The offending line, or its beginning."""
    remedy: str = ""
    """What is allowed, or what to do."""

    def __str__(self) -> str:
        """Format as compilers do, so that editors jump to the place."""
        lines = [f"{self.file}:{self.line}: {self.message}"]
        if self.text:
            lines.append(f"    | {self.text}")
        if self.remedy:
            lines.append(f"    = {self.remedy}")
        return "\n".join(lines)


class ContentError(Exception):
    """Content that can't be used; carries all its problems."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(problems)
        count = len(self.problems)
        found = f"{count} problem{'s' if count > 1 else ''} found; nothing was written."
        super().__init__("\n".join([*map(str, self.problems), "", found]))
