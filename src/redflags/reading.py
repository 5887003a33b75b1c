"""Files to model: reads all of a course's content and says all that is wrong with it at once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel

from redflags.drawing import drawing
from redflags.exercise_source import read_exercise
from redflags.model.case import ActionFile, Case
from redflags.model.evidence import EvidenceFile, WebClaimFile
from redflags.model.exam import Exam
from redflags.model.figure import Figure
from redflags.model.glossary import Glossary
from redflags.model.items import ImageHotspot, ScriptConcordance
from redflags.model.quiz import Quiz
from redflags.model.score import ScoreFile
from redflags.model.tumour import TumourFile
from redflags.problem import ContentError, Problem
from redflags.references import Reference, read_references
from redflags.validate import validate
from redflags.yaml_text import Document, read_yaml

if TYPE_CHECKING:
    from pathlib import Path

    from redflags.exercise_source import ExerciseSource
    from redflags.model.case import CatalogueAction
    from redflags.model.evidence import Evidence, WebClaim
    from redflags.model.items import Item
    from redflags.model.score import AnyScore
    from redflags.model.tumour import Tumour

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class Place:
    """Where something stands: a node of a YAML document."""

    document: Document
    path: tuple[str | int, ...]

    def problem(self, message: str, remedy: str = "") -> Problem:
        """Make a problem at this place."""
        return self.document.problem(self.path, message, remedy)

    def under(self, *steps: str | int) -> Place:
        """Return the place of a part of this node."""
        return Place(self.document, (*self.path, *steps))


@dataclass(frozen=True)
class Mention:
    """A role or directive of ours in a chapter, such as `{ev}` or `{quiz}`."""

    file: str
    line: int
    kind: str
    body: str
    options: dict[str, str]

    def problem(self, message: str, remedy: str = "") -> Problem:
        """Make a problem at this place."""
        return Problem(self.file, self.line, message, "", remedy)


@dataclass
class Content:
    """All of a course's content, each piece with its place."""

    quizzes: dict[str, Quiz] = field(default_factory=dict)
    evidence: dict[str, Evidence] = field(default_factory=dict)
    claims: dict[str, WebClaim] = field(default_factory=dict)
    articles: dict[str, str] = field(default_factory=dict)
    references: dict[str, Reference] = field(default_factory=dict)
    scores: dict[str, AnyScore] = field(default_factory=dict)
    tumours: list[Tumour] = field(default_factory=list)
    chapters: set[str] = field(default_factory=set)
    """Paths of the chapters in `book/`, without `.md`."""
    pages: dict[str, list[str]] = field(default_factory=dict)
    """Lines of every page, by path from the root."""
    figures: dict[str, Figure] = field(default_factory=dict)
    """What stands beside each drawing, by name."""
    drawings: dict[str, str] = field(default_factory=dict)
    """Drawings in `book/figures/`: name -> path from the root."""
    exams: dict[str, Exam] = field(default_factory=dict)
    actions: dict[str, CatalogueAction] = field(default_factory=dict)
    """Acts that cases share."""
    cases: dict[str, Case] = field(default_factory=dict)
    """Virtual patients, by file name."""
    exercises: dict[str, ExerciseSource] = field(default_factory=dict)
    """Exercises, by the name of their folder."""
    glossary: Glossary | None = None
    mentions: list[Mention] = field(default_factory=list)
    places: dict[tuple[str, str], Place] = field(default_factory=dict)
    """(kind, id) -> place; kinds: quiz, objective, item, evidence, claim, tumour, score, figure, glossary, exam,
    action, case."""
    problems: list[Problem] = field(default_factory=list)

    def add(self, kind: str, name: str, place: Place) -> bool:
        """Note where something stands; refuse a second one of the same id."""
        first = self.places.get((kind, name))
        if first is not None:
            at = f"{first.document.file}:{first.document.line(first.path)}"
            twice = place.problem(f"the {kind} id `{name}` stands twice", f"it stands first at {at}")
            self.problems.append(replace(twice, rule="E01" if kind == "item" else ""))
            return False
        self.places[(kind, name)] = place
        return True


def find_root(start: Path) -> Path:
    """Return the course's root (the folder with `_toc.yml` and `book/`) at or above `start`.

    Raises
    ------
    ContentError
        There is none.
    """
    for folder in (start, *start.parents):
        if (folder / "_toc.yml").is_file() and (folder / "book").is_dir():
            return folder
    raise ContentError(
        [
            Problem(
                str(start),
                1,
                "no course here or above",
                remedy="go to the folder with `_toc.yml` and `book/`, or name it with --root",
            )
        ]
    )


def read_content(root: Path) -> Content:
    """Read everything below `root/book`; what is wrong stands in the content's `problems`."""
    content = Content()
    book = root / "book"
    content.references, problems = read_references(book / "evidence" / "references.bib", "book/evidence/references.bib")
    content.problems += problems
    for path in sorted((book / "evidence").glob("*.yaml")):
        _read_evidence(content, path, f"book/evidence/{path.name}")
    for path in sorted((book / "scores").glob("*.yaml")):
        _read_score(content, path)
    _read_figures(content, book / "figures")
    for path in sorted((book / "quizzes").glob("*.yaml")):
        _read_quiz(content, path, f"book/quizzes/{path.name}")
    for quiz in content.quizzes.values():
        for item in quiz.all_items():
            _complete(content, root, item)
    for path in sorted((book / "exams").glob("*.yaml")):
        _read_exam(content, path)
    _read_actions(content, book / "actions.yaml")
    for path in sorted((book / "cases").glob("*.yaml")):
        _read_case(content, path)
    _read_glossary(content, book / "glossary.yaml")
    for path in sorted(book.rglob("*.md")):
        _read_chapter(content, path, path.relative_to(root).as_posix())
    _read_exercises(content, root)
    return content


def read_quizzes(folder: Path) -> Content:
    """Read the quiz files of a folder alone, wherever it is: what marking needs."""
    content = Content()
    for path in sorted(folder.glob("*.yaml")):
        _read_quiz(content, path, path.name)
    return content


def _load(content: Content, path: Path, name: str, model: type[Model]) -> tuple[Document, Model | None]:
    document = read_yaml(path, name)
    loaded = validate(document, model)
    content.problems += document.problems
    return document, loaded


def _read_evidence(content: Content, path: Path, name: str) -> None:
    if path.name == "web-claims.yaml":
        document, claims = _load(content, path, name, WebClaimFile)
        for number, claim in enumerate(claims.claims if claims else []):
            if content.add("claim", claim.id, Place(document, ("claims", number))):
                content.claims[claim.id] = claim
        content.articles = dict(claims.articles) if claims else {}
    elif path.name == "tumour-table.yaml":
        document, table = _load(content, path, name, TumourFile)
        for number, tumour in enumerate(table.tumours if table else []):
            if content.add("tumour", tumour.name, Place(document, ("tumours", number))):
                content.tumours.append(tumour)
    else:
        document, register = _load(content, path, name, EvidenceFile)
        for number, entry in enumerate(register.evidence if register else []):
            if content.add("evidence", entry.id, Place(document, ("evidence", number))):
                content.evidence[entry.id] = entry


def _read_score(content: Content, path: Path) -> None:
    document, score = _load(content, path, f"book/scores/{path.name}", ScoreFile)
    if score is not None and content.add("score", path.stem, Place(document, ())):
        content.scores[path.stem] = score.root


def _read_quiz(content: Content, path: Path, name: str) -> None:
    document, quiz = _load(content, path, name, Quiz)
    # Also a quiz that can't be read is one that exists, so that no page is said to name a wrong one.
    content.add("quiz", path.stem, Place(document, ()))
    if quiz is None:
        return
    content.quizzes[path.stem] = quiz
    for number, objective in enumerate(quiz.objectives):
        content.add("objective", objective.id, Place(document, ("objectives", number)))
    for number, case in enumerate(quiz.case_studies):
        # An item and a case of one id could not be told apart where a page names them.
        content.add("item", case.id, Place(document, ("case_studies", number)))
    for steps, item in quiz.placed_items():
        content.add("item", item.id, Place(document, steps))


def _complete(content: Content, root: Path, item: Item) -> None:
    """Give an item what stands in other files: its drawing, the source of its panel. What is missing is a rule's."""
    if isinstance(item, ImageHotspot) and item.figure in content.drawings and item.figure in content.figures:
        name = content.drawings[item.figure]
        try:
            item.show(drawing(root / name), content.figures[item.figure].alt)
        except (OSError, ValueError) as error:
            content.problems.append(Problem(name, 1, str(error)))
    elif isinstance(item, ScriptConcordance) and item.panel and item.panel.source in content.references:
        item.panel.cite(content.references[item.panel.source].text)


def _read_figures(content: Content, folder: Path) -> None:
    for path in sorted(folder.glob("*.svg")):
        content.drawings[path.stem] = f"book/figures/{path.name}"
    for path in sorted(folder.glob("*.yaml")):
        document, figure = _load(content, path, f"book/figures/{path.name}", Figure)
        if figure is not None and content.add("figure", path.stem, Place(document, ())):
            content.figures[path.stem] = figure


def _read_exam(content: Content, path: Path) -> None:
    document, exam = _load(content, path, f"book/exams/{path.name}", Exam)
    content.add("exam", path.stem, Place(document, ()))
    if exam is not None:
        content.exams[path.stem] = exam


def _read_actions(content: Content, path: Path) -> None:
    if path.is_file():
        document, catalogue = _load(content, path, "book/actions.yaml", ActionFile)
        for number, action in enumerate(catalogue.actions if catalogue else []):
            if content.add("action", action.id, Place(document, ("actions", number))):
                content.actions[action.id] = action


def _read_case(content: Content, path: Path) -> None:
    document, case = _load(content, path, f"book/cases/{path.name}", Case)
    content.add("case", path.stem, Place(document, ()))
    if case is not None:
        content.cases[path.stem] = case


def _read_glossary(content: Content, path: Path) -> None:
    if path.is_file():
        document, content.glossary = _load(content, path, "book/glossary.yaml", Glossary)
        content.add("glossary", "glossary", Place(document, ()))


def _read_exercises(content: Content, root: Path) -> None:
    for path in sorted((root / "exercises").glob("*/exercise.yaml")):
        source, problems = read_exercise(path.parent)
        content.problems += problems
        if source is not None:
            content.exercises[source.name] = source
            for item in source.items.values():
                _complete(content, root, item)


_ROLE = re.compile(r"\{(ev)\}`([^`]*)`")
_DIRECTIVE = re.compile(
    r"^\s*(?:`{3,}|:{3,})\{(quiz|case|lab|score|web-claims|claim-check|exam|svg-figure|figure-plot)\}\s*(.*)$"
)
_OPTION = re.compile(r"^\s*:([a-z-]+):\s*(.*)$")


def _read_chapter(content: Content, path: Path, name: str) -> None:
    content.chapters.add(path.relative_to(path.parents[len(name.split("/")) - 2]).with_suffix("").as_posix())
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        content.problems.append(Problem(name, 1, f"the file can't be read: {error}", remedy='save it as "UTF-8"'))
        return
    content.pages[name] = lines
    content.mentions += mentions_in(name, lines)


def mentions_in(name: str, lines: list[str]) -> list[Mention]:
    """Return every role and directive of ours in a page's lines."""
    found: list[Mention] = []
    for number, line in enumerate(lines, start=1):
        directive = _DIRECTIVE.match(line)
        if directive:
            options: dict[str, str] = {}
            for following in lines[number:]:
                option = _OPTION.match(following)
                if option is None:
                    break
                options[option[1]] = option[2]
            found.append(Mention(name, number, directive[1], directive[2].strip(), options))
    text = "\n".join(lines)
    for match in _ROLE.finditer(text):
        at = text.count("\n", 0, match.start()) + 1
        found.append(Mention(name, at, match[1], match[2], {}))
    return found
