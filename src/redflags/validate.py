"""Plain data to model: pydantic's errors become problems with a line and a remedy."""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from redflags.model.text import Ambiguous
from redflags.validate_codes import rule_of

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from redflags.problem import Problem
    from redflags.yaml_text import Document, Path_

Model = TypeVar("Model", bound=BaseModel)


def validate(document: Document, model: type[Model]) -> Model | None:
    """Return the document as a model, or None after adding all that is wrong to the document's problems."""
    if document.broken:
        return None
    if document.data is None:
        if not document.problems:
            document.problems.append(document.problem_at(1, "the file is empty", f"it should hold {_keys(model)}"))
        return None
    try:
        return model.model_validate(document.data)
    except ValidationError as errors:
        schema = model.model_json_schema(mode="validation")
        document.problems += [_problem(document, error, schema) for error in errors.errors()]
        return None


def _keys(model: type[BaseModel]) -> str:
    return ", ".join(f"`{name}`" for name in model.model_fields)


def _problem(document: Document, error: ErrorDetails, schema: dict[str, Any]) -> Problem:
    """Say one pydantic error in an author's words."""
    path = _real_path(document.data, error["loc"])
    last = str(error["loc"][-1]) if error["loc"] else ""
    context = error.get("ctx", {})
    match error["type"]:
        case "extra_forbidden" if isinstance(error["input"], Ambiguous) and not error["input"]:
            message = f"`{last}` is read as a key: inside {{ }} a comma begins the next one"
            remedy = "put quotes around the text that holds the comma"
        case "extra_forbidden":
            message, remedy = f"unknown key `{last}`", _allowed_keys(last, _allowed(schema, error["loc"][:-1]))
        case "missing":
            message, remedy = f"`{last}` is missing{_of_what(document, path)}", f"add a line `{last}: …`"
        case "union_tag_not_found":
            message, remedy = "an item without `type`", "add a line `type: single-best-answer` (or another type)"
        case "union_tag_invalid":
            path = (*path, "type")
            message, remedy = f"unknown item type {context['tag']!r}", f"allowed: {context['expected_tags']}"
        case "enum" | "literal_error":
            message = f"{_where(path)}{error['input']!r} is not allowed"
            remedy = f"allowed: {context['expected']}"
        case "string_too_short" if context["min_length"] > 1:
            message = f"{_where(path)}the text is too short: it needs at least {context['min_length']} characters"
            remedy = "say it in words that another author understands"
        case "string_too_short":
            message, remedy = f"{_where(path)}the text is empty", "write the text or remove the line"
        case "value_error":
            path = (*path, *getattr(context["error"], "path", ()))
            message, remedy = f"{_where(path)}{context['error']}", ""
        case _:
            message, remedy = f"{_where(path)}{error['msg'][0].lower()}{error['msg'][1:]}", _got(error)
    return replace(document.problem(path, message, remedy), rule=rule_of(error))


def _allowed_keys(key: str, allowed: list[str]) -> str:
    near = get_close_matches(key, allowed, n=1, cutoff=0.5)
    hint = f"did you mean `{near[0]}`? " if near else ""
    return f"{hint}Allowed here: {', '.join(f'`{name}`' for name in allowed)}"


def _got(error: ErrorDetails) -> str:
    value = error["input"]
    return f"it says {str(value)[:60]!r}" if isinstance(value, str | int | float) else ""


def _where(path: Path_) -> str:
    """Name the key that a message is about."""
    names = [step for step in path if isinstance(step, str)]
    return f"`{names[-1]}`: " if names and isinstance(path[-1], str) else ""


def _of_what(document: Document, path: Path_) -> str:
    """Name the thing that lacks a key by its id or its first words."""
    node = document.data
    for step in path:
        node = node[step]
    if isinstance(node, dict):
        for key in ("id", "text", "title"):
            if isinstance(node.get(key), str):
                return f" in {str(node[key])[:50]!r}"
    return ""


def _real_path(data: Any, loc: tuple[str | int, ...]) -> Path_:
    """Follow an error's location through the data, leaving out what names a union's member or a missing key."""
    path: list[str | int] = []
    for step in loc:
        inside = (isinstance(data, dict) and step in data) or (
            isinstance(data, list) and isinstance(step, int) and step < len(data)
        )
        if inside:
            data = data[step]
            path.append(step)
    return tuple(path)


def _allowed(schema: dict[str, Any], loc: tuple[str | int, ...]) -> list[str]:
    """Return the keys that the model at an error's location has."""
    definitions = schema.get("$defs", {})

    def resolve(node: dict[str, Any]) -> dict[str, Any]:
        while "$ref" in node:
            node = definitions[node["$ref"].rsplit("/", 1)[-1]]
        return node

    node = resolve(schema)
    for step in loc:
        if "discriminator" in node:
            node = resolve(
                {"$ref": node["discriminator"]["mapping"].get(step, "")}
                if step in node["discriminator"]["mapping"]
                else {}
            )
        elif isinstance(step, int):
            node = resolve(node.get("items", {}))
        else:
            properties = node.get("properties", {})
            extra = node.get("additionalProperties")
            node = resolve(properties.get(step) or (extra if isinstance(extra, dict) else {}))
        options = [resolve(option) for option in node.get("anyOf", [])]
        node = next((option for option in options if option.get("type") in {"object", "array"}), node)
    return list(node.get("properties", {}))
