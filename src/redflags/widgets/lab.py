"""An explorer in a notebook: the page's own, its state readable and settable in Python by named traits."""

from __future__ import annotations

from typing import Any, ClassVar

import traitlets

from redflags.static_files import STATIC, compiled
from redflags.static_lab import lab_html
from redflags.widgets.show import Player

Json = dict[str, Any]


def in_state(trait: Any, key: str = "") -> Any:
    """Mark a trait as one key of the explorer's state (its own name, unless another is given).

    >>> class Lamp(Lab):                                       # doctest: +SKIP
    ...     brightness = in_state(traitlets.Float(min=0, max=1))
    """
    return trait.tag(lab_key=key)


class Lab(Player):
    """What all explorers share; a subclass names its explorer and script, and a trait for each key of its state.

    A trait refuses what the explorer can't show; what a browser sends is held against the same traits.
    """

    _css = STATIC / "lab-widget.css"
    lab_name: ClassVar[str]

    content = traitlets.Dict().tag(sync=True)
    """The compiled explorer."""
    state = traitlets.Dict().tag(sync=True)
    """What differs from the explorer's start, by key; the named traits say the same."""
    mode = traitlets.Unicode("").tag(sync=True)

    def __init__(self, mode: str = "", **values: Any) -> None:
        super().__init__(content=self._compiled(), mode=mode)
        self._take_state()
        self.observe(self._take_state, "state")
        self.observe(self._give_state, self._keys())
        for name, value in values.items():
            if name not in self._keys():
                raise TypeError(f"{type(self).__name__} has no {name!r}; it has {', '.join(self._keys())}")
            setattr(self, name, value)

    def _compiled(self) -> Json:
        """Return the compiled explorer."""
        found: Json = compiled("labs", f"{self.lab_name}.json")
        return found

    def static_html(self) -> str:
        """Return the explorer as it reads without a script."""
        return lab_html(self.content, mode=self.mode)

    def __repr__(self) -> str:
        """Say which explorer this is, and its state."""
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in self._keys())})"

    def reset(self) -> None:
        """Go back to the explorer's start."""
        self.state = {}

    def _keys(self) -> dict[str, str]:
        """Return the key of the state that each named trait stands for."""
        marked = self.traits(lab_key=lambda key: key is not None)
        return {name: trait.metadata["lab_key"] or name for name, trait in marked.items()}

    def _take_state(self, _change: object = None) -> None:
        """Follow the state; what a trait refuses is as if it had not been touched."""
        for name, key in self._keys().items():
            start = self.content["start"][key]
            try:
                setattr(self, name, self.state.get(key, start))
            except traitlets.TraitError:
                setattr(self, name, start)

    def _give_state(self, change: Json) -> None:
        """Write a trait into the state, where it differs from what stands there."""
        key = self._keys()[change["name"]]
        if self.state.get(key, self.content["start"][key]) != change["new"]:
            self.state = {**self.state, key: change["new"]}
