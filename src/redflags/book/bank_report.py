"""`{bank-report}`: what the question bank holds, where its keys stand, and which items test which objective."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING, ClassVar

from redflags.book.content import CourseDirective
from redflags.model.objective import Level, Track
from redflags.rules.bank import LIMIT, keys
from redflags.rules.case_pages import FOLDER
from redflags.rules.parts import asked_items

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from docutils import nodes
    from sphinx.application import Sphinx

    from redflags.reading import Content


def table(label: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table in a region that scrolls sideways by keyboard too; cells are HTML."""
    columns = "".join(f'<th scope="col">{escape(name)}</th>' for name in head)
    body = "".join(
        f'<tr><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in rest)}</tr>' for first, *rest in rows
    )
    return (
        f'<div class="rf-scroll" role="region" aria-label="{escape(label)}" tabindex="0">'
        f"<table><thead><tr>{columns}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def types(content: Content) -> str:
    """Count items by type and track."""
    counts = Counter((asked.item.type, asked.item.track) for asked in asked_items(content))
    names = sorted({name for name, _ in counts})
    rows = [
        [name, *(str(counts[name, track]) for track in Track), str(sum(counts[name, track] for track in Track))]
        for name in names
    ]
    rows.append(
        ["all", *(str(sum(counts[name, track] for name in names)) for track in Track), str(sum(counts.values()))]
    )
    return table("Items by type and track", ["Type", *(f"For {track}" for track in Track), "All"], rows)


def levels(content: Content) -> str:
    """Count items by quiz and level."""
    counts = Counter((asked.quiz, asked.item.level) for asked in asked_items(content))
    rows = [
        [escape(quiz.title), *(str(counts[name, level]) for level in Level)] for name, quiz in content.quizzes.items()
    ]
    return table("Items by quiz and level", ["Quiz", *(level.capitalize() for level in Level)], rows)


def positions(content: Content) -> str:
    """Say where keys stand and how often they are longest, beside what chance would do.

    Marked quizzes are left out: who knows the other keys could work out theirs from the sums.
    """
    published = {name: quiz for name, quiz in content.quizzes.items() if not quiz.marked}
    found = keys(replace(content, quizzes=published))
    rows = [[str(place + 1), str(count), f"{found.expected[place]:.1f}"] for place, count in found.positions.items()]
    judged = (
        f"Chi-square {found.chi_square:.1f} with {found.degrees} degrees of freedom, p = {found.position_p:.2f}"
        if found.degrees
        else "Too few keys to judge"
    )
    words = (
        f"{judged}. The key is the longest option in {found.longest} of {found.lists} lists; by chance it would be in "
        f"{found.longest_expected:.1f} (p = {found.longest_p:.2f} for as many or more). The linter warns below {LIMIT}."
    )
    return f"{table('Place of the key', ['Place', 'Keys there', 'By chance'], rows)}<p>{words}</p>"


def alignment(content: Content, link: Callable[[str], str]) -> str:
    """Set each objective beside its chapter, the items that test it, their evidence, and the patients who ask for it.

    Parameters
    ----------
    content
        The course.
    link
        Address of a page, by its name, as seen from this one.
    """
    register = escape(link("register"))
    rows = []
    for quiz in content.quizzes.values():
        for objective in quiz.objectives:
            items = [item for item in quiz.all_items() if item.objective == objective.id]
            # What a marked item rests on could betray its key.
            entries = [] if quiz.marked else sorted({entry for item in items for entry in item.evidence})
            track = "" if objective.track is Track.BOTH else f" ({objective.track})"
            rows.append(
                [
                    escape(f"{objective.text}{track}"),
                    f'<a href="{escape(link(quiz.chapter))}">{escape(quiz.title)}</a>',
                    escape(objective.level),
                    "<br>".join(
                        f'<span class="rf-id">{escape(item.id)}</span>{escape(item.type)}, {escape(item.level)}'
                        for item in items
                    )
                    or "none",
                    " ".join(
                        f'<a class="rf-id" href="{register}#{escape(entry)}">{escape(entry)}</a>' for entry in entries
                    ),
                    "<br>".join(
                        f'<a href="{escape(link(f"{FOLDER}/{name}"))}">{escape(case.title)}</a>'
                        for name, case in content.cases.items()
                        if objective.id in case.objectives
                    )
                    or "none",
                ]
            )
    return table(
        "Objectives, chapters, items, evidence and patients",
        ["Objective", "Chapter", "Level", "Items", "Evidence", "Patients"],
        rows,
    )


PARTS: dict[str, Callable[[Content], str]] = {"types": types, "levels": levels, "positions": positions}


class BankReport(CourseDirective):
    """```` ```{bank-report} types ````; the argument is a part: types, levels, positions or alignment."""

    required_arguments = 1
    option_spec: ClassVar = {}

    def run(self) -> list[nodes.Node]:
        """Return one part. A quiz file that is new can't be depended on, so the page is made anew in each build."""
        self.env.note_reread()
        part = self.arguments[0]
        if part == "alignment":

            def link(page: str) -> str:
                return self.env.app.builder.get_relative_uri(self.env.docname, page)

            return [self.html(alignment(self.content_model, link))]
        if part not in PARTS:
            raise self.error(f"no part `{part}`: write {', '.join([*PARTS, 'alignment'])}")
        return [self.html(PARTS[part](self.content_model))]


def setup(app: Sphinx) -> None:
    """Add the directive."""
    app.add_directive("bank-report", BankReport)
