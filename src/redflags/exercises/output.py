"""A notebook's outputs: IPython's own two ways to make and to change them, which say nothing of their types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from IPython import display as ipython

if TYPE_CHECKING:
    from collections.abc import Callable

display: Callable[..., Any] = ipython.display
update_display: Callable[..., Any] = ipython.update_display
