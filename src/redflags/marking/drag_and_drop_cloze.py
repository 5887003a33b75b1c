"""0/1 per target, summed; a token stands in one target only (NCSBN, NGN scoring: 0/1).

NCSBN lists it among the 0/1 types (docs/marking.md, source 2).
"""

from __future__ import annotations

from typing import Any

from redflags.marking.result import Mark, Part, placed


def mark(item: dict[str, Any], response: Any) -> Mark:
    """Mark a mapping of target name to token letter; a missing target earns nothing."""
    letters = {token["id"] for token in item["tokens"]}
    chosen = placed(response, dict.fromkeys(item["targets"], letters), [item["targets"]])
    keys = {token["target"]: token["id"] for token in item["tokens"] if token.get("target") is not None}
    parts = []
    for target in item["targets"]:
        choice = chosen.get(target)
        parts.append(Part(target, int(choice == keys[target]), choice == keys[target], choice))
    return Mark(sum(part.earned for part in parts), len(parts), parts, 1 / len(letters))
