"""A stranger's words as short, plain text: no control sign may reach a terminal, a file's name or a table."""

from __future__ import annotations

from typing import Any


def printable(text: str, most: int = 120) -> str:
    """Return text on one line, without signs that can't be seen, and no longer than that."""
    # Half a surrogate pair can't be written as UTF-8.
    plain = text[: most + 1].encode("utf-8", "replace").decode()
    shown = "".join(sign if sign.isprintable() else "?" for sign in plain)
    return shown if len(shown) <= most else f"{shown[: most - 1]}…"


def shown(value: Any, most: int = 60) -> str:
    """Return a stranger's value in ASCII."""
    try:
        return ascii(value)[:most]
    except (RecursionError, ValueError, MemoryError):
        return "something that can't be shown"


def inert(text: str) -> str:
    """Return text that neither HTML nor Markdown nor a formula's signs can do anything with; lines stay lines."""
    return "".join(
        sign
        if sign.isalnum() or sign == " "
        # A blank line would end an element in Markdown.
        else f"&#{ord(sign)};"
        if sign.isprintable() or sign == "\n"
        else "&#65533;"
        for sign in text.encode("utf-8", "replace").decode().replace("\r\n", "\n").replace("\t", "    ")
    )
