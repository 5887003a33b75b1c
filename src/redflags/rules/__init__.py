"""What makes content sound, across files: one module per subject, each `check(content) -> problems`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from redflags.rules import (
    abbreviations,
    bank,
    case_choice,
    case_names,
    case_pages,
    case_paths,
    case_reach,
    case_texts,
    chapters,
    citations,
    concordance,
    cues,
    exams,
    exercises,
    hotspots,
    identifiers,
    images,
    items,
    labs,
    language,
    lead_in,
    leaks,
    markup,
    objectives,
    option_length,
    option_numbers,
    options,
    quantities,
    readability,
    register,
    reviews,
    scores,
    stems,
    waivers,
)

if TYPE_CHECKING:
    from datetime import date

    from redflags.problem import Problem
    from redflags.reading import Content

SUBJECTS = (
    *(register, scores, items, citations, chapters, labs),
    *(case_names, case_pages, case_choice, case_reach, case_paths, case_texts),
    *(images, markup, hotspots, quantities, identifiers, language, leaks),
    *(lead_in, stems, options, option_length, option_numbers, cues, abbreviations, readability),
    *(objectives, bank, concordance, exams, exercises),
)


def lint(content: Content, today: date | None = None) -> list[Problem]:
    """Return all that is wrong with the content, sorted by place: errors, warnings, and what is waived."""
    found = [*content.problems, *reviews.check(content, today)]
    for subject in SUBJECTS:
        found += subject.check(content)
    return sorted(set(waivers.apply(content, found)))


def check(content: Content) -> list[Problem]:
    """Return what has to be mended before the content can be used."""
    return [problem for problem in lint(content) if problem.counts]
