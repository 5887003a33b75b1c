"""The tumour table in a notebook."""

from __future__ import annotations

from typing import Any

import traitlets

from redflags.clinical.sifting import ELSEWHERE, FITS, UNSAID, sift
from redflags.static_files import STATIC
from redflags.widgets.lab import Lab, in_state

Json = dict[str, Any]
_PAIR = 2


def _choice() -> Any:
    return in_state(traitlets.Unicode(""))


class TumourTable(Lab):
    """All types of the tumour table; what nobody read a source for stays unknown.

    Examples
    --------
    >>> table = TumourTable(age="0-19", part="arch")  # doctest: +SKIP
    >>> table.found()["fits"]                         # doctest: +SKIP
    ['Ewing sarcoma', 'Aneurysmal bone cyst', 'Osteoid osteoma', 'Osteoblastoma']
    >>> table.row("Osteoid osteoma")["presentation"]  # doctest: +SKIP
    'night pain that an anti-inflammatory eases; ...'
    """

    _esm = STATIC / "lab-tumours-widget.js"
    lab_name = "tumours"

    compartment = _choice()
    """Where it lies; like each choice below, empty for any, and refused with what there is."""
    nature = _choice()
    age = _choice()
    level = _choice()
    part = _choice()
    sign = _choice()
    sort = in_state(traitlets.Unicode())
    """Order of the rows: "table", "name", "age" or "known"."""
    shows = in_state(traitlets.Unicode())
    """Which cells stand side by side: "place", "course", "pictures" or "treatment"."""
    pair = in_state(traitlets.List(traitlets.Unicode(), minlen=_PAIR, maxlen=_PAIR))
    """Ids of the two types that are compared (`names` has them)."""
    round = in_state(traitlets.Int(min=0))
    """Picture of "Which of these fits?"."""
    answers = in_state(traitlets.Dict())
    """Guesses: id of the right type -> id of the one that was chosen."""

    @property
    def names(self) -> dict[str, str]:
        """Name of each type by its id."""
        return {row["id"]: row["name"] for row in self.content["data"]["rows"]}

    def found(self) -> dict[str, list[str]]:
        """Return names of the types that fit the choices, that the table can't say, and that are usual elsewhere."""
        data = self.content["data"]
        wanted = {choice["kind"]: getattr(self, choice["key"]) for choice in data["choices"]}
        verdicts = sift(data["rows"], wanted)
        return {
            verdict: [row["name"] for row, one in zip(data["rows"], verdicts, strict=True) if one == verdict]
            for verdict in (FITS, UNSAID, ELSEWHERE)
        }

    def row(self, name: str) -> dict[str, str | None]:
        """Return a type's cells in plain words by name or id; None where nobody read a source.

        Raises
        ------
        KeyError
            There is no such type; the message lists what there is.
        """
        for row in self.content["data"]["rows"]:
            if name in (row["id"], row["name"]):
                cells = row["cells"]
                return {cell: _words(cells[cell]) if cell in cells else None for cell in self.content["data"]["cells"]}
        raise KeyError(f"no type {name!r}; there are {', '.join(self.names)}")

    @traitlets.validate("compartment", "nature", "age", "level", "part", "sign")
    def _check_choice(self, proposal: Json) -> str:
        choice = next(one for one in self.content["data"]["choices"] if one["key"] == proposal["trait"].name)
        return self._one_of(proposal["value"], ["", *choice["values"]])

    @traitlets.validate("sort")
    def _check_sort(self, proposal: Json) -> str:
        return self._one_of(proposal["value"], self.content["data"]["sorts"])

    @traitlets.validate("shows")
    def _check_shows(self, proposal: Json) -> str:
        return self._one_of(proposal["value"], [group["id"] for group in self.content["data"]["groups"]])

    @traitlets.validate("pair")
    def _check_pair(self, proposal: Json) -> list[str]:
        return [self._one_of(name, self.names) for name in proposal["value"]]

    @traitlets.validate("round")
    def _check_round(self, proposal: Json) -> int:
        rounds = len(self.content["data"]["rounds"])
        if proposal["value"] >= rounds:
            raise traitlets.TraitError(f"there are {rounds} pictures, from 0")
        return int(proposal["value"])

    @traitlets.validate("answers")
    def _check_answers(self, proposal: Json) -> Json:
        options = {one["answer"]: one["options"] for one in self.content["data"]["rounds"]}
        answers: Json = proposal["value"]
        for answer, guess in answers.items():
            self._one_of(answer, options)
            self._one_of(guess, options[answer])
        return answers

    def _one_of(self, value: Any, known: Any) -> str:
        if value not in known:
            raise traitlets.TraitError(f"{value!r} is none of {', '.join(repr(one) for one in known)}")
        return str(value)


def _words(tree: list[list[Any]]) -> str:
    """Return a cell without its citations' marks; a mark without words leaves no gap."""
    words = ""
    for node in tree[0]:
        text = node if isinstance(node, str) else node["text"]
        words = words + text if text else words.rstrip()
    return words.strip()
