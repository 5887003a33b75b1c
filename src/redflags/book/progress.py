"""`{progress}`: the reader's own progress, and what its page and the sidebar are told of the course: never a key."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes

from redflags.book.content import CourseDirective, content_of
from redflags.book.lists import in_order
from redflags.book.paper import BUILDERS, on_paper
from redflags.compile import write_json
from redflags.rules.case_pages import FOLDER
from redflags.static_html import script_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

ASKED = "redflags_asked"
"""Where a page's metadata hold what it asks: key on the device, title, whether answers are told, items."""
SEEN = "redflags_patient"
"""Where they hold the patient who is met there."""
HASH_IN_SIDEBAR = 3
"""Hex digits of an item's hash in the sidebar: a changed question is taken for the old one once in 4,096 times."""


class ProgressPlace(nodes.General, nodes.Element):
    """Where the progress will stand."""


class ProgressDirective(CourseDirective):
    """```` ```{progress} ````: what the reader has done; nothing on paper."""

    def run(self) -> list[nodes.Node]:
        """Leave the place; any page may change what there is to do, so this one is read in each build."""
        if on_paper(self.env):
            return []
        self.env.note_reread()
        self.env.metadata[self.env.docname]["redflags_progress"] = True
        return [ProgressPlace()]


def note_asked(env: BuildEnvironment, compiled: dict[str, Any], home: str, mode: str, part: str = "") -> None:
    """Note what a page asks, for the progress page; a review asks nothing of its own.

    Parameters
    ----------
    env
        The running build.
    compiled
        The questions.
    home
        The page that they belong to: another may show some of them as examples.
    mode
        How they are sat.
    part
        Of an exam over a part of a quiz: the ids of its questions.
    """
    if mode == "review":
        return
    name = ":".join(filter(None, ("exam" if mode == "exam" else "quiz", compiled["name"], part)))
    in_cases = {step["item"] for case in compiled["case_studies"] for step in case["steps"]}
    items = [
        {
            "id": item["id"],
            "hash": item["hash"],
            # What a marked question tests may betray its key.
            "objective": item.get("objective", ""),
            "counts": item["type"] != "free-text" and (item["type"] != "script-concordance" or bool(item.get("panel"))),
            "case": item["id"] in in_cases,
        }
        for item in compiled["items"]
    ]
    asked = {"key": name, "home": home, "title": compiled["title"], "told": not compiled["marked"], "items": items}
    env.metadata[env.docname].setdefault(ASKED, []).append(asked)


def note_patient(env: BuildEnvironment, case: dict[str, Any]) -> None:
    """Note whom a page meets."""
    env.metadata[env.docname][SEEN] = {"key": f"case:{case['name']}", "title": case["title"], "hash": case["hash"]}


def _parts(env: BuildEnvironment) -> Iterator[tuple[str, str]]:
    """Return every page with the name of its part, in the book's order."""
    captions = {
        page: str(toctree.get("caption") or "")
        for toctree in env.get_doctree(env.config.root_doc).findall(addnodes.toctree)
        for _, page in toctree["entries"]
    }
    caption = ""
    for page in in_order(env):
        caption = captions.get(page, caption)
        yield page, caption


def _chapters(env: BuildEnvironment) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Return part, page and questions of each chapter and exam; what several places ask of a quiz is one."""
    parts = dict(_parts(env))
    found: dict[str, dict[str, Any]] = {}
    for page in parts:
        for asked in env.metadata[page].get(ASKED, ()):
            # An instructor may have left the chapter out.
            home = asked["home"] if asked["home"] in parts else page
            known = found.setdefault(asked["key"], {**asked, "home": home, "items": {}})
            known["items"].update({item["id"]: item for item in asked["items"]})
    order = list(parts)
    for asked in sorted(found.values(), key=lambda one: order.index(one["home"])):
        yield parts[asked["home"]], asked["home"], {**asked, "items": list(asked["items"].values())}


def course(app: Sphinx, here: str) -> dict[str, Any]:
    """Return the course as the progress page reads it (`frontend/src/progress/course.ts`)."""
    env = app.env

    def place(page: str, title: str = "") -> dict[str, str]:
        return {"title": title or env.titles[page].astext(), "href": app.builder.get_relative_uri(here, page)}

    parts: dict[str, list[dict[str, Any]]] = {}
    exams = []
    tested: set[str] = set()
    for part, page, asked in _chapters(env):
        tested.update(item["objective"] for item in asked["items"] if item["counts"])
        questions = {"key": asked["key"], "items": asked["items"]}
        if asked["key"].startswith("exam:"):
            exams.append({**questions, "told": asked["told"], **place(page, asked["title"])})
        else:
            parts.setdefault(part, []).append({**questions, **place(page)})
    objectives = {
        objective.id: objective.text
        for quiz in content_of(env).quizzes.values()
        for objective in quiz.objectives
        if objective.id in tested
    }
    patients = [env.metadata[page][SEEN] | place(page) for page in in_order(env) if SEEN in env.metadata[page]]
    return {
        "parts": [{"title": title, "chapters": chapters} for title, chapters in parts.items()],
        "exams": exams,
        "patients": patients,
        "objectives": objectives,
    }


def fill(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put the course where the progress will stand, with a sentence for readers without scripts."""
    for place in list(doctree.findall(ProgressPlace)):
        data = script_json(course(app, docname))
        words = (
            "<p>Your progress is kept by your browser, on your device, so only a script can read it. "
            "Scripts are off here: the chapters can be read, and nothing is kept of you.</p>"
        )
        html = f'<div class="rf-own-progress"><script type="application/json">{data}</script>{words}</div>'
        place.replace_self(nodes.raw("", html, format="html"))


def write_sidebar(app: Sphinx, error: Exception | None) -> None:
    """Write what the sidebar's marks need; the publishing step puts it into the script of all pages."""
    if error is not None or app.builder.name in BUILDERS or app.builder.format != "html":
        return
    chapters: dict[str, dict[str, str]] = {}
    for _, page, asked in _chapters(app.env):
        if asked["key"].startswith("quiz:"):
            digits = "".join(item["hash"][:HASH_IN_SIDEBAR] for item in asked["items"])
            chapters.setdefault(page, {})[asked["key"].removeprefix("quiz:")] = digits
    write_json(Path(app.outdir) / "_static" / "redflags" / "sidebar.json", {"chapters": chapters, "patients": FOLDER})


def setup(app: Sphinx) -> None:
    """Add the directive, and write the sidebar's data when the pages are written."""
    app.add_node(ProgressPlace)
    app.add_directive("progress", ProgressDirective)
    app.connect("doctree-resolved", fill)
    app.connect("build-finished", write_sidebar)
