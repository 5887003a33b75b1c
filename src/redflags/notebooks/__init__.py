"""Every page with something to play as a Jupyter notebook: its players are widgets, its numbers are filled in."""

from redflags.notebooks.addresses import WHEEL, lite_address, notebook_path
from redflags.notebooks.notebook import notebook
from redflags.notebooks.parse import has_players
from redflags.notebooks.write import write_notebooks

__all__ = ["WHEEL", "has_players", "lite_address", "notebook", "notebook_path", "write_notebooks"]
