"""A case as JSON with the catalogue's words and the register's numbers filled in: what both simulations run on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from redflags.keyless import digest
from redflags.model.case.action import Kind

if TYPE_CHECKING:
    from redflags.model.case import CatalogueAction
    from redflags.model.case.action import Action, FromRegister
    from redflags.model.evidence import Evidence
    from redflags.reading import Content

Json = dict[str, Any]
_REPEATABLE = {Kind.EXAMINATION, Kind.COMMUNICATION}
_CASE_MAY_CHANGE = ("minutes", "delay", "cost", "again")
_PERCENT = 100
_REPLAYED = ("limit", "state", "flags", "transitions", "epilogue", "experts", "safety", "script")
_ACT_REPLAYED = ("id", "kind", "minutes", "delay", "again", "value", "window", "needs", "sets", "gives", "ends")
_WORDS = {"text", "say", "why", "evidence"}


def case_json(content: Content, name: str) -> Json:
    """Return a case in the shape of `PlayableCase`, without what it cites; its `{ev}` roles are still templates.

    Parameters
    ----------
    content
        Content whose names are all known (`rules.case_names` finds nothing in this case).
    name
        The case.
    """
    case = content.cases[name]
    dumped: Json = case.model_dump(mode="json", by_alias=True, exclude={"waive", "objectives"})
    dumped["name"] = name
    dumped["actions"] = [
        _filled(content.evidence, action, whole, content.actions.get(action.use or ""))
        for action, whole in zip(case.actions, dumped["actions"], strict=True)
    ]
    reference = dumped["reference"]
    prior = case.reference.prior
    reference["prior"] = prior and {"p": proportion(content.evidence, prior), "evidence": prior.evidence}
    reference["updates"] = [
        {
            "finding": update.finding,
            "evidence": update.evidence,
            "lr": content.evidence[update.evidence].values[update.value].value,
            "interval": content.evidence[update.evidence].values[update.interval].value if update.interval else None,
        }
        for update in case.reference.updates
    ]
    dumped["hash"] = _hash(dumped)
    return dumped


def proportion(register: dict[str, Evidence], place: FromRegister) -> float:
    """Return a number of the register as a proportion."""
    held = register[place.evidence].values[place.value]
    if not isinstance(held.value, float):
        raise TypeError(f"{place.evidence}: {place.value} is no number")
    return held.value / _PERCENT if held.unit == "%" else held.value


def _filled(register: dict[str, Evidence], action: Action, dumped: Json, shared: CatalogueAction | None) -> Json:
    """Return an act whose missing words and numbers come from the catalogue and from the register."""
    del dumped["use"], dumped["result"]
    radiation = action.radiation
    if shared is not None:
        common = shared.model_dump(mode="json")
        normal = common.pop("normal")
        for name, value in common.items():
            if name not in _CASE_MAY_CHANGE or dumped[name] is None:
                dumped[name] = value
        radiation = shared.radiation
        if action.result is not None:
            dumped["gives"] = [{"when": None, "text": normal, "findings": [], "value": None}]
    dumped["delay"] = dumped["delay"] or 0
    dumped["cost"] = dumped["cost"] or 0
    if dumped["again"] is None:
        dumped["again"] = dumped["kind"] in _REPEATABLE
    if radiation is not None:
        dose = register[radiation.evidence].values[radiation.value].value
        ends = dose if isinstance(dose, list) else [dose, dose]
        dumped["radiation"] = {"mSv": [ends[0], ends[-1]], "evidence": radiation.evidence}
    return dumped


def _hash(dumped: Json) -> str:
    """Return a digest over what a replay depends on."""
    return digest(
        [
            *(_wordless(dumped[key]) for key in _REPLAYED),
            [{key: _wordless(action[key]) for key in _ACT_REPLAYED} for action in dumped["actions"]],
            [[diagnosis["id"], diagnosis["answer"]] for diagnosis in dumped["diagnoses"]],
            [finding["id"] for finding in dumped["findings"]],
        ]
    )


def _wordless(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _wordless(inner) for key, inner in value.items() if key not in _WORDS}
    if isinstance(value, list):
        return [_wordless(inner) for inner in value]
    return value
