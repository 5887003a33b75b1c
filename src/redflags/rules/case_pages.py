"""Every case has a page of its own, under its own title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from redflags.rules.suggest import suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from redflags.problem import Problem
    from redflags.reading import Content

FOLDER = "8-patients"
"""Where the pages of cases stand in `book/`."""


def check(content: Content) -> Iterator[Problem]:
    """Check every `{case}` directive, and that each case has one."""
    shown = set()
    for mention in content.mentions:
        if mention.kind != "case":
            continue
        shown.add(mention.body)
        case = content.cases.get(mention.body)
        if case is None:
            if ("case", mention.body) not in content.places:
                yield mention.problem(
                    f"no case `{mention.body}` in book/cases", suggestion(mention.body, content.cases)
                )
        elif mention.file != f"book/{FOLDER}/{mention.body}.md":
            yield mention.problem(f"the case `{mention.body}` stands on another page than its own",
                                  f"put it on book/{FOLDER}/{mention.body}.md")  # fmt: skip
        elif f"# {case.title}" not in content.pages[mention.file]:
            yield mention.problem("the page's title is not the case's", f"write `# {case.title}`")
    for name, case in content.cases.items():
        if name not in shown:
            yield content.places["case", name].problem(
                f"no page shows the case `{name}`",
                f"write book/{FOLDER}/{name}.md (`# {case.title}`, then ```{{case}} {name}```), name it in _toc.yml",
            )
