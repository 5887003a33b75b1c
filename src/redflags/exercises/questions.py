"""The questions of an exercise, without any key: the file beside the notebook, or the one in the package."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from redflags.exercise_format import QUESTIONS
from redflags.static_files import compiled


def load(name: str, folder: Path | None = None) -> dict[str, Any]:
    """Return the questions of an exercise.

    Parameters
    ----------
    name
        The exercise, such as `02-red-flag-odds`.
    folder
        Where the notebook stands; the current folder if None. Its own file was released together with the notebook,
        so it comes before the package's.

    Raises
    ------
    FileNotFoundError
        Neither holds them.
    ValueError
        The file is not one of questions.
    """
    beside = (folder or Path.cwd()) / f"{name}.questions.json"
    try:
        data = (
            json.loads(beside.read_text(encoding="utf-8"))
            if beside.is_file()
            else compiled("exercises", f"{name}.questions.json")
        )
    except FileNotFoundError as error:
        raise FileNotFoundError(
            f"no questions for the exercise {name!r}: put the file {beside.name} beside this notebook. "
            "It came with the notebook."
        ) from error
    except ValueError as error:
        raise ValueError(f"{beside.name} is damaged: take the one that came with this notebook") from error
    if not isinstance(data, dict) or data.get("format") != QUESTIONS or data.get("name") != name:
        raise ValueError(f"{beside.name} doesn't hold the questions of {name!r}: take the one that came with it")
    return data
