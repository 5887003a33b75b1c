"""The table of tumour types: one row each, with the cells that no source backs yet."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from redflags.model.strict import Strict
from redflags.model.text import Text


class Compartment(StrEnum):
    """Where a tumour lies in relation to dura and cord."""

    EXTRADURAL = "extradural"
    INTRADURAL_EXTRAMEDULLARY = "intradural-extramedullary"
    INTRAMEDULLARY = "intramedullary"


class Tumour(Strict):
    """One tumour type, each field in a few words."""

    name: Text
    compartment: Compartment
    behaviour: Text
    age: Text
    usual_level: Text
    location: Text
    """Which part of vertebra, dura or cord."""
    presentation: Text
    mri_t1: Text
    mri_t2: Text
    enhancement: Text
    ct_xray: Text
    treatment_first_line: Text
    source: Annotated[list[Text], Field(min_length=1)]
    """Keys of works in `references.bib`."""
    fields_unread: list[Text]
    """Fields, or parts of fields, that nobody read a source for: never shown as fact."""
    note: Text | None = None


class TumourFile(Strict):
    """The file `tumour-table.yaml`."""

    tumours: Annotated[list[Tumour], Field(min_length=1)]
