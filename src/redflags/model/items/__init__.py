"""The question types, one module each, and the union of them."""

from typing import Annotated

from pydantic import Field

from redflags.model.items.base import Blank, Option
from redflags.model.items.bow_tie import BowTie
from redflags.model.items.drag_and_drop_cloze import DragAndDropCloze
from redflags.model.items.drop_down_cloze import DropDownCloze
from redflags.model.items.drop_down_table import DropDownTable
from redflags.model.items.extended_matching import ExtendedMatching
from redflags.model.items.free_text import FreeText
from redflags.model.items.grouping import Grouping
from redflags.model.items.highlight import HighlightTable, HighlightText
from redflags.model.items.image_hotspot import ImageHotspot
from redflags.model.items.key_feature import KeyFeature
from redflags.model.items.matrix_multiple_choice import MatrixMultipleChoice
from redflags.model.items.matrix_multiple_response import MatrixMultipleResponse
from redflags.model.items.numeric import Numeric
from redflags.model.items.ordered_response import OrderedResponse
from redflags.model.items.rationale import Rationale
from redflags.model.items.script_concordance import ScriptConcordance
from redflags.model.items.select_all import SelectAll
from redflags.model.items.select_n import SelectN
from redflags.model.items.single_best_answer import SingleBestAnswer

Item = Annotated[
    SingleBestAnswer
    | SelectAll
    | SelectN
    | MatrixMultipleChoice
    | MatrixMultipleResponse
    | DropDownCloze
    | DropDownTable
    | Rationale
    | Grouping
    | HighlightText
    | HighlightTable
    | BowTie
    | DragAndDropCloze
    | OrderedResponse
    | ExtendedMatching
    | KeyFeature
    | Numeric
    | ImageHotspot
    | ScriptConcordance
    | FreeText,
    Field(discriminator="type"),
]
"""Any item; `type` says which."""

__all__ = [
    "Blank",
    "BowTie",
    "DragAndDropCloze",
    "DropDownCloze",
    "DropDownTable",
    "ExtendedMatching",
    "FreeText",
    "Grouping",
    "HighlightTable",
    "HighlightText",
    "ImageHotspot",
    "Item",
    "KeyFeature",
    "MatrixMultipleChoice",
    "MatrixMultipleResponse",
    "Numeric",
    "Option",
    "OrderedResponse",
    "Rationale",
    "ScriptConcordance",
    "SelectAll",
    "SelectN",
    "SingleBestAnswer",
]
