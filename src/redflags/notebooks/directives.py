"""What each directive of a page becomes in a notebook."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

from redflags.cite import VERDICTS
from redflags.compile import compile_register
from redflags.drawing import drawing
from redflags.labs import make
from redflags.notebooks.cells import Cell, call, code, markdown, quoted
from redflags.plots import chart
from redflags.plots.tokens import tokens
from redflags.widgets import EXPLORERS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence
    from pathlib import Path

    from redflags.notebooks.parse import Directive
    from redflags.notebooks.sources import Sources
    from redflags.reading import Content

_COLOUR = re.compile(r"var\(--rf-[\w-]+,\s*(#[0-9a-fA-F]{3,8})\)")
_NAMED = re.compile(r"var\(--rf-([\w-]+)\)")
WIDTH = 640
"""Pixels of a drawing in a notebook that has the room: about what a page gives it."""
BOXES = {"emergency": "Emergency", "worked-example": "Worked example"}
"""What a class of box is called, where colour can't say it."""


@dataclass
class Page:
    """The page that is becoming a notebook."""

    content: Content
    root: Path
    name: str
    pages: Collection[str]
    sources: Sources
    players: set[str] = field(default_factory=set)
    """Classes that its cells use."""
    marks_last_quiz: bool = False
    """Whether the marks of the last quiz can be shown: those of a marked one come from elsewhere."""

    def player(self, variable: str, name: str, *arguments: object, **named: object) -> list[Cell]:
        """Return a cell that makes a player and shows it."""
        self.players.add(name)
        return [code(f"{variable} = {call(name, *arguments, **named)}\n{variable}")]


def shown(page: Page, directive: Directive) -> list[Cell]:
    """Return a directive's cells.

    Raises
    ------
    ValueError
        There is no such directive in a notebook, or what it names can't be shown.
    """
    if directive.name not in SHOWN:
        raise ValueError(f"a notebook can't show the directive {{{directive.name}}}: teach redflags/notebooks to")
    return SHOWN[directive.name](page, directive)


def _quiz(page: Page, directive: Directive) -> list[Cell]:
    name, options = directive.argument, directive.options
    marked = page.content.quizzes[name].marked
    page.marks_last_quiz = not marked
    items = options["items"].split() if "items" in options else None
    minutes = int(options["minutes"]) if "minutes" in options else None
    return page.player("quiz", "Quiz", name, items=items, mode=options.get("mode"), minutes=minutes)


def _exam(page: Page, directive: Directive) -> list[Cell]:
    exam = page.content.exams[directive.argument]
    rows = [[cell.part.partition("-")[2].capitalize(), str(cell.items)] for cell in exam.blueprint]
    if exam.case_studies:
        rows.append(["Unfolding case studies", f"{exam.case_studies} of 6 questions"])
    page.marks_last_quiz = True
    return [
        markdown(_table(["Part of the course", "Questions"], rows)),
        *page.player("quiz", "Quiz", f"exam-{directive.argument}", mode="exam", minutes=exam.minutes),
    ]


def _case(page: Page, directive: Directive) -> list[Cell]:
    undo = False if directive.options.get("undo") == "no" else None
    return [
        *page.player("case", "Case", directive.argument, undo=undo),
        markdown("Play first; then this cell shows your marks, by the rubric that the debrief prints."),
        code("case.marks()"),
    ]


def _score(page: Page, directive: Directive) -> list[Cell]:
    return page.player("score", "Score", directive.argument, mode=directive.options.get("mode"))


def _lab(page: Page, directive: Directive) -> list[Cell]:
    lab = make(page.content, directive.argument)
    return [
        *page.player("explorer", EXPLORERS[lab.name].__name__, mode=directive.options.get("mode")),
        markdown(f"Sources: {page.sources.marks(lab.evidence)}"),
    ]


def _plot(page: Page, directive: Directive) -> list[Cell]:
    plot = chart(directive.argument, compile_register(page.content))
    about = [_table(plot.columns, plot.rows), _words(page, directive), f"Sources: {page.sources.marks(plot.evidence)}"]
    return [
        markdown(f"**{plot.says}**"),
        # A browser's kernel loads what a cell's imports name.
        code(f"import plotly\nfrom redflags.plots import figure\n\n{call('figure', directive.argument)}"),
        markdown("\n\n".join(about)),
    ]


def _drawing(page: Page, directive: Directive) -> list[Cell]:
    name = directive.argument
    about = page.content.figures[name]
    picture = base64.b64encode(picture_svg(page.root / "book" / "figures" / f"{name}.svg").encode()).decode()
    alt = re.sub(r"[\[\]\n]", " ", about.alt)
    return [
        markdown(
            "\n\n".join(
                [
                    f"**{about.title}**",
                    f"![{alt}](data:image/svg+xml;base64,{picture})",
                    _words(page, directive),
                    f"*{about.source}. {about.licence}.*",
                    f"<details><summary>The figure in words</summary>{escape(about.alt)}</details>",
                ]
            )
        )
    ]


def picture_svg(path: Path) -> str:
    """Return a drawing that stands alone: the light theme's colours, on paper, so that a dark notebook shows it too."""
    colours = tokens()
    markup = _NAMED.sub(lambda name: colours[name[1]], _COLOUR.sub(r"\1", drawing(path)))
    start = markup.index(">", markup.index("<svg")) + 1
    paper = f'<rect x="-9999" y="-9999" width="99999" height="99999" fill="{colours["card"]}"/>'
    root = markup[:start]
    if "font-family=" not in root:
        root = root.replace("<svg", '<svg font-family="system-ui, sans-serif"', 1)
    if " width=" not in root:
        root = root.replace("<svg", f'<svg width="{WIDTH}"', 1)
    if "xmlns=" not in root:
        root = root.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    return f"{root}{paper}{markup[start:]}"


def _objectives(page: Page, _directive: Directive) -> list[Cell]:
    rows = [
        f"- {objective.text}" + (f" ({objective.track})" if objective.track in {"medicine", "nursing"} else "")
        for quiz in page.content.quizzes.values()
        if quiz.chapter == page.name
        for objective in quiz.objectives
    ]
    return [markdown("\n".join(["**After this chapter you can**", "", *rows]))]


def _box(page: Page, directive: Directive) -> list[Cell]:
    kind = BOXES.get(directive.options.get("class", ""))
    title = f"{kind}. {directive.argument}" if kind else directive.argument
    return [markdown(quoted(f"**{title}**\n\n{_words(page, directive)}"))]


def _container(page: Page, directive: Directive) -> list[Cell]:
    return [markdown(_words(page, directive))]


def _claims(page: Page, directive: Directive) -> list[Cell]:
    """Return claims with their verdicts; where a reader judges first, these are folded."""
    folded = directive.name == "claim-check"
    parts = []
    for name in directive.argument.split():
        claim = page.content.claims[name]
        sign, word = VERDICTS[claim.verdict]
        marks = page.sources.marks(claim.evidence)
        told = f"**{sign} {word}.** {claim.why} {marks}".strip()
        if folded:
            # A blank line on both sides makes what is folded Markdown.
            told = f"<details><summary>What the register says</summary>\n\n{told}\n\n</details>"
        parts.append(f"> “{claim.claim}”\n\n{told}")
    return [markdown("\n\n".join(parts))]


def _code(_page: Page, directive: Directive) -> list[Cell]:
    return [code("\n".join(directive.body))]


def _words(page: Page, directive: Directive) -> str:
    return page.sources.filled("\n".join(directive.body).strip())


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    head = f"| {' | '.join(columns)} |\n|{' --- |' * len(columns)}"
    return "\n".join([head, *(f"| {' | '.join(row)} |" for row in rows)])


SHOWN: dict[str, Callable[[Page, Directive], list[Cell]]] = {
    "quiz": _quiz,
    "exam": _exam,
    "case": _case,
    "score": _score,
    "lab": _lab,
    "figure-plot": _plot,
    "svg-figure": _drawing,
    "objectives": _objectives,
    "admonition": _box,
    "container": _container,
    "web-claims": _claims,
    "claim-check": _claims,
    "code-cell": _code,
}
"""Directive -> what makes its cells."""
