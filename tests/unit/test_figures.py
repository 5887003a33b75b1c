"""Promise: every drawing of the course speaks one visual language, can be read on a phone, and says itself in words."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from redflags.plots.tokens import tokens
from well_formed import well_formed

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

FOLDER = Path(__file__).parents[2] / "book" / "figures"
DRAWINGS = sorted(FOLDER.glob("*.svg"))
SVG = "{http://www.w3.org/2000/svg}"
WIDTH = 720
"""Every drawing has this width, so that a letter of 24 is 12 px on a screen of 360 px."""
LEAST_LETTER = 24
LINES = {0, 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8}
"""Widths of a line; from 10 on a stroke is a body drawn as a line."""
WEIGHTS = {"400", "600"}
LEAST_WORDS = 12


def test_the_course_has_its_drawings():
    assert len(DRAWINGS) >= 30


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_a_drawing_keeps_to_the_visual_language(path: Path):
    text = path.read_text(encoding="utf-8")
    root = well_formed(text)
    assert root.attrib["viewBox"].split()[2] == str(WIDTH)
    small = [(words, size) for words, size in letters(root) if size < LEAST_LETTER]
    assert small == []
    light = {**tokens(), "on-tissue": tokens()["ink"]}
    for paint in re.findall(r'(?:fill|stroke|color|stop-color)="([^"]+)"', text):
        token = re.fullmatch(r"var\(--rf-([a-z-]+), (#[0-9a-f]{6})\)", paint)
        if token:
            assert light[token[1]] == token[2], paint
        else:
            assert re.fullmatch(r"none|currentColor|url\(#[\w-]+\)", paint), paint
    widths = {float(width) for width in re.findall(r'stroke-width="([\d.]+)"', text)}
    assert {width for width in widths if width < 10} <= LINES
    assert set(re.findall(r'font-weight="(\w+)"', text)) <= WEIGHTS
    assert not re.search(r"font-family|style=|<style|<image|href=\"(?!#)", text)


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_a_drawing_says_itself_in_words(path: Path):
    words = (path.with_suffix(".yaml")).read_text(encoding="utf-8")
    said = re.search(r"^alt: (?:>-\n)?((?:.+\n)(?:  .+\n)*)", words, re.MULTILINE)
    assert said is not None
    assert len(said[1].split()) >= LEAST_WORDS
    assert not re.match(r"\s*(an? )?(image|picture|figure|drawing) (of|that shows)", said[1], re.IGNORECASE)


def letters(root: ET.Element) -> list[tuple[str, float]]:
    """Return every text of a drawing with its size."""
    found: list[tuple[str, float]] = []

    def walk(node: ET.Element, size: float) -> None:
        size = float(node.get("font-size", size))
        words = "".join(node.itertext()).strip()
        if node.tag in {f"{SVG}text", f"{SVG}tspan"} and words:
            found.append((words, size))
        for child in node:
            walk(child, size)

    walk(root, 0)
    return found
