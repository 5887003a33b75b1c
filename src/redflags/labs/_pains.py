"""Places where a sick spine is felt, what may be felt there, and what changes a pain: the register's, as records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from redflags.labs._body import both
from redflags.labs._key_points import POINTS, points

if TYPE_CHECKING:
    from redflags.labs.lab import Source

Json = dict[str, Any]

_PLACES = (
    ("head", "Back of the head and neck", "back", (0, 44), (15, 20)),
    ("shoulder", "Shoulder and inner arm", "front", (47, 120), (10, 34)),
    ("hand", "Hand", "front", (66, 232), (10, 18)),
    ("blades", "Between the shoulder blades", "back", (0, 112), (17, 20)),
    ("band", "A band round chest or belly", "front", (0, 150), (36, 15)),
    ("belly", "Upper belly, through to the back", "front", (0, 176), (17, 10)),
    ("flank", "Side of the back, under the ribs", "back", (23, 168), (10, 13)),
    ("low-back", "Low back", "back", (0, 194), (14, 14)),
    ("hip-crest", "Hip crest", "back", (27, 206), (10, 9)),
    ("buttock", "Buttock, back of the thigh", "back", (19, 252), (14, 30)),
    ("thigh", "Front of the thigh", "front", (22, 280), (11, 32)),
    ("leg", "Leg and foot", "front", (22, 376), (10, 52)),
    ("saddle", "Saddle", "front", (0, 240), (9, 8)),
)
"""Id, name, side of the body, middle (as a distance from the middle line, and a height), half-axes."""
_TERRITORY = "pain-biologic-mechanical"


def places() -> list[Json]:
    """Return the places of the body, with the ovals that mark them."""
    return [
        {"id": name, "label": label, "side": side, "at": both(*middle), "size": list(size)}
        for name, label, side, middle, size in _PLACES
    ]


def sources(source: Source) -> list[Json]:
    """Return what may be felt away from where it lies: bones, roots, and what is no spine at all."""
    key = points(source)

    def one(name: str, label: str, kind: str, at: list[str], says: str, *evidence: str) -> Json:
        for entry in evidence:
            source.entry(entry)
        return {"id": name, "label": label, "kind": kind, "places": at, "says": says, "evidence": list(evidence)}

    def territory(*segments: str) -> str:
        named = ", ".join(f"{key[segment]['name']} {key[segment]['place']}" for segment in segments)
        return f"Pain of a root runs along its territory. Key points: {named}."

    dissection = source.words("pain-dissection", "felt in the back in {back}, abrupt in {abrupt}")
    return [
        one("c1", "C1", "bone", ["head"], "A sick C1 may be felt at the back of the head and neck, worse on bending "
            "the neck forward; pain where skull and neck meet grows on nodding and turning.",
            "pain-false-level", "pain-cvj"),
        one("c7-t1", "C7 to T1", "bone", ["blades"],
            "Sick bones from C7 to T1 may be felt between the shoulder blades.", "pain-false-level"),
        one("t12-l1", "T12 and L1", "bone", ["hip-crest"], "A sick T12 or L1 may be felt at the hip crest "
            "or in the joint behind it.", "pain-false-level"),
        one("sacrum", "Sacrum", "bone", ["buttock"], "A sick sacrum may be felt in the buttock or the back of the "
            "thigh, worse lying down, better standing. From a slow tumour there: dull, and worse on sitting.",
            "pain-false-level", "pain-sacral-chordoma"),
        one("arm-roots", "Roots C6 to C8", "root", ["hand"], territory("C6", "C7", "C8"), _TERRITORY, POINTS),
        one("chest-roots", "Roots T4 to T12", "root", ["band"],
            f"{territory('T4', 'T6', 'T10', 'T12')} It may lie round the chest or belly like a band.",
            _TERRITORY, POINTS, "pain-scot-mscc"),
        one("leg-roots", "Roots L2 to S2", "root", ["thigh", "leg", "buttock"],
            f"{territory('L2', 'L3', 'L4', 'L5', 'S1', 'S2')} It may run down the thigh like sciatica.",
            _TERRITORY, POINTS, "pain-scot-mscc"),
        one("saddle-roots", "Roots S3 to S5", "root", ["saddle"],
            f"{territory('S3', 'S4')} A numb saddle is an emergency with or without cancer.",
            POINTS, "HX-WORD-02", "RF-CES-06"),
        one("lung", "Apex of the lung", "organ", ["shoulder"], "A cancer at the apex of the lung can hurt in shoulder "
            "and arm, in the territory of C8 to T2, and is easily taken for a disease of the shoulder. Look at pupils, "
            "lids, and the small muscles of the hand.", "pain-pancoast"),
        one("aorta-chest", "Aorta, torn in the chest", "organ", ["blades"],
            f"Pain of a torn aorta was {dissection}. It comes before the spine.", "pain-dissection"),
        one("aorta-belly", "Aorta, burst in the belly", "organ", ["low-back", "flank"],
            "New back pain with collapse: think of a ruptured aneurysm first. A mass was felt in "
            + source.words("pain-aaa-missed", "{mass}."), "pain-aaa-nice", "pain-aaa-missed"),
        one("kidney", "Kidney", "organ", ["flank", "low-back"], "Infection: side or lower back, a high temperature, "
            "shivering, over hours or days.", "pain-kidney"),
        one("pancreas", "Pancreas", "organ", ["belly"], "Inflamed, it hurts in the upper belly, often through to the "
            "back.", "DX-PANC-01"),
        one("abscess", "Infection beside the dura", "organ", ["blades", "low-back"], "An epidural abscess lies in the "
            "thoracic spine most often, then in the lumbar. Fever, pain and nerve signs come together in a minority.",
            "pain-abscess"),
    ]  # fmt: skip


def kinds(source: Source) -> list[Json]:
    """Return the kinds of pain: what happens, and what such pain is like."""

    def one(name: str, label: str, says: str, entry: str) -> Json:
        source.entry(entry)
        return {"id": name, "label": label, "says": says, "evidence": [entry]}

    return [
        one("biological", "Biological", "Tumour and bone excite nerve ends.", "cibp-prevalence-drivers"),
        one("mechanical", "Mechanical", "The bone cracks or gives way.", "instability-definition"),
        one("radicular", "Radicular", "A root is pressed, and fires.", "pain-referred-radicular"),
        one(
            "referred",
            "Referred",
            "No root is touched: fibres meet on the same cells of the cord.",
            "pain-referred-radicular",
        ),
    ]


def changes(source: Source) -> list[Json]:
    """Return what changes a pain or what it is like: its kind, and how fast it counts after cancer."""
    hours = source.words("RF-MSC-02", "within {time_limit_hours} hours")
    urgent = {"now": ("at once", "RF-MSC-01"), "day": (hours, "RF-MSC-02")}

    def one(name: str, label: str, kind: list[str], says: str, *evidence: str, call: str = "") -> Json:
        for entry in evidence:
            source.entry(entry)
        clock, entry = urgent.get(call, ("", ""))
        if entry:
            source.entry(entry)
        return {
            "id": name,
            "label": label,
            "kinds": kind,
            "says": says,
            "evidence": list(evidence),
            "clock": clock,
            "clock_evidence": [entry] if entry else [],
        }

    night = source.words(
        "RF-IND-25", "at a triage clinic {night_pain} of {patients} had it, none with serious disease."
    )
    lying = source.words("mscc-pain-types", "pain is worse lying down in about {recumbency_worse}.")
    return [
        one("night", "Worst at night or on waking", ["biological"],
            f"Typical of biological pain, and common without a tumour: {night}",
            _TERRITORY, "mets-pain-not-specific", "RF-IND-25", call="day"),
        one("activity", "Eases once you are up and about", ["biological"], "Said of biological pain; without figures.",
            _TERRITORY),
        one("movement", "Worse on moving or standing", ["mechanical"], "A bone that gives way hurts on movement. So "
            "does an ordinary back; after cancer the pattern doesn't reassure.",
            _TERRITORY, "instability-definition", call="day"),
        one("line", "Runs in a line or a band", ["radicular"], "Root pain keeps to its root's territory.",
            _TERRITORY, "pain-scot-mscc", call="now"),
        one("strain", "Worse on coughing or straining", ["radicular"], "On a Scottish list of symptoms of cord "
            "compression, beside root pain.", "pain-scot-mscc", call="day"),
        one("flat", "Worse on lying flat", [], f"With cord compression {lying} It names no kind; it is a reason to "
            "look.", "mscc-pain-types", "pain-scot-mscc"),
        one("stain", "Spreads like a stain: a palm shows it", ["referred"], "Referred pain is dull and wide, hard to "
            "point to, and brings no neurological signs.", "pain-referred-radicular"),
    ]  # fmt: skip
