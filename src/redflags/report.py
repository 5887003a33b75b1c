"""What the linter found, as text for people, JSON for scripts, SARIF 2.1.0 for code hosts and editors."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from redflags import __version__
from redflags.problem import Severity
from redflags.rules.catalogue import RULES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from redflags.problem import Problem


_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_UNCODED = "content"
"""SARIF's rule for what is broken below the linter: a misspelt key, an unknown id, YAML that can't be read."""


def failing(problems: Sequence[Problem], *, strict: bool) -> list[Problem]:
    """Return what makes the command fail: errors, and warnings too if strict; never what is waived."""
    return [problem for problem in problems if not problem.waived and (strict or problem.severity is Severity.ERROR)]


def as_text(problems: Sequence[Problem]) -> str:
    """Format all that isn't waived, and say how much is."""
    open_ = [problem for problem in problems if not problem.waived]
    waived = len(problems) - len(open_)
    errors = sum(problem.severity is Severity.ERROR for problem in open_)
    counts = [_count(errors, "error"), _count(len(open_) - errors, "warning")]
    if waived:
        counts.append(f"{waived} waived")
    return "\n".join([*map(str, open_), ", ".join(counts) + "."])


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def as_json(problems: Sequence[Problem]) -> str:
    """Format as `{"problems": [...]}`, each with file, line, rule, severity, message, remedy, item, waived."""
    found = [
        {
            "file": problem.file,
            "line": problem.line,
            "rule": problem.rule or None,
            "severity": problem.severity.value,
            "message": problem.message,
            "text": problem.text,
            "remedy": problem.remedy,
            "item": problem.item or None,
            "waived": problem.waived or None,
        }
        for problem in problems
    ]
    return json.dumps({"problems": found}, ensure_ascii=False, indent=1)


def as_sarif(problems: Sequence[Problem]) -> str:
    """Format as a SARIF log with every rule, its help, and a suppression for each waiver."""
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "redflags", "version": __version__, "rules": _rules()}},
                "columnKind": "unicodeCodePoints",
                "results": [_result(problem) for problem in problems],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=1)


def _rules() -> list[dict[str, Any]]:
    uncoded = {
        "id": _UNCODED,
        "shortDescription": {"text": "content that can't be used"},
        "help": {"text": "The message says what is allowed."},
        "defaultConfiguration": {"level": "error"},
    }
    return [
        uncoded,
        *(
            {
                "id": rule.code,
                "shortDescription": {"text": rule.title},
                "fullDescription": {"text": f"{rule.why} Source: {rule.source}."},
                "help": {"text": f"{rule.why} To mend it: {rule.mend}. See docs/linter.md."},
                "defaultConfiguration": {"level": rule.severity.value},
            }
            for rule in RULES.values()
        ),
    ]


def _result(problem: Problem) -> dict[str, Any]:
    message = f"{problem.message} ({problem.remedy})" if problem.remedy else problem.message
    region = {"startLine": problem.line}
    return {
        "ruleId": problem.rule or _UNCODED,
        "level": problem.severity.value,
        "message": {"text": message},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": problem.file}, "region": region}}],
        **({"suppressions": [{"kind": "inSource", "justification": problem.waived}]} if problem.waived else {}),
    }


FORMATTERS = {"text": as_text, "json": as_json, "sarif": as_sarif}
"""How to write each format of the command."""
