"""`{case}` and `{case-list}`: a virtual patient in a page, and the list of all of them."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, ClassVar

from docutils.parsers.rst import directives

from redflags.book.content import CourseDirective, depend
from redflags.book.paper import on_paper
from redflags.book.progress import note_patient
from redflags.compile import compile_patient
from redflags.rules.case_pages import FOLDER
from redflags.static_case import acts_html, case_html, debrief_html, story_html

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

HEADING = 2
FOR = {"both": "", "medicine": " · for medicine", "nursing": " · for nursing"}


class CaseDirective(CourseDirective):
    """```` ```{case} the-step ````; option: `undo: no` where acts can't be taken back."""

    required_arguments = 1
    option_spec: ClassVar = {"undo": lambda argument: directives.choice(argument, ("yes", "no"))}

    def run(self) -> list[nodes.Node]:
        """Return the case (that it exists was checked before the build); on paper its debrief is an answer."""
        name = self.arguments[0]
        content = self.content_model
        case = compile_patient(content, name)
        shared = [("action", action.use) for action in content.cases[name].actions if action.use]
        depend(self.env, ("case", name), *shared, *(("evidence", entry) for entry in case["evidence"]))
        metadata = self.env.metadata[self.env.docname]
        metadata.setdefault("redflags_cited", {}).update(dict.fromkeys(case["evidence"]))
        if on_paper(self.env):
            told = f"{acts_html(case)}{debrief_html(case, HEADING + 1)}"
            section = f'<section class="rf-a" id="a-case-{escape(name)}">{told}</section>'
            metadata.setdefault("redflags_answers", []).append((f"case-{name}", section))
            return [self.html(story_html(case, HEADING))]
        metadata["redflags_case"] = True
        note_patient(self.env, case)
        known = "register" in self.env.found_docs
        uri = self.env.app.builder.get_relative_uri(self.env.docname, "register") if known else ""
        return [self.html(case_html(case, HEADING, uri, undo=self.options.get("undo", "yes") == "yes"))]


class CaseList(CourseDirective):
    """```` ```{case-list} ````: every patient by setting, with the page to meet them on; never what they have."""

    def run(self) -> list[nodes.Node]:
        """Return the list; a new case can't be depended on, so the page is made anew in each build."""
        self.env.note_reread()
        rows = []
        for name, case in sorted(
            self.content_model.cases.items(), key=lambda pair: (pair[1].setting.casefold(), pair[1].title.casefold())
        ):
            page, title = f"{FOLDER}/{name}", escape(case.title)
            if page in self.env.found_docs:
                uri = self.env.app.builder.get_relative_uri(self.env.docname, page)
                title = f'<a href="{escape(uri)}">{title}</a>'
            who = f"{case.person.name}, {case.person.age}, {case.person.sex}{FOR[case.track]}"
            rows.append(f"<li><p>{title}</p><p>{escape(who)}</p><p>{escape(case.setting)}</p></li>")
        return [self.html(f'<ul class="rf-patients" role="list" aria-label="Patients">{"".join(rows)}</ul>')]


def setup(app: Sphinx) -> None:
    """Add the directives."""
    app.add_directive("case", CaseDirective)
    app.add_directive("case-list", CaseList)
