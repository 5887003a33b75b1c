"""A case as JSON with the catalogue's words filled in: what both simulations run on. Citations are resolved later."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from redflags.model.case.action import Kind

if TYPE_CHECKING:
    from redflags.model.case import Case, CatalogueAction
    from redflags.model.case.action import Action
    from redflags.reading import Content

_REPEATABLE = {Kind.EXAMINATION, Kind.COMMUNICATION}
_FROM_CATALOGUE = ("minutes", "delay", "cost", "again")


def case_json(content: Content, name: str) -> dict[str, Any]:
    """Return a case in the shape of `PlayableCase`, its citations still templates.

    Parameters
    ----------
    content
        Content whose names are all known (`rules.case_names` found nothing in this case).
    name
        The case.
    """
    case = content.cases[name]
    dumped: dict[str, Any] = case.model_dump(mode="json", by_alias=True, exclude={"waive", "reviewed", "objectives"})
    dumped["name"] = name
    dumped["actions"] = [
        _filled(action, whole, content.actions.get(action.use or ""))
        for action, whole in zip(case.actions, dumped["actions"], strict=True)
    ]
    return dumped


def _filled(action: Action, dumped: dict[str, Any], shared: CatalogueAction | None) -> dict[str, Any]:
    """Return an act whose missing words and numbers come from the catalogue."""
    del dumped["use"], dumped["result"]
    if shared is not None:
        common = shared.model_dump(mode="json")
        normal = common.pop("normal")
        for name, value in common.items():
            if name not in _FROM_CATALOGUE or dumped[name] is None:
                dumped[name] = value
        if action.result is not None:
            dumped["gives"] = [{"when": None, "text": normal, "findings": [], "value": None}]
    dumped["delay"] = dumped["delay"] or 0
    dumped["cost"] = dumped["cost"] or 0
    if dumped["again"] is None:
        dumped["again"] = dumped["kind"] in _REPEATABLE
    return dumped


def kinds(content: Content, case: Case) -> dict[str, Kind]:
    """Return the kind of each act of a case; acts that the catalogue lacks are left out."""
    found = {}
    for action in case.actions:
        shared = content.actions.get(action.use or "")
        kind = action.kind or (shared.kind if shared else None)
        if kind is not None:
            found[action.name] = kind
    return found
