"""Builds the sample submissions of samples.yaml as Moodle hands them out, into a zip: `python make.py FILE.zip`."""

from __future__ import annotations

import io
import json
import stat
import sys
import zipfile
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
KEY = json.loads((HERE / "key.json").read_text(encoding="utf-8"))
MIME = "application/vnd.redflags.answer.v1+json"
RIGHT = {"q1": "b", "q2": ["a", "c", "d"], "q5": "Because it is rare."}
VALUES = ["ratio = 6.0", "ranks = [3, 1, 2]"]
LARGE = 33_000_000
Json = dict[str, Any]
Files = dict[str, bytes]


def samples(*, nightly: bool) -> list[Json]:
    """Return the descriptions."""
    described = yaml.safe_load((HERE / "samples.yaml").read_text(encoding="utf-8"))
    return [sample for sample in described if nightly or not sample.get("nightly")]


def write(place: Path, described: list[Json], **fills: object) -> None:
    """Write a zip with all of them; `{canary}` and `{port}` in their code are filled in."""
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, sample in enumerate(described, start=1001):
            folder = f"{sample['name']}_{number}_assignsubmission_file_"
            for name, content in files(sample, number, fills).items():
                if name.startswith("link:"):
                    info = zipfile.ZipInfo(f"{folder}/{name.removeprefix('link:')}")
                    info.external_attr = (stat.S_IFLNK | 0o777) << 16
                    archive.writestr(info, content)
                else:
                    archive.writestr(f"{folder}/{name}", content)


def files(sample: Json, number: int, fills: Json) -> Files:
    """Return the files of one sample, by name."""
    cells = [
        *_records(sample.get("records", {}), number),
        *(_code(_filled(source, fills)) for source in sample.get("before", [])),
        *(_code(_filled(source, fills)) for source in sample.get("values", VALUES)),
        *(_code(_filled(source, fills)) for source in sample.get("after", [])),
    ]
    made = {"sample.ipynb": _notebook(cells)}
    if "file" in sample:
        given = [_record(name, number, changed) for name, changed in sample["file"].items()]
        made["sample.answers.json"] = _file(given)
    special = sample.get("special")
    return globals()[f"_{special}"](cells, number) if special else made


def _filled(source: str, fills: Json) -> str:
    for name, value in fills.items():
        source = source.replace(f"{{{name}}}", str(value))
    return source


# --- parts ---


def _record(question: str, number: int, changed: Json) -> Json:
    hashes = {one["id"]: one["hash"] for one in KEY["questions"]}
    return {
        "format": "redflags-answer/1",
        "exercise": "sample",
        "question": question,
        "hash": hashes[question],
        "response": RIGHT[question],
        "complete": True,
        "me": "",
        # Nobody answers in the same millisecond as another.
        "at": f"2026-11-20T10:{number % 60:02}:{int(question[1:]):02}.{number % 1000:03}Z",
        "n": int(question[1:]),
    } | changed


def _records(changed: Json, number: int) -> list[Json]:
    """Return the cells of players, with what they saved."""
    cells = []
    for question in RIGHT:
        change = changed.get(question, {})
        data = {} if change is None else {MIME: _record(question, number, change), "text/plain": "Answer kept"}
        cells.append(
            _code(f"# the player of {question}", [{"output_type": "display_data", "data": data, "metadata": {}}])
        )
    return cells


def _code(source: str, outputs: list[Json] | None = None) -> Json:
    return {"cell_type": "code", "metadata": {}, "source": source, "outputs": outputs or [], "execution_count": None}


def _notebook(cells: list[Json], exercise: str = "sample") -> bytes:
    numbered = [{**cell, "id": f"c{place}"} for place, cell in enumerate(cells)]
    metadata = {"redflags": {"exercise": exercise, "format": "redflags-exercise/1"}}
    return json.dumps({"cells": numbered, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}).encode()


def _file(records: list[Json]) -> bytes:
    whole = {"format": "redflags-exercise-answers/1", "exercise": "sample", "me": "", "saved": "", "answers": records}
    return json.dumps(whole).encode()


# --- what YAML can't say ---


def _file_alone(_cells: list[Json], number: int) -> Files:
    return {"sample-answers.json": _file([_record(question, number, {}) for question in RIGHT])}


def _deleted(cells: list[Json], _number: int) -> Files:
    return {"sample.ipynb": _notebook([cells[0], cells[3]])}


def _doubled(cells: list[Json], _number: int) -> Files:
    return {"sample.ipynb": _notebook([*cells, *cells])}


def _reordered(cells: list[Json], _number: int) -> Files:
    return {"sample.ipynb": _notebook(cells[::-1])}


def _metadata(cells: list[Json], _number: int) -> Files:
    """Cell ids that aren't unique, and nbgrader's metadata as a student would like it."""
    wished = {"nbgrader": {"grade": True, "points": 1000, "grade_id": "q1", "locked": "no"}}
    changed = [{**cell, "metadata": wished, "id": "q1"} for cell in cells]
    return {"sample.ipynb": json.dumps({"cells": changed, "metadata": [], "nbformat": 4}).encode()}


def _not_json(_cells: list[Json], _number: int) -> Files:
    return {"sample.ipynb": b"Dear teacher, my notebook did not open."}


def _cut(cells: list[Json], _number: int) -> Files:
    return {"sample.ipynb": _notebook(cells)[:-60]}


def _empty(_cells: list[Json], _number: int) -> Files:
    return {"sample.ipynb": b""}


def _pdf(_cells: list[Json], _number: int) -> Files:
    return {"sample.ipynb": b"%PDF-1.7\n\x00\xff"}


def _another(cells: list[Json], _number: int) -> Files:
    return {"other.ipynb": _notebook(cells, "other")}


def _two(cells: list[Json], _number: int) -> Files:
    return {"other.ipynb": _notebook(cells[:1], "other"), "sample.ipynb": _notebook(cells)}


def _deep(_cells: list[Json], _number: int) -> Files:
    return {"sample.ipynb": b'{"cells": ' + b"[" * 200_000 + b"]" * 200_000 + b"}"}


def _old(_cells: list[Json], _number: int) -> Files:
    return {"sample.ipynb": json.dumps({"worksheets": [], "nbformat": 3, "metadata": {}}).encode()}


def _large(_cells: list[Json], _number: int) -> Files:
    """One output line; a zip makes little of it."""
    return {"sample.ipynb": _notebook([_code("", [{"output_type": "stream", "name": "stdout", "text": "a" * LARGE}])])}


def _bomb(_cells: list[Json], _number: int) -> Files:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("sample.ipynb", bytes(LARGE))
    return {"sample.zip": inner.getvalue()}


def _word(_cells: list[Json], _number: int) -> Files:
    return {"answers.docx": b"PK\x03\x04"}


def _link(_cells: list[Json], _number: int) -> Files:
    return {"link:sample.ipynb": b"../../../../etc/passwd"}


def _climbs(cells: list[Json], _number: int) -> Files:
    return {"../../../../../../tmp/redflags-climbed.ipynb": _notebook(cells)}


def _surrogates(cells: list[Json], number: int) -> Files:
    """Half a pair is JSON, and no text that UTF-8 can hold."""
    text = json.loads(_notebook([*_records({"q5": {"response": "half \udc00 a pair"}}, number), *cells[3:]]))
    return {"sample.ipynb": json.dumps(text).encode()}


def _long_name(cells: list[Json], _number: int) -> Files:
    return {f"{'x' * 200}.ipynb": _notebook(cells)}


def _copies(cells: list[Json], _number: int) -> Files:
    """The same records to the millisecond, as a handed-on file has."""
    return {"sample.ipynb": _notebook([*_records({}, 999_999), *cells[3:]])}


if __name__ == "__main__":
    write(Path(sys.argv[1]), samples(nightly=True), canary="canary.txt", key="key.json", port=9)
