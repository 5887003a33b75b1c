"""Script concordance: panels whose aggregate marks reward a strategy instead of reasoning (W20), and their sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from redflags.model.items import ScriptConcordance
from redflags.rules.parts import asked_items
from redflags.rules.suggest import suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from redflags.problem import Problem
    from redflags.reading import Content

MOST_NOUGHTS = 0.1
"""Share of the items with a panel whose most frequent answer may be 0."""


def check(content: Content) -> Iterator[Problem]:
    """Check every item with a panel; the share of noughts is told at each item that has one."""
    panels = [
        (asked, asked.item.panel)
        for asked in asked_items(content)
        if isinstance(asked.item, ScriptConcordance) and asked.item.panel
    ]
    noughts = sum(panel.counts[2] == max(panel.counts) for _, panel in panels)
    for asked, panel in panels:
        work = content.references.get(panel.source)
        if work is None:
            yield asked.place.under("panel", "source").problem(
                f"no work `{panel.source}` in references.bib", suggestion(panel.source, content.references)
            )
        elif work.not_citable:
            yield asked.place.under("panel", "source").problem(f"the work `{panel.source}` is `{work.not_citable}`")
        if panel.counts[2] == max(panel.counts) and noughts > MOST_NOUGHTS * len(panels):
            yield asked.problem(
                ("panel", "counts"),
                "W20",
                f"{noughts} of {len(panels)} panels mostly say 0 (at most {MOST_NOUGHTS:.0%}): "
                "answering 0 everywhere then earns marks",
                "use findings that move the hypothesis",
            )
        if any(panel.counts[:2]) and any(panel.counts[3:]):
            yield asked.problem(
                ("panel", "counts"),
                "W20",
                "the panel gives credit at both signs, so that opposite answers earn marks",
                "ask the panel again with a clearer vignette, or leave the panel out",
            )
