"""Read YAML as text with places: every scalar stays the words that the author wrote, every node knows its line."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from redflags.model.text import Ambiguous
from redflags.problem import Problem

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 1_000_000
MAX_DEPTH = 20
_RESOLVER = yaml.SafeLoader("")
_AMBIGUOUS = {f"tag:yaml.org,2002:{kind}" for kind in ("bool", "null", "timestamp")}
_TAGGED = yaml.ScalarEvent | yaml.CollectionStartEvent
_PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Path_ = tuple[str | int, ...]


@dataclass
class Document:
    """A YAML file as plain data, with the line of each node."""

    file: str
    data: Any = None
    lines: dict[Path_, int] = field(default_factory=dict)
    source: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    broken: bool = False
    """Whether the text could not be read to its end, so that what is missing may only be unread."""

    def line(self, path: Path_) -> int:
        """Return the line of the nearest node at or above `path`."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def problem(self, path: Path_, message: str, remedy: str = "") -> Problem:
        """Make a problem at a node."""
        return self.problem_at(self.line(path), message, remedy)

    def problem_at(self, line: int, message: str, remedy: str = "") -> Problem:
        """Make a problem at a line, quoting it."""
        text = self.source[line - 1].strip() if line <= len(self.source) else ""
        shown = text if len(text) <= 100 else text[:99] + "…"  # noqa: PLR2004 (the width of a terminal)
        return Problem(self.file, line, message, shown, remedy)


def read_yaml(path: Path, name: str) -> Document:
    """Read a YAML file; what is wrong with it stands in the document's `problems`, and nothing is raised.

    Parameters
    ----------
    path
        The file.
    name
        What to call it in problems.
    """
    document = Document(name)
    text = _text(path, document)
    if text is not None:
        document.source = text.splitlines()
        try:
            _build(text, document)
        except yaml.MarkedYAMLError as error:
            document.broken = True
            _syntax(document, error)
        except yaml.YAMLError as error:
            document.broken = True
            document.problems.append(document.problem_at(1, f"this is not YAML: {error}"))
    return document


def _text(path: Path, document: Document) -> str | None:
    """Return the file's text, or None after noting why it has none."""

    def refuse(line: int, message: str, remedy: str) -> None:
        document.problems.append(document.problem_at(line, message, remedy))

    try:
        size = path.stat().st_size
        raw = path.read_bytes() if size <= MAX_BYTES else b""
    except OSError as error:
        refuse(1, f"the file can't be read: {error.strerror}", "check its name and its permissions")
        return None
    if size > MAX_BYTES:
        refuse(
            1,
            f"the file has {size / 1e6:.1f} MB; at most {MAX_BYTES / 1e6:.0f} MB is read",
            "split it into several files",
        )
        return None
    if raw.startswith(b"\xef\xbb\xbf"):
        refuse(1, "the file begins with a byte-order mark", 'save it as "UTF-8", not "UTF-8 with BOM"')
        raw = raw[3:]
    if b"\r" in raw:
        line = raw[: raw.index(b"\r")].count(b"\n") + 1
        refuse(line, "the line ends the Windows way (CR LF)", 'save the file with "LF" line ends')
        raw = raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        refuse(raw[: error.start].count(b"\n") + 1, "the line is not UTF-8 text", 'save the file as "UTF-8"')
        return None


def _syntax(document: Document, error: yaml.MarkedYAMLError) -> None:
    """Note a syntax error in an author's words."""
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 1
    text = document.source[line - 1] if line <= len(document.source) else ""
    if text[: len(text) - len(text.lstrip())].count("\t"):
        problem = document.problem_at(line, "the line is indented with a tab", "indent with spaces")
    elif "mapping values are not allowed" in (error.problem or ""):
        problem = document.problem_at(
            line, "a colon followed by a space inside unquoted text", "put quotes around the text"
        )
    elif "multiple documents" in (error.problem or "") or "document start" in (error.problem or ""):
        problem = document.problem_at(line, "a second document begins here (`---`)", "one file holds one document")
    else:
        context = f" {error.context}" if error.context else ""
        problem = document.problem_at(
            line, f"this is not YAML: {error.problem}{context}", "check indentation, quotes and dashes"
        )
    document.problems.append(problem)


@dataclass
class _Frame:
    """An open mapping or list while the tree is built."""

    path: Path_
    value: dict[str, Any] | list[Any]
    key: str | None = None


def _line(event: yaml.Event) -> int:
    """Return the line on which a parser event starts."""
    return event.start_mark.line + 1 if event.start_mark else 1


class _Builder:
    """Turns parser events into plain data (no recursion, so nesting can't exhaust the stack)."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.frames: list[_Frame] = []

    def refuse(self, event: yaml.Event, message: str, remedy: str) -> None:
        self.document.problems.append(self.document.problem_at(_line(event), message, remedy))

    def stop(self, event: yaml.Event, message: str, remedy: str) -> None:
        self.document.broken = True
        self.refuse(event, message, remedy)

    def scalar(self, event: yaml.ScalarEvent) -> None:
        frame = self.frames[-1] if self.frames else None
        if frame and isinstance(frame.value, dict) and frame.key is None:
            if event.value in frame.value:
                self.refuse(event, f"the key `{event.value}` stands twice", "keep one of the two")
            frame.key = event.value
            self.document.lines[*frame.path, event.value] = _line(event)
            return
        plain = event.style is None or event.style == ""
        tag = _RESOLVER.resolve(  # type: ignore[no-untyped-call]  # PyYAML leaves it untyped
            yaml.ScalarNode, event.value, (plain, not plain)
        )
        self.put(Ambiguous(event.value) if plain and tag in _AMBIGUOUS else event.value, event)

    def path_of_next(self) -> Path_:
        if not self.frames:
            return ()
        frame = self.frames[-1]
        step: str | int = len(frame.value) if isinstance(frame.value, list) else frame.key or ""
        return (*frame.path, step)

    def put(self, value: Any, event: yaml.Event) -> None:
        path = self.path_of_next()
        self.document.lines.setdefault(path, _line(event))
        if not self.frames:
            self.document.data = value
        else:
            frame = self.frames[-1]
            if isinstance(frame.value, list):
                frame.value.append(value)
            else:
                frame.value[frame.key or ""] = value
                frame.key = None

    def open(self, value: dict[str, Any] | list[Any], event: yaml.Event) -> bool:
        frame = self.frames[-1] if self.frames else None
        if frame and isinstance(frame.value, dict) and frame.key is None:
            self.stop(event, "a key must be a word, not a list or a mapping", "write `name: value`")
            return False
        if len(self.frames) >= MAX_DEPTH:
            self.stop(event, f"nested more than {MAX_DEPTH} deep", "no content file needs that: check the brackets")
            return False
        path = self.path_of_next()
        self.put(value, event)
        self.frames.append(_Frame(path, value))
        return True


def _build(text: str, document: Document) -> None:
    """Fill the document from the parser's events; stop at what makes the rest unreadable."""
    builder = _Builder(document)
    documents = 0
    for event in yaml.parse(text, Loader=_PARSER):
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                builder.stop(event, "a second document begins here (`---`)", "one file holds one document")
                return
        elif isinstance(event, yaml.AliasEvent):
            builder.stop(event, "aliases (`*name`) are not used in content files", "write the text out")
            return
        elif isinstance(event, _TAGGED) and event.tag:
            builder.stop(event, f"tags (`{event.tag}`) are not used in content files", "remove the tag")
            return
        elif isinstance(event, yaml.ScalarEvent):
            builder.scalar(event)
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            if not builder.open({} if isinstance(event, yaml.MappingStartEvent) else [], event):
                return
        elif isinstance(event, yaml.CollectionEndEvent):
            builder.frames.pop()
