"""Text that an author writes: plain text, and text with a little Markdown that is parsed once, here.

Players and pages get a tree, never markup, so nothing an author or a learner writes can become HTML.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

from markdown_it import MarkdownIt
from pydantic import AfterValidator, BeforeValidator, StringConstraints
from pydantic_core import core_schema

if TYPE_CHECKING:
    from markdown_it.token import Token
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue

Inline: TypeAlias = str | dict[str, Any]
"""A string, or one of `{"em": [...]}`, `{"strong": [...]}`, `{"code": str}`, `{"ev": id, "show": template}`."""

_MARKDOWN = MarkdownIt("zero", {"html": False}).enable(["emphasis", "backticks", "escape"])
_EV = re.compile(r"\{ev\}`([^`]*)`")
_STRAY = re.compile(r"\{[A-Za-z_][A-Za-z0-9_]*(?:[:!][^{}]*)?\}")
_EV_BODY = re.compile(r"\s*([A-Za-z][A-Za-z0-9-]*)\s*(?::\s*(.*))?", re.DOTALL)
_WRAP = {"em_open": "em", "strong_open": "strong"}


class Ambiguous(str):
    """A bare YAML word that other YAML readers take for a boolean, a date or nothing (`No`, `2026-11-21`, `~`)."""

    __slots__ = ()


def _refuse_ambiguous(value: object) -> object:
    if isinstance(value, Ambiguous):
        msg = f'put quotes around it ("{value}"): YAML reads the bare word as a boolean, a date or nothing'
        raise ValueError(msg)  # noqa: TRY004 (pydantic turns a ValueError into a message with its place)
    return value


def split_evidence(body: str) -> tuple[str, str]:
    """Split the body of an ``{ev}`` role into the entry's id and the template to show (may be empty).

    >>> split_evidence("RF-EPI-01: {cancers} of {patients}")
    ('RF-EPI-01', '{cancers} of {patients}')
    """
    match = _EV_BODY.fullmatch(body)
    if match is None:
        msg = f"{{ev}}`{body}` is not understood: write {{ev}}`ID` or {{ev}}`ID: text with {{value_name}}`"
        raise ValueError(msg)
    return match[1], match[2] or ""


OUTSIDE = "{} stands outside its {{ev}}`ID: …` and would be shown as it is: put it inside the ticks"


def stray_value(text: str) -> str | None:
    """Return the first `{value_name}` of a text without roles, which nothing would fill."""
    match = _STRAY.search(text)
    return match[0] if match else None


def _inline(tokens: list[Token]) -> list[Inline]:
    """Fold markdown-it's flat token list into a tree."""
    stack: list[list[Inline]] = [[]]
    for token in tokens:
        if token.type in _WRAP:
            stack.append([])
        elif token.type in {"em_close", "strong_close"}:
            children = stack.pop()
            stack[-1].append({"em" if token.type == "em_close" else "strong": children})
        elif token.type == "code_inline":
            stack[-1].append({"code": token.content})
        elif token.content:
            stack[-1].append(token.content)
    return _joined(stack[0])


def _joined(nodes: list[Inline]) -> list[Inline]:
    """Join neighbouring strings, so that equal texts have equal trees."""
    out: list[Inline] = []
    for node in nodes:
        previous = out[-1] if out else None
        if isinstance(node, str) and isinstance(previous, str):
            out[-1] = previous + node
        else:
            out.append(node)
    return out


def _paragraph(source: str) -> list[Inline]:
    """Parse one paragraph; ``{ev}`` roles are cut out first, since Markdown would read their ticks as code."""
    nodes: list[Inline] = []
    text = " ".join(source.split())
    for position, part in enumerate(_EV.split(text)):
        if position % 2:
            entry, template = split_evidence(part)
            nodes.append({"ev": entry, "show": template})
        elif stray := stray_value(part):
            raise ValueError(OUTSIDE.format(stray))
        elif part:
            tokens = _MARKDOWN.parseInline(part)
            nodes += _inline(tokens[0].children or [])
    return _joined(nodes)


class RichText:
    """Prose with emphasis, code and ``{ev}`` citations: a list of paragraphs, each a list of `Inline`."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.paragraphs = [_paragraph(part) for part in re.split(r"\n\s*\n", source.strip())]

    def plain(self) -> str:
        """Return the words alone (an ``{ev}`` role counts as its template), for the linter and for search."""

        def words(nodes: list[Inline]) -> str:
            return "".join(
                node
                if isinstance(node, str)
                else node.get("code") or node.get("show") or words(node.get("em") or node.get("strong") or [])
                for node in nodes
            )

        return "\n\n".join(words(paragraph) for paragraph in self.paragraphs)

    def citations(self) -> list[tuple[str, str]]:
        """Return (entry id, template) of every `{ev}` role in the text."""
        return [
            (node["ev"], node["show"])
            for paragraph in self.paragraphs
            for node in paragraph
            if isinstance(node, dict) and "ev" in node
        ]

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Read from a string, write as the tree."""
        del source, handler

        def parse(value: str) -> RichText:
            return cls(value)

        text = core_schema.no_info_before_validator_function(
            _refuse_ambiguous, core_schema.str_schema(strip_whitespace=True, min_length=1)
        )
        return core_schema.no_info_after_validator_function(
            parse,
            text,
            serialization=core_schema.plain_serializer_function_ser_schema(
                lambda value: value.paragraphs, return_schema=core_schema.any_schema()
            ),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Show authors a string and the front end its own hand-written `RichText` type."""
        if handler.mode == "serialization":
            return {"tsType": "RichText"}
        del schema
        return {
            "type": "string",
            "minLength": 1,
            "description": "Prose; *em*, **strong**, `code`, {ev}`ID: {value}`",
        }


def _is_slug(value: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value):
        msg = "use lower-case letters, digits and single hyphens (for example `red-flags-01`)"
        raise ValueError(msg)
    return value


Text = Annotated[str, BeforeValidator(_refuse_ambiguous), StringConstraints(strip_whitespace=True, min_length=1)]
"""Plain text of at least one character; a bare YAML boolean, date or null is refused."""

Slug = Annotated[Text, AfterValidator(_is_slug)]
"""An identifier in lower-case letters, digits and hyphens."""

EvidenceId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9-]*$")]
"""The id of an entry of the evidence register."""
