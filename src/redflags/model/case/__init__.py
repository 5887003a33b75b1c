"""Virtual patients: a file of `book/cases/`, and the catalogue of acts that all of them share."""

from redflags.model.case.action import ActionFile, CatalogueAction
from redflags.model.case.case import Case

__all__ = ["ActionFile", "Case", "CatalogueAction"]
