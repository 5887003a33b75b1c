"""Finds submissions in a folder or a zip of Moodle, Canvas, nbgrader or a mail folder; unpacks nothing to disk.

Names, links and sizes come from strangers. What is not a plain file of a sensible size becomes a note on its
student's row, and never stops the others.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
import unicodedata
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from redflags.grading.limits import ENTRIES, FILE_BYTES, FILES, STUDENT_BYTES
from redflags.grading.plain_text import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MOODLE = re.compile(r"^(?P<name>.+?)_(?P<id>\d+)_assignsubmission_(?:file|onlinetext)_?(?P<file>.*)$", re.DOTALL)
CANVAS = re.compile(r"^(?P<name>[^_]+)_(?:LATE_)?(?P<id>\d+)_\d+_(?P<file>.+)$", re.DOTALL)
_LATE = re.compile(r"(?:^|_)LATE_")
_JUNK = {"__MACOSX", ".DS_Store", ".ipynb_checkpoints", "Thumbs.db", "desktop.ini", ".git"}
_SIDE = ".answers.json"


class IntakeError(ValueError):
    """A folder or an archive that can't be read at all."""


@dataclass(frozen=True)
class File:
    """One file of a student; either its content or the reason why it wasn't read."""

    name: str
    content: bytes = b""
    problem: str = ""


@dataclass(frozen=True)
class Submission:
    """What one student handed in."""

    student: str
    """A name for files and databases: letters, digits, `-`, `_`, `.` only."""
    name: str
    """As it is shown; whoever shows it escapes it."""
    source: str = ""
    """`moodle` or `canvas` where the file's name says so."""
    number: str = ""
    """The student's number there."""
    late: bool = False
    files: tuple[File, ...] = ()
    notes: tuple[str, ...] = ()

    def digest(self) -> str:
        """Return a hash over all that was handed in."""
        whole = hashlib.sha256()
        for part in (self.student, self.name, str(self.late), *self.notes):
            whole.update(part.encode("utf-8", "surrogateescape") + b"\0")
        for file in self.files:
            whole.update(f"{file.name}\0{len(file.content)}\0{file.problem}\0".encode("utf-8", "surrogateescape"))
            whole.update(file.content)
        return whole.hexdigest()


@dataclass
class Found:
    """A submission that was found and not yet read."""

    student: str
    name: str
    source: str = ""
    number: str = ""
    late: bool = False
    files: list[_Entry] = field(default_factory=list)

    def read(self) -> Submission:
        """Read the files, as far as they may be."""
        left, files, notes = STUDENT_BYTES, [], []
        entries = sorted(self.files, key=lambda entry: entry.name)
        if len(entries) > FILES:
            notes.append(f"{len(entries)} files were handed in: only {FILES} were looked at")
        for entry in entries[:FILES]:
            if entry.problem:
                files.append(File(entry.name, problem=entry.problem))
                continue
            content, problem = _bounded(entry, min(FILE_BYTES, left))
            left -= len(content)
            files.append(File(entry.name, content, problem))
        return Submission(self.student, self.name, self.source, self.number, self.late, tuple(files), tuple(notes))


@dataclass(frozen=True)
class _Entry:
    name: str
    problem: str = ""
    open: Callable[[int], bytes] | None = None
    """Gives at most so many bytes and one."""


def find(place: Path) -> list[Found]:
    """Return the submissions of a folder or a zip, in the order of their students' names.

    Raises
    ------
    IntakeError
        There is no such folder, or the archive can't be read.
    """
    if place.is_dir():
        entries = list(_folder(place))
    elif zipfile.is_zipfile(place):
        entries = list(_archive(place))
    elif place.is_file():
        raise IntakeError(f"{place}: neither a folder nor a zip")
    else:
        raise IntakeError(f"{place}: there is no such folder or zip")
    found = _grouped(_unwrapped(entries))
    if not found:
        raise IntakeError(f"{place}: holds no submissions")
    return sorted(found, key=lambda one: (one.name.casefold(), one.student))


# --- what lies in a folder ---


def _folder(place: Path) -> Iterator[tuple[str, _Entry]]:
    """Yield path and entry of all files; links are named and not followed."""
    for folder, folders, files in os.walk(place, followlinks=False):
        here = Path(folder)
        for name in sorted([*folders, *files]):
            path = here / name
            inner = path.relative_to(place).as_posix()
            try:
                mode = path.lstat().st_mode
            except OSError as error:
                yield inner, _Entry(name, f"can't be read: {error.strerror}")
                continue
            if stat.S_ISLNK(mode):
                yield inner, _Entry(name, "a link, which is not followed")
            elif stat.S_ISREG(mode):
                yield inner, _Entry(name, open=_from_disk(path))
            elif not stat.S_ISDIR(mode):
                yield inner, _Entry(name, "not a plain file")
        folders[:] = sorted(name for name in folders if name not in _JUNK)


def _from_disk(path: Path) -> Callable[[int], bytes]:
    def read(most: int) -> bytes:
        # A link that is put there after we looked is not followed either.
        with os.fdopen(os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0)), "rb") as file:
            return file.read(most + 1)

    return read


# --- what lies in a zip ---


def _archive(place: Path) -> Iterator[tuple[str, _Entry]]:
    """Yield path and entry of all files of a zip; nothing is unpacked to disk."""
    try:
        archive = zipfile.ZipFile(place)
    except (zipfile.BadZipFile, OSError, NotImplementedError) as error:
        raise IntakeError(f"{place}: can't be read as a zip ({error})") from error
    listed = archive.infolist()
    if len(listed) > ENTRIES:
        raise IntakeError(f"{place}: lists {len(listed):,} files; at most {ENTRIES:,} are read")
    for info in listed:
        path = info.filename
        parts = path.replace("\\", "/").split("/")
        plain = [part for part in parts if part not in {"", ".", ".."}]
        if info.is_dir() or not plain:
            continue
        inner, name = "/".join(plain), plain[-1]
        if ".." in parts or path.startswith(("/", "\\")) or re.match(r"^[A-Za-z]:", path) or "\0" in path:
            yield inner, _Entry(name, "its path leads out of the archive")
        elif stat.S_ISLNK(info.external_attr >> 16):
            yield inner, _Entry(name, "a link, which is not followed")
        elif info.flag_bits & 1:
            yield inner, _Entry(name, "locked with a password")
        else:
            yield inner, _Entry(name, open=_from_archive(archive, info))


def _from_archive(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Callable[[int], bytes]:
    def read(most: int) -> bytes:
        with archive.open(info) as file:
            return file.read(most + 1)

    return read


def _bounded(entry: _Entry, most: int) -> tuple[bytes, str]:
    """Read a file up to a limit; whatever header it has, no more than that is unpacked."""
    if entry.open is None:
        return b"", entry.problem
    try:
        content = entry.open(most)
    except OSError as error:
        return b"", f"can't be read: {error.strerror or error}"
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError):
        return b"", "damaged inside the archive"
    if len(content) > most:
        return b"", f"larger than {FILE_BYTES // 1_000_000} MB"
    return content, ""


# --- whose is it? ---


def _unwrapped(entries: list[tuple[str, _Entry]]) -> list[tuple[str, _Entry]]:
    """Take off a folder that holds all the others, such as `submitted/` or the assignment's name."""
    entries = [(path, entry) for path, entry in entries if not _JUNK & set(PurePosixPath(path).parts)]
    parts = [PurePosixPath(path).parts for path, _ in entries]
    tops = {each[0] for each in parts}
    if len(tops) == 1 and not _named(top := tops.pop()):
        inner = [each[1] for each in parts if len(each) > 1]
        students = len(set(inner)) > 1 and all(len(each) > 2 for each in parts)  # noqa: PLR2004 - top, student, file
        if len(inner) == len(parts) and (students or any(_named(name) for name in inner)):
            return [(path.removeprefix(f"{top}/"), entry) for path, entry in entries]
    return entries


def _named(name: str) -> re.Match[str] | None:
    return MOODLE.match(name) or CANVAS.match(name.removeprefix("LATE_"))


def _grouped(entries: list[tuple[str, _Entry]]) -> list[Found]:
    """Put files to their students."""
    found: dict[tuple[str, str], Found] = {}
    for path, entry in entries:
        first, *rest = PurePosixPath(path).parts
        late = bool(_LATE.search(first))
        match = _named(first)
        if match:
            source = "moodle" if match.re is MOODLE else "canvas"
            name = match["name"].removeprefix("LATE_")
            number = match["id"]
            key, student = (source, number), number
            file = rest[-1] if rest else match["file"]
        else:
            source = number = ""
            bare = first.removeprefix("LATE_")
            name = bare if rest else _stem(bare)
            key, student = ("", name), slug(name)
            file = rest[-1] if rest else bare
        one = found.setdefault(key, Found(student, printable(name, 200), source, number))
        one.late = one.late or late
        shown = "/".join([*rest[:-1], file]) if rest else file
        # The end of a long name says what it is.
        one.files.append(_Entry(printable((shown or first)[-200:], 200), entry.problem, entry.open))
    return list(found.values())


def _stem(name: str) -> str:
    """Return the student of a file that lies alone: `ada.ipynb`, `ada.answers.json`."""
    return (name.removesuffix(_SIDE) if name.endswith(_SIDE) else PurePosixPath(name).stem) or name


def slug(name: str) -> str:
    """Return a name that is safe for files; one that had to be changed ends with a hash, so that no two become one."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    plain = re.sub(r"[^A-Za-z0-9._-]+", "-", plain).strip("-.")[:40]
    if plain == name:
        return plain
    return f"{plain or 'student'}-{hashlib.sha256(name.encode('utf-8', 'surrogateescape')).hexdigest()[:8]}"
