"""The Sphinx side: directives and roles that put the course's content into its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from redflags import __version__
from redflags.book import (
    assets,
    bank_report,
    claim_check,
    content,
    evidence_role,
    exam,
    exercises,
    figure_plot,
    glossary,
    lab,
    lists,
    objectives,
    offline,
    page,
    paper,
    patient,
    progress,
    quiz,
    register_page,
    score,
    svg_figure,
    tables,
    web_claims,
)

if TYPE_CHECKING:
    from sphinx.application import Sphinx

PARTS = (
    content,
    assets,
    page,
    evidence_role,
    objectives,
    offline,
    quiz,
    svg_figure,
    figure_plot,
    web_claims,
    register_page,
    bank_report,
    glossary,
    lists,
    score,
    claim_check,
    exam,
    patient,
    progress,
    exercises,
    tables,
    lab,
    paper,
)


ENV_VERSION = 1
"""Raise it when what stands in stored pages changes its shape: Sphinx then reads all of them again."""


def setup(app: Sphinx) -> dict[str, Any]:
    """Register every part; Sphinx calls this."""
    for part in PARTS:
        part.setup(app)
    return {
        "version": __version__,
        "env_version": ENV_VERSION,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
