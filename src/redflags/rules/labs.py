"""Explorers in pages: each exists, can be made from this register, and has the mode that is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from redflags.labs import LabError, make

if TYPE_CHECKING:
    from redflags.problem import Problem
    from redflags.reading import Content


def check(content: Content) -> list[Problem]:
    """Return what is wrong with the `{lab}` directives of all pages."""
    found = []
    for mention in content.mentions:
        if mention.kind != "lab":
            continue
        try:
            lab = make(content, mention.body)
        except LabError as error:
            found.append(mention.problem(f"the explorer `{mention.body}` can't be shown: {error}"))
            continue
        mode = mention.options.get("mode", lab.modes[0])
        if mode not in lab.modes:
            known = ", ".join(name for name in lab.modes if name) or "none"
            found.append(mention.problem(f"the explorer `{lab.name}` has no mode `{mode}`", f"its modes: {known}"))
    return found
