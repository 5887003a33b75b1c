"""What tests parse as XML: an e-book's page and a drawing must be well formed, since nothing repairs them there."""

from __future__ import annotations

from xml.etree import ElementTree as ET


def well_formed(text: str) -> ET.Element:
    """Return the root of a text's XML.

    Raises
    ------
    ElementTree.ParseError
        It is none, though a browser might show it.
    """
    return ET.fromstring(text)  # noqa: S314 (its dangers are in strangers' XML; tests parse what the course has just made)
