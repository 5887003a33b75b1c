"""Content to JSON, once: what pages, notebooks and browser kernels read instead of YAML."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from redflags.blueprint import draw
from redflags.case_json import case_json
from redflags.cite import fill
from redflags.keyless import keyless, unsourced
from redflags.labs import LabError, make
from redflags.labs import names as lab_names
from redflags.model.case import ActionFile, Case
from redflags.model.compiled import CompiledQuiz, EvidenceNote
from redflags.model.evidence import EvidenceFile, WebClaimFile
from redflags.model.exam import Exam
from redflags.model.exercise import ExerciseFile, ItemsFile
from redflags.model.glossary import Glossary
from redflags.model.playable import PlayableCase
from redflags.model.quiz import Quiz
from redflags.model.score import ScoreFile
from redflags.model.tumour import TumourFile
from redflags.problem import ContentError
from redflags.reading import read_content
from redflags.rules import check
from redflags.score_lab import score_lab
from redflags.simulation.marks import RUBRIC

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

    from pydantic import BaseModel

    from redflags.blueprint import Unit
    from redflags.labs import Lab
    from redflags.model.case_study import CaseStudy
    from redflags.model.evidence import Evidence
    from redflags.model.record import RecordTab
    from redflags.reading import Content

SCHEMAS: dict[str, type[BaseModel]] = {
    "quiz": Quiz,
    "evidence": EvidenceFile,
    "web-claims": WebClaimFile,
    "tumours": TumourFile,
    "score": ScoreFile,
    "glossary": Glossary,
    "exam": Exam,
    "actions": ActionFile,
    "case": Case,
    "exercise": ExerciseFile,
    "exercise-items": ItemsFile,
}
"""File kinds that authors' editors complete and check, by name of the schema file."""


CHECKED = "REDFLAGS_CHECKED"
"""Set for a program that is started on content just found sound: the linter would be half of its work."""


def sound_content(root: Path) -> Content:
    """Read a course's content.

    Raises
    ------
    ContentError
        Something is wrong with it; the error carries every problem of every file.
    """
    content = read_content(root)
    problems = check(content)
    if problems:
        raise ContentError(problems)
    return content


def note(content: Content, entry: Evidence) -> dict[str, Any]:
    """Return what a citation's popover shows of an entry."""
    work = content.references[entry.source]
    return EvidenceNote(
        claim=entry.claim,
        population=entry.population,
        citation=work.text,
        url=work.url,
        checked=entry.checked,
        rechecked=entry.rechecked.isoformat() if entry.rechecked else None,
    ).model_dump(mode="json")


def compile_quiz(
    content: Content, name: str, items: Iterable[str] | None = None, *, for_author: bool = False
) -> dict[str, Any]:
    """Return a quiz as JSON in the shape of `CompiledQuiz`, with citations resolved.

    Parameters
    ----------
    content
        Sound content (`redflags.rules.check` found nothing).
    name
        The quiz.
    items
        Ids of the items and cases to keep, in this order; all if None.
    for_author
        Keep the key of a marked quiz: for its author's own screen, never for anything that is published.
    """
    quiz = content.quizzes[name]
    named = list(quiz.units() if items is None else items)
    return _compile_units(
        content, name, quiz.title, [(name, unit) for unit in named], quiz if quiz.marked and not for_author else None
    )


def compile_exam(content: Content, name: str, chapters: Collection[str] | None = None) -> dict[str, Any]:
    """Return a mock exam as JSON in the shape of `CompiledQuiz`: questions of many quizzes, drawn by its blueprint.

    Parameters
    ----------
    content
        Sound content.
    name
        The exam.
    chapters
        Chapters that the book holds; all if None.

    Raises
    ------
    DrawError
        The chapters hold too few questions for the blueprint.
    """
    return _compile_units(content, f"exam-{name}", content.exams[name].title, draw(content, name, chapters), None)


def _compile_units(content: Content, name: str, title: str, units: list[Unit], marked: Quiz | None) -> dict[str, Any]:
    """Return items and cases of one or many quizzes as one quiz; without the key where it is `marked`."""
    chosen = [(quiz, item) for quiz, unit in units for item in content.quizzes[quiz].units()[unit]]
    cited: dict[str, None] = {}
    dumped = []
    for _, item in chosen:
        cited.update(dict.fromkeys(item.evidence))
        whole = item.model_dump(mode="json", exclude_none=True)
        dumped.append(_resolve(keyless(whole, item.seen) if marked else whole, content, cited))
    cases = [case for quiz, unit in units for case in content.quizzes[quiz].case_studies if case.id == unit]
    wanted = {item.objective for _, item in chosen}
    objectives = {
        objective.id: objective.text
        for quiz in dict.fromkeys(quiz for quiz, _ in chosen)
        for objective in content.quizzes[quiz].objectives
        if objective.id in wanted
    }
    compiled = {
        "name": name,
        "title": title,
        "marked": marked is not None,
        "hand_in": marked.hand_in if marked else None,
        "items": dumped,
        "case_studies": [_compile_case(case, content, cited) for case in cases],
        "evidence": {entry: note(content, content.evidence[entry]) for entry in cited},
        "objectives": objectives,
    }
    return {**unsourced(compiled), "evidence": {}, "objectives": {}} if marked else compiled


def _compile_case(case: CaseStudy, content: Content, cited: dict[str, None]) -> dict[str, Any]:
    """Return a case in the shape of `CompiledCase`: all but its items, which stand among the others."""

    def tab(one: RecordTab) -> Any:
        return _resolve(one.model_dump(mode="json", exclude_none=True), content, cited)

    return {
        "id": case.id,
        "title": case.title,
        "header": case.header.model_dump(),
        "record": [tab(one) for one in case.record],
        "steps": [
            {"step": step.step, "item": step.item.id, "adds": [tab(addition.as_tab) for addition in step.adds]}
            for step in case.steps
        ],
    }


def compile_patient(content: Content, name: str) -> dict[str, Any]:
    """Return a virtual patient as JSON in the shape of `PlayableCase`.

    Parameters
    ----------
    content
        Sound content.
    name
        The case.
    """
    cited: dict[str, None] = {}
    whole = _resolve(case_json(content, name), content, cited)
    cited.update(dict.fromkeys(_named_entries(whole)))
    texts = {objective.id: objective.text for quiz in content.quizzes.values() for objective in quiz.objectives}
    return {
        **whole,
        "rubric": RUBRIC,
        "evidence": {entry: note(content, content.evidence[entry]) for entry in cited},
        "objectives": {objective: texts[objective] for objective in content.cases[name].objectives},
    }


def compile_lab(content: Content, lab: Lab) -> dict[str, Any]:
    """Return an explorer as JSON, with what citations show."""
    return {
        "name": lab.name,
        "title": lab.title,
        "says": lab.says,
        "data": lab.data,
        "html": lab.html,
        "start": dict(lab.start),
        "keeps": list(lab.keeps),
        "simulation": lab.simulation,
        "evidence": {entry: note(content, content.evidence[entry]) for entry in lab.evidence},
    }


def _labs(content: Content) -> Iterator[Lab]:
    """Return the explorers that can be made: a course without some of the register does without some of them.

    What a page names was checked before.
    """
    for name in lab_names():
        with suppress(LabError):
            yield make(content, name)


def _scores(content: Content) -> Iterator[tuple[str, Lab]]:
    """Return the scores that can be computed, by name."""
    for name in content.scores:
        with suppress(LabError):
            yield name, score_lab(content, name)


def _exercises(content: Content) -> Iterator[tuple[str, dict[str, Any]]]:
    """Return the questions of every exercise, without their key, by name."""
    # The players, which `redflags schema` helps to build, are needed by what this imports.
    from redflags.release.questions import questions_json

    for name, source in content.exercises.items():
        yield name, questions_json(content, source)


def _named_entries(value: Any) -> Iterator[str]:
    """Return the entries that numbers of a case come from: windows, doses, ratios."""
    if isinstance(value, dict):
        if "evidence" in value:
            yield value["evidence"]
        value = list(value.values())
    for inner in value if isinstance(value, list) else ():
        yield from _named_entries(inner)


def _resolve(value: Any, content: Content, cited: dict[str, None]) -> Any:
    """Put the register's words in place of `{ev}` templates, noting each entry cited."""
    if isinstance(value, dict):
        if set(value) == {"ev", "show"}:
            cited[value["ev"]] = None
            return {"ev": value["ev"], "text": fill(content.evidence[value["ev"]], value["show"])}
        return {key: _resolve(inner, content, cited) for key, inner in value.items()}
    if isinstance(value, list):
        return [_resolve(inner, content, cited) for inner in value]
    return value


def resolved(value: Any, content: Content) -> Any:
    """Return a dumped part of content with the register's words in place of `{ev}` templates."""
    return _resolve(value, content, {})


def compile_register(content: Content) -> dict[str, Any]:
    """Return the register as JSON: entry id -> entry with its work's citation and address."""
    register = {}
    for entry in content.evidence.values():
        work = content.references[entry.source]
        dumped = entry.model_dump(mode="json", exclude_none=True)
        register[entry.id] = {**dumped, "citation": work.text, "url": work.url}
    return register


def write_json(path: Path, data: Any) -> None:
    """Write JSON if it changed, so that an unchanged build touches nothing."""
    text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def write_compiled(content: Content, folder: Path) -> None:
    """Write every quiz, case, explorer and score, and the register, into `folder`, and remove what no longer exists."""
    for name in content.quizzes:
        write_json(folder / "quizzes" / f"{name}.json", compile_quiz(content, name))
    for name in content.exams:
        write_json(folder / "quizzes" / f"exam-{name}.json", compile_exam(content, name))
    for name in content.cases:
        write_json(folder / "cases" / f"{name}.json", compile_patient(content, name))
    labs = {lab.name: lab for lab in _labs(content)}
    for name, lab in labs.items():
        write_json(folder / "labs" / f"{name}.json", compile_lab(content, lab))
    scores = dict(_scores(content))
    for name, score in scores.items():
        write_json(folder / "scores" / f"{name}.json", compile_lab(content, score))
    write_json(folder / "register.json", compile_register(content))
    for name, questions in _exercises(content):
        write_json(folder / "exercises" / f"{name}.questions.json", questions)
    for kind, names in (
        ("quizzes", {*content.quizzes, *(f"exam-{name}" for name in content.exams)}),
        ("cases", set(content.cases)),
        ("labs", set(labs)),
        ("scores", set(scores)),
        ("exercises", {f"{name}.questions" for name in content.exercises}),
    ):
        for path in (folder / kind).glob("*.json"):
            if path.stem not in names:
                path.unlink()


def write_schemas(folder: Path) -> None:
    """Write the JSON Schemas: for authors' editors, and for the front end's types."""
    for name, model in SCHEMAS.items():
        write_json(folder / f"{name}.schema.json", model.model_json_schema(mode="validation"))
    for name, compiled in (("compiled", CompiledQuiz), ("playable", PlayableCase)):
        write_json(folder / f"{name}.schema.json", compiled.model_json_schema(mode="serialization"))
