"""An explorer as plain HTML: for no script, for print, for search, and for notebooks on the web.

Pure Python over compiled JSON, as `static_html` is for questions.
"""

from __future__ import annotations

from html import escape
from typing import Any

from redflags.static_html import data_attributes, script_json

SIMULATION = "A simulation made by this course, not a patient's picture."


def lab_html(lab: dict[str, Any], heading: int = 3, register: str = "", mode: str = "") -> str:
    """Return a compiled explorer as the element that its script mounts on.

    Parameters
    ----------
    lab
        An explorer as `redflags.compile.compile_lab` makes it.
    heading
        Level of its heading.
    register
        Address of the evidence register's page, where there is one.
    mode
        One of its modes.
    """
    data = {"heading-level": heading, "register": register, "mode": mode}
    # The script has no use for the readable version, which stands beside it.
    live = {key: value for key, value in lab.items() if key != "html"}
    named = f'data-lab="{escape(lab["name"])}" aria-label="{escape(lab["title"])}"'
    return (
        f'<section class="rf-lab" {named}{data_attributes(data)}>'
        f'<script type="application/json">{script_json(live)}</script>'
        f'<div class="rf-static">{reading(lab, heading)}</div></section>'
    )


def reading(lab: dict[str, Any], heading: int) -> str:
    """Return the readable version alone: what stands on paper."""
    label = f'<p class="rf-lab-simulation">{SIMULATION}</p>' if lab["simulation"] else ""
    return (
        f'<h{heading} class="rf-lab-title">{escape(lab["title"])}</h{heading}>'
        f'<p class="rf-lab-says">{escape(lab["says"])}</p>{label}{lab["html"]}'
    )
