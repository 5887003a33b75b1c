"""What came of one submission: plain data, the same bytes for the same submission."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from typing import Any

FORMAT = "redflags-result/1"


@dataclass
class QuestionResult:
    """Marks for one question."""

    id: str
    kind: str
    max: float
    earned: float | None = 0.0
    """None: somebody has to read it."""
    answered: bool = False
    answer: str = ""
    """What was answered, in words; the whole text of a written answer."""
    note: str = ""
    comment: str = ""
    """What the instructor wrote."""


@dataclass
class Result:
    """One submission's row."""

    student: str
    name: str
    exercise: str
    input: str
    """Hash over submission, key and grader: the same hash needs no second look."""
    source: str = ""
    number: str = ""
    late: bool = False
    file: str = ""
    """The notebook that was marked."""
    problem: str = ""
    """Why nothing could be marked; empty if something could."""
    notes: list[str] = field(default_factory=list)
    stamps: list[str] = field(default_factory=list)
    """When and as which each answer was given: equal ones in two submissions are one person's."""
    questions: list[QuestionResult] = field(default_factory=list)
    again: bool = False
    """Whether the machine and not the submission was at fault, so that it is tried again."""
    format: str = FORMAT

    @property
    def earned(self) -> float:
        """Points so far."""
        return sum(question.earned or 0 for question in self.questions)

    @property
    def max(self) -> float:
        """Points that can be had."""
        return sum(question.max for question in self.questions)

    @property
    def unread(self) -> int:
        """Texts that wait for a reader."""
        return sum(question.earned is None for question in self.questions)

    def as_data(self) -> dict[str, Any]:
        """Return it as JSON has it."""
        return asdict(self)


def from_data(data: dict[str, Any]) -> Result:
    """Return a result from its JSON; raises if it is another version's."""
    if data.get("format") != FORMAT:
        raise ValueError("a result of another version")
    known = {one.name for one in fields(Result)}
    return Result(
        **{name: value for name, value in data.items() if name in known and name != "questions"},
        questions=[QuestionResult(**question) for question in data["questions"]],
    )
