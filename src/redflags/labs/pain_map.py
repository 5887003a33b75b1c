"""Explorer: places and levels, what may be felt where, and what changes a pain."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from redflags.labs import _body
from redflags.labs._pains import changes, kinds, places, sources
from redflags.labs.lab import Lab, Source, cite, table

if TYPE_CHECKING:
    from redflags.reading import Content

Json = dict[str, Any]

_KINDS = {"bone": "Bones of the spine", "root": "Nerve roots", "organ": "Not the spine, or not its bones"}
_ASKS = {"place": "hip-crest", "answer": "t12-l1"}


def lab(content: Content) -> Lab:
    """Return the explorer; it begins with a guess about the classic false address."""
    source = Source(content)
    everywhere, felt = places(), sources(source)
    pains, said = kinds(source), changes(source)
    limits = source.words(
        "RF-MSC-11",
        "In a Scottish audit of cord compression the site of pain did not match the level of compression; ",
    ) + source.words("RF-MSC-21", "{multiple_levels_percent} of people in another series had two or more levels.")
    guess: Json = {
        **_ASKS,
        "question": (
            "The left hip crest hurts, and the hip is a good hip. Two years ago there was lung cancer. Where in the "
            "spine would you look first?"
        ),
        "options": [
            {"id": "height", "label": "At the height of the finger: L4 or L5"},
            {"id": "t12-l1", "label": "Higher: T12 or L1"},
            {"id": "sacrum", "label": "Lower: the sacrum"},
        ],
        "reveal": (
            "T12 or L1 is the classic false address of the hip crest: bedside lore, without counts. It tells where "
            "else to look, not what you will find. With suspicion the scan is of the whole spine."
        ),
        "evidence": ["pain-false-level", "RF-MSC-04"],
    }
    for entry in guess["evidence"]:
        source.entry(entry)
    return Lab(
        name="pain-map",
        title="Where it hurts, and where it may come from",
        says=(
            "One place can hurt from many sources, and a source can hurt far from itself: the place asks a question, "
            "it doesn't answer it."
        ),
        data={
            "body": {"outline": _body.outline(), "size": [_body.WIDTH, _body.HEIGHT]},
            "places": everywhere,
            "sources": felt,
            "groups": _KINDS,
            "kinds": pains,
            "changes": said,
            "limits": {"says": limits, "evidence": ["RF-MSC-11", "RF-MSC-21"]},
            "guess": guess,
        },
        html=_html(everywhere, felt, pains, said, limits, guess),
        evidence=source.cited,
        start={
            "begin": "place",
            "place": _ASKS["place"],
            "source": "t12-l1",
            "changes": ["movement"],
            "guess": None,
            "revealed": False,
        },
        keeps=("guess",),
        modes=("", "kinds"),
    )


def _html(
    everywhere: list[Json], felt: list[Json], pains: list[Json], said: list[Json], limits: str, guess: Json
) -> str:
    bodies = "".join(
        _body.marked(
            side,
            [(x, y, True) for one in everywhere if one["side"] == side for x, y in one["at"]],
            f"A body, {side}, with marks at: "
            + ", ".join(one["label"].lower() for one in everywhere if one["side"] == side)
            + ".",
        )
        for side in ("front", "back")
    )
    by_place = table(
        "Place by place: what may be felt there",
        ["Place", "What may be felt there"],
        [
            [
                escape(place["label"]),
                "<br/>".join(
                    f"<strong>{escape(one['label'])}.</strong> {escape(one['says'])}{cite(*one['evidence'])}"
                    for one in felt
                    if place["id"] in one["places"]
                ),
            ]
            for place in everywhere
        ],
    )
    label = {one["id"]: one["label"] for one in pains}
    by_kind = table(
        "Four kinds of pain",
        ["Kind", "What happens"],
        [[escape(one["label"]), f"{escape(one['says'])}{cite(*one['evidence'])}"] for one in pains],
    )
    by_change = table(
        "What it is like, and what that means",
        ["What they say", "Kind", "What it means", "Call, with cancer now or ever (NICE NG234, as quoted)"],
        [
            [
                escape(one["label"]),
                escape(", ".join(label[kind] for kind in one["kinds"]) or "no one kind"),
                f"{escape(one['says'])}{cite(*one['evidence'])}",
                f"{escape(one['clock'])}{cite(*one['clock_evidence'])}" if one["clock"] else "not on its list",
            ]
            for one in said
        ],
    )
    return (
        f'<div class="rf-pain-bodies">{bodies}</div>'
        f"<p>{escape(guess['question'])} {escape(guess['reveal'])}{cite(*guess['evidence'])}</p>"
        f"{by_place}<p>{escape(limits)}{cite('RF-MSC-11', 'RF-MSC-21')}</p>{by_kind}{by_change}"
        "<p>The kinds tell what such pain is like. They don't tell who has a tumour, and one person can have several."
        "</p>"
    )
