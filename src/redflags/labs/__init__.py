"""Explorers: what each shows, from the register. A module of this package with a function `lab` is one explorer.

`red_flags.py` makes the explorer `red-flags`; modules that begin with an underscore, and `lab.py`, are helpers.
"""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING

from redflags.labs.lab import Lab, LabError

if TYPE_CHECKING:
    from redflags.reading import Content

__all__ = ["Lab", "LabError", "make", "names"]


def names() -> list[str]:
    """Return the name of every explorer that this package has."""
    modules = [module.name for module in pkgutil.iter_modules(__path__)]
    return sorted(name.replace("_", "-") for name in modules if name != "lab" and not name.startswith("_"))


def make(content: Content, name: str) -> Lab:
    """Return an explorer, its numbers read from the course's content.

    Raises
    ------
    LabError
        There is no such explorer, or the content lacks what it shows.
    """
    if name not in names():
        raise LabError(f"no explorer `{name}`; there are {', '.join(names())}")
    module = importlib.import_module(f"{__name__}.{name.replace('-', '_')}")
    made: Lab = module.lab(content)
    if made.name != name:
        raise LabError(f"the explorer of labs/{name.replace('-', '_')}.py calls itself `{made.name}`")
    return made
