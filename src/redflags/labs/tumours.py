"""Explorer: all types of the tumour table, to filter, sort, compare and guess from; what nobody read stays unknown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from redflags.labs._rich import html, resolved
from redflags.labs.lab import Lab, LabError, Source, table
from redflags.model.tumour import MARKED, Cell, Compartment

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from redflags.model.tumour import Tumour
    from redflags.reading import Content

Json = dict[str, Any]

CELLS = {
    Cell.BEHAVIOUR: "Behaviour",
    Cell.AGE: "Age",
    Cell.USUAL_LEVEL: "Level",
    Cell.LOCATION: "Part",
    Cell.PRESENTATION: "How it shows itself",
    Cell.MRI_T1: "MRI, T1",
    Cell.MRI_T2: "MRI, T2",
    Cell.ENHANCEMENT: "MRI, contrast",
    Cell.CT_XRAY: "CT and X-ray",
    Cell.TREATMENT_FIRST_LINE: "First treatment",
}
GROUPS = {
    "place": ("Age and place", (Cell.AGE, Cell.USUAL_LEVEL, Cell.LOCATION)),
    "course": ("Symptoms and behaviour", (Cell.PRESENTATION, Cell.BEHAVIOUR)),
    "pictures": ("Pictures", (Cell.MRI_T1, Cell.MRI_T2, Cell.ENHANCEMENT, Cell.CT_XRAY)),
    "treatment": ("Treatment", (Cell.TREATMENT_FIRST_LINE,)),
}
"""Cells that stand side by side; the whole row would fit no page."""
CHOICES = {
    "compartments": (
        "Where it lies",
        {
            "extradural": "outside the dura",
            "intradural-extramedullary": "inside the dura, beside the cord",
            "intramedullary": "in the cord",
        },
    ),
    "natures": (
        "Behaviour",
        {"benign": "benign", "between": "between (locally aggressive, low grade, mixed)", "malignant": "malignant"},
    ),
    "ages": ("Usual age", {"0-19": "0 to 19", "20-39": "20 to 39", "40-59": "40 to 59", "60+": "60 and over"}),
    "levels": (
        "Usual level",
        {"cervical": "cervical", "thoracic": "thoracic", "lumbar": "lumbar", "sacral": "sacral"},
    ),
    "parts": (
        "Part",
        {
            "body": "vertebral body",
            "arch": "posterior elements (arch)",
            "epidural": "epidural space",
            "root": "nerve root",
            "filum": "conus or filum",
            "cord": "cord",
        },
    ),
    "signs": (
        "Named among its symptoms",
        {
            "night": "hurts at night",
            "nsaid": "eased by an anti-inflammatory",
            "sitting": "worse on sitting",
            "root": "root pain",
            "weakness": "weakness or another deficit",
            "bladder": "bladder or bowel trouble",
            "chance": "silent, found by chance",
        },
    ),
}
"""What a reader can choose by: kind of mark -> its name and its values in words."""
START = {kind[:-1]: "" for kind in CHOICES}
SORTS = {
    "table": "from outside the dura inwards",
    "name": "by name",
    "age": "youngest first",
    "known": "most known first",
}


@dataclass(frozen=True)
class _Round:
    """A picture to guess from: marks and cells of one row, and rows that it could be taken for."""

    answer: str
    clues: tuple[str, ...]
    """Kinds of marks, or cells that are shown word for word."""
    others: tuple[str, ...]
    decides: tuple[str, ...]
    """Those of the clues that part the answer from the others."""
    why: str


_ROUNDS = (
    _Round(
        "osteoid-osteoma",
        ("ages", "parts", "signs"),
        ("osteoblastoma", "aneurysmal-bone-cyst", "ewing-sarcoma"),
        ("signs",),
        "Age and arch fit all four. Relief from an anti-inflammatory is named in one row only, "
        "and it rules out no other tumour.",
    ),
    _Round(
        "aneurysmal-bone-cyst",
        ("ages", "parts", Cell.MRI_T2),
        ("osteoid-osteoma", "ewing-sarcoma", "giant-cell-tumour-of-bone"),
        (Cell.MRI_T2,),
        "Fluid-fluid levels stand in one row. The T2 signal of two of the others is unknown to this table, "
        "so the picture points and does not prove.",
    ),
    _Round(
        "meningioma",
        ("levels", "signs", Cell.ENHANCEMENT),
        ("schwannoma", "haemangioblastoma", "chordoma"),
        (Cell.ENHANCEMENT, "levels"),
        "The dural tail parts it from schwannoma, the usual level too.",
    ),
    _Round(
        "chordoma",
        ("ages", "signs", Cell.MRI_T2),
        ("vertebral-metastasis", "giant-cell-tumour-of-bone", "chondrosarcoma"),
        ("signs", Cell.MRI_T2),
        "Pain on sitting with a numb saddle or bladder trouble is the story of this row, and septa its picture.",
    ),
    _Round(
        "vertebral-haemangioma",
        ("signs", Cell.MRI_T1, Cell.CT_XRAY),
        ("vertebral-metastasis", "enostosis-bone-island", "multiple-myeloma"),
        (Cell.MRI_T1, Cell.CT_XRAY),
        "Bright on T1 and striped on CT stand in this row alone. An atypical one is dark, and could be either.",
    ),
    _Round(
        "ependymoma-spinal-grade-2",
        ("ages", "compartments", Cell.MRI_T2),
        ("astrocytoma", "haemangioblastoma", "intramedullary-metastasis"),
        ("ages", Cell.MRI_T2),
        "Age and the hollowed cord part it from astrocytoma. Neither is a rule.",
    ),
    _Round(
        "eosinophilic-granuloma-langerhans-cell-histiocytosis",
        ("ages", "parts", Cell.CT_XRAY),
        ("ewing-sarcoma", "aneurysmal-bone-cyst", "giant-cell-tumour-of-bone"),
        (Cell.CT_XRAY,),
        "A flat vertebra between sound discs stands in this row alone. Still, almost all of one series had a biopsy.",
    ),
    _Round(
        "chondrosarcoma",
        ("ages", "levels", Cell.CT_XRAY),
        ("osteosarcoma", "chordoma", "vertebral-metastasis"),
        (Cell.CT_XRAY,),
        "Rings and arcs stand in this row alone. Age and level fit other rows as well.",
    ),
    _Round(
        "intramedullary-metastasis",
        ("compartments", "signs", Cell.ENHANCEMENT),
        ("ependymoma-spinal-grade-2", "astrocytoma", "haemangioblastoma"),
        (Cell.ENHANCEMENT,),
        "The rim or flame decides when it is there; it often is not.",
    ),
)


def lab(content: Content) -> Lab:
    """Return the explorer; a cell is either cited or unknown, and no unread words leave the file."""
    source = Source(content)
    rows = [_row(source, tumour) for tumour in content.tumours]
    if not rows:
        raise LabError("the course has no tumour table")
    cells = sum(len(row["cells"]) for row in rows)
    unknown = len(rows) * len(CELLS) - cells
    return Lab(
        name="tumours",
        title="All types of the tumour table",
        says=(
            f"{len(rows)} types, {cells} cells with a source, and {unknown} that stay unknown because nobody has read "
            "one. Age and part shorten the list; they seldom leave one name."
        ),
        data={
            "rows": rows,
            "cells": dict(CELLS),
            "groups": [
                {"id": name, "label": label, "cells": list(members)} for name, (label, members) in GROUPS.items()
            ],
            "choices": [
                {"kind": kind, "key": kind[:-1], "label": label, "values": values}
                for kind, (label, values) in CHOICES.items()
            ],
            "sorts": SORTS,
            "rounds": [_round(rows, one) for one in _ROUNDS],
        },
        html=_html(rows),
        evidence=source.cited,
        start={
            **START,
            "sort": "table",
            "shows": "place",
            "pair": ["osteoid-osteoma", "osteoblastoma"],
            "round": 0,
            "answers": {},
        },
        keeps=("answers",),
        uses=[("tumour", tumour.name) for tumour in content.tumours],
    )


def _row(source: Source, tumour: Tumour) -> Json:
    texts = {cell: tumour.cell(cell) for cell in Cell}
    marks = {kind: [str(value) for value in getattr(tumour.marks, kind)] for kind in MARKED}
    return {
        "id": re.sub(r"[^a-z0-9]+", "-", tumour.name.lower()).strip("-"),
        "name": tumour.name,
        "compartment": str(tumour.compartment),
        "cells": {str(cell): resolved(source, text) for cell, text in texts.items() if text is not None},
        "remarks": {str(cell): remark for cell, remark in tumour.remarks.items()},
        "marks": {"compartments": [str(tumour.compartment)], **marks},
    }


def _round(rows: Sequence[Json], one: _Round) -> Json:
    """Return a round, once the table still has what it asks: a row may lose a cell when its source falls.

    Raises
    ------
    LabError
        A row or clue is gone.
    """
    known = {row["id"]: row for row in rows}
    for name in (one.answer, *one.others):
        if name not in known:
            raise LabError(f"the tumour table has no `{name}`, which a round asks about")
    answer = known[one.answer]
    for clue in one.clues:
        if not (answer["marks"].get(clue) or answer["cells"].get(clue)):
            raise LabError(f"the row `{one.answer}` no longer has `{clue}`, which a round shows")
    # In the order of the table, so that its place gives nothing away.
    options = [row["id"] for row in rows if row["id"] in (one.answer, *one.others)]
    return {
        "answer": one.answer,
        "clues": [str(clue) for clue in one.clues],
        "options": options,
        "decides": [str(clue) for clue in one.decides],
        "why": one.why,
    }


_STATIC = (
    ("who gets it, where, and how it shows itself", ("behaviour", "age", "usual_level", "location", "presentation")),
    ("pictures and first treatment", ("mri_t1", "mri_t2", "enhancement", "ct_xray", "treatment_first_line")),
)


def _html(rows: Sequence[Json]) -> str:
    """Return two tables for each compartment: ten columns would fit no page."""
    found = (
        "<p>“Unknown” means that nobody has read a source for that cell yet: it says nothing about the tumour. "
        "Each word that stands there cites the register.</p>"
    )
    for compartment in Compartment:
        words = CHOICES["compartments"][1][compartment]
        members = [row for row in rows if row["compartment"] == compartment]
        for what, cells in _STATIC:
            found += table(
                f"Tumours {words}: {what}",
                ["Type", *(CELLS[Cell(cell)] for cell in cells)],
                [[escape(row["name"]), *(_cell(row, cell) for cell in cells)] for row in members],
            )
    return found


def _cell(row: Mapping[str, Any], cell: str) -> str:
    """Return a cell as HTML, or why there is none."""
    tree, remark = row["cells"].get(cell), row["remarks"].get(cell)
    if tree is None:
        return f"<em>unknown: {escape(remark or 'no source read')}</em>"
    return html(tree) + (f" <em>(not known: {escape(remark)})</em>" if remark else "")
