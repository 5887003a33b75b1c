"""The table of tumour types: one row each; a cell cites what it says, and what nobody read stands as unread."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from redflags.model.strict import MisfitError, Strict
from redflags.model.text import RichText, Text


class Compartment(StrEnum):
    """Where a tumour lies in relation to dura and cord."""

    EXTRADURAL = "extradural"
    INTRADURAL_EXTRAMEDULLARY = "intradural-extramedullary"
    INTRAMEDULLARY = "intramedullary"


class Cell(StrEnum):
    """The cells of a row."""

    BEHAVIOUR = "behaviour"
    AGE = "age"
    USUAL_LEVEL = "usual_level"
    LOCATION = "location"
    PRESENTATION = "presentation"
    MRI_T1 = "mri_t1"
    MRI_T2 = "mri_t2"
    ENHANCEMENT = "enhancement"
    CT_XRAY = "ct_xray"
    TREATMENT_FIRST_LINE = "treatment_first_line"


class Nature(StrEnum):
    """How a tumour behaves, as far as a filter needs it."""

    BENIGN = "benign"
    BETWEEN = "between"
    """Locally aggressive, of low grade, or hard to place."""
    MALIGNANT = "malignant"


class AgeBand(StrEnum):
    """Years of age."""

    CHILD = "0-19"
    YOUNG = "20-39"
    MIDDLE = "40-59"
    OLD = "60+"


class Level(StrEnum):
    """Parts of the spine from the top."""

    CERVICAL = "cervical"
    THORACIC = "thoracic"
    LUMBAR = "lumbar"
    SACRAL = "sacral"


class Part(StrEnum):
    """What a tumour begins in, or lies in."""

    BODY = "body"
    ARCH = "arch"
    EPIDURAL = "epidural"
    ROOT = "root"
    FILUM = "filum"
    CORD = "cord"


class Sign(StrEnum):
    """What a cell may name of pain and company; what it does not name is not denied."""

    NIGHT = "night"
    NSAID = "nsaid"
    SITTING = "sitting"
    ROOT = "root"
    WEAKNESS = "weakness"
    BLADDER = "bladder"
    CHANCE = "chance"


class Marks(Strict):
    """What a reader can choose a row by: each from one cell, and only from one that is shown."""

    natures: list[Nature] = []
    ages: list[AgeBand] = []
    levels: list[Level] = []
    parts: list[Part] = []
    signs: list[Sign] = []


MARKED = {
    "natures": Cell.BEHAVIOUR,
    "ages": Cell.AGE,
    "levels": Cell.USUAL_LEVEL,
    "parts": Cell.LOCATION,
    "signs": Cell.PRESENTATION,
}
"""The cell that a mark sums up."""


class Tumour(Strict):
    """One tumour type, each cell in a few words that cite the register."""

    name: Text
    compartment: Compartment
    behaviour: RichText | None = None
    age: RichText | None = None
    usual_level: RichText | None = None
    location: RichText | None = None
    """Which part of vertebra, dura or cord."""
    presentation: RichText | None = None
    mri_t1: RichText | None = None
    mri_t2: RichText | None = None
    enhancement: RichText | None = None
    ct_xray: RichText | None = None
    treatment_first_line: RichText | None = None
    source: Annotated[list[Text], Field(min_length=1)]
    """Keys of works in `references.bib`."""
    unread: list[Cell] = []
    """Cells that nobody read a source for."""
    remarks: dict[Cell, Text] = {}
    """What is not known of a cell though some of it is, or why it is unread."""
    marks: Marks = Marks()

    @model_validator(mode="after")
    def _says_or_is_unread(self) -> Self:
        """Refuse a cell that neither cites what it says nor is named as unread: it could be an oversight."""
        for cell in Cell:
            text = self.cell(cell)
            if text is None and cell not in self.unread:
                raise MisfitError(f"`{cell}` is missing: write it, or name it in `unread`", "unread")
            if text is not None and cell in self.unread:
                raise MisfitError(f"`{cell}` is named as unread and says something: nobody may read it", cell)
            if text is not None and not text.citations():
                raise MisfitError(f"`{cell}` cites nothing: give an {{ev}} for it, or name it in `unread`", cell)
        for kind, cell in MARKED.items():
            if getattr(self.marks, kind) and cell in self.unread:
                raise MisfitError(f"`{kind}` marks a cell that is unread (`{cell}`)", "marks", kind)
        return self

    def cell(self, cell: Cell) -> RichText | None:
        """Return what a cell says; None where nobody read a source."""
        text: RichText | None = getattr(self, cell)
        return text


class TumourFile(Strict):
    """The file `tumour-table.yaml`."""

    tumours: Annotated[list[Tumour], Field(min_length=1)]
