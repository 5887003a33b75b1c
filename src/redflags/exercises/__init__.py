"""Exercises as a student meets them: questions, answers and what is kept of them.

Pure Python, since a browser's kernel imports it; nothing here knows a key.
"""

from redflags.exercises.exercise import Exercise
from redflags.exercises.responses import check_response, literal_response
from redflags.exercises.values import ValueFormError, plain
from redflags.exercises.variants import VARIANTS, variant
from redflags.marking import ResponseError

__all__ = [
    "VARIANTS",
    "Exercise",
    "ResponseError",
    "ValueFormError",
    "check_response",
    "literal_response",
    "plain",
    "variant",
]
