"""Learning objectives: what a learner can do after a chapter."""

from enum import StrEnum

from redflags.model.strict import Strict
from redflags.model.text import Slug, Text


class Level(StrEnum):
    """Bloom's revised levels (Anderson and Krathwohl 2001), in rising order."""

    REMEMBER = "remember"
    UNDERSTAND = "understand"
    APPLY = "apply"
    ANALYSE = "analyse"
    EVALUATE = "evaluate"
    CREATE = "create"


RECALL = {Level.REMEMBER, Level.UNDERSTAND}
"""Levels that ask for no more than what was read."""


class Track(StrEnum):
    """Whom a chapter part, objective or item is for."""

    BOTH = "both"
    MEDICINE = "medicine"
    NURSING = "nursing"


class Objective(Strict):
    """One learning objective, as the chapter shows it."""

    id: Slug
    text: Text
    """Begins with a measurable verb and completes "After this chapter you can …"."""
    level: Level
    track: Track = Track.BOTH
