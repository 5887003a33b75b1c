"""What is wrong with content, said so that its author can mend it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """Whether a problem stops the build."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True)
class Problem:
    """One error or warning: where it stands, what is wrong, what would be right."""

    file: str
    """Path from the course's root, with forward slashes."""
    line: int
    """Counted from 1."""
    message: str
    text: str = ""
    """The offending line, or its beginning."""
    remedy: str = ""
    """What is allowed, or what to do."""
    rule: str = ""
    """Code of the linter's rule (`docs/linter.md`), if it is one of those."""
    severity: Severity = Severity.ERROR
    item: str = ""
    """Id of the item it is about, if it is about one."""
    waived: str = ""
    """The author's reason to let a warning stand."""

    def __str__(self) -> str:
        """Format as compilers do, so that editors jump to the place."""
        kind = f"{self.severity}: " if self.severity is Severity.WARNING else ""
        code = f" [{self.rule}]" if self.rule else ""
        lines = [f"{self.file}:{self.line}: {kind}{self.message}{code}"]
        if self.text:
            lines.append(f"    | {self.text}")
        if self.remedy:
            lines.append(f"    = {self.remedy}")
        if self.waived:
            lines.append(f"    = waived: {self.waived}")
        return "\n".join(lines)

    @property
    def counts(self) -> bool:
        """Whether it has to be mended before content can be used."""
        return self.severity is Severity.ERROR and not self.waived


class ContentError(Exception):
    """Content that can't be used; carries all its problems."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(problems)
        count = len(self.problems)
        found = f"{count} problem{'s' if count > 1 else ''} found; nothing was written."
        super().__init__("\n".join([*map(str, self.problems), "", found]))
