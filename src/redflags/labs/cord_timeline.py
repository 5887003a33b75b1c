"""Explorer: from pain to paralysis in the register's intervals, against the time limits of guidelines."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from redflags.clinical.cord_clock import judge
from redflags.labs.lab import Lab, Source, cite, table

if TYPE_CHECKING:
    from redflags.reading import Content

Json = dict[str, Any]
_EDGES = (7, 14)
"""Days that part the three groups of T-PROG-04, whose names in the register hold them."""
_SPANS = ("days_1_7", "days_8_14", "over_14_days")
_DAY = 24
VERDICTS = {
    "kept": "Kept",
    "passed": "Passed",
    "no-limit": "No limit read",
    "not-here": "Not about this course",
}


def lab(content: Content) -> Lab:
    """Return the explorer; it starts with the medians of the Scottish audit, and calls and treats at the limit."""
    source = Source(content)
    limits = _limits(source)
    outcome = _outcome(source)
    intervals = _intervals(source)
    silent = _silent(source)
    start = {
        "pain": source.number("RF-MSC-10", "pain_median_days"),
        "told": source.number("RF-MSC-10", "gp_report_to_diagnosis_median_days"),
        "weakness": source.number("RF-MSC-11", "weakness_median_days"),
        "bladder": None,
        "called": source.number("RF-MSC-05", "time_limit_hours"),
        "decided": source.number("T-NG234-06", "rt_within"),
        "treated": source.number("T-NG234-06", "rt_within"),
    }
    return Lab(
        name="cord-timeline",
        title="From pain to paralysis, and the clocks beside it",
        says=(
            source.words(
                "RF-MSC-10",
                "In the Scottish audit pain had lasted a median of {pain_median_days} days at diagnosis, and",
            )
            + source.words("RF-MSC-11", " weakness {weakness_median_days} days. Guidelines count in hours,")
            + " and their clocks start only when somebody knows."
        ),
        data={
            "limits": limits,
            "silent": silent,
            "intervals": intervals,
            "outcome": outcome,
            "verdicts": VERDICTS,
        },
        html=_html(start, limits, silent, intervals, outcome),
        evidence=source.cited,
        start={**start, "walks": "help", "guess": None, "revealed": False},
    )


def _limits(source: Source) -> list[Json]:
    """Return the limits that were read, each with its country, its year and what starts its clock."""
    rows: tuple[tuple[Any, ...], ...] = (
        ("England, 2023", "Call, for a pain pattern alone", "told", "called", "pain",
         source.number("RF-MSC-02", "time_limit_hours"), ["RF-MSC-02"],
         "NICE NG234, for people with past or current cancer; the same limit as in 2008"),
        ("England, 2023", "Call, for trouble of nerves", "known-nerve", "called", "nerve",
         source.number("RF-MSC-01", "time_limit_hours"), ["RF-MSC-01"],
         "NICE NG234: immediately. Here it counts as kept only when the call comes within the hour that is set"),
        ("Highland, Scotland, undated", "Call", "known-nerve", "called", "nerve",
         source.number("FD-CALL-02", "contact_within"), ["FD-CALL-02"],
         "Ideally, from symptoms developing; the page leaves open whether pain is meant"),
        ("England, 2023", "MRI of the whole spine, with trouble of nerves", "called", "scan", "nerve",
         source.number("RF-MSC-05", "time_limit_hours"), ["RF-MSC-05", "RF-MSC-03"],
         "NICE, from suspicion: as soon as possible and always within the limit"),
        ("South-west London, about 2015", "MRI, with trouble of nerves", "called", "scan", "nerve",
         source.number("FD-CALL-05", "mri_limit"), ["FD-CALL-05"],
         "An older local pathway"),
        ("England, 2023", "MRI of the whole spine, for pain alone", "called", "scan", "pain-only",
         _DAY * source.number("RF-MSC-04", "time_limit_days"), ["RF-MSC-04"],
         "NICE, from suspicion, with any plan of treatment agreed"),
        ("UK, 2023", "MRI, if the bladder trouble comes from the cauda equina", "called", "scan", "bladder",
         source.number("RF-CES-06", "mri_limit"), ["RF-CES-06"],
         "From the request, for anybody, with or without cancer; another page lets some wait longer"),
        ("Everywhere", "From scan to decision", "scan", "decided", "any", None, [],
         "We read no limit in any country"),
        ("England, 2014, updated 2023", "Radiotherapy, where surgery does not fit", "decided", "treated", "any",
         source.number("T-NG234-06", "rt_within"), ["T-NG234-06"],
         "NICE quality standard, from the decision to treat"),
    )  # fmt: skip
    for row in rows:
        for entry in row[6]:
            source.entry(entry)
    source.entry("RF-MSC-09")
    keys = ("where", "what", "from", "to", "when", "hours", "evidence", "says")
    found = [dict(zip(keys, row, strict=True)) for row in rows]
    found[0]["evidence"] = ["RF-MSC-02", "RF-MSC-09"]
    return found


def _silent(source: Source) -> list[Json]:
    """Return the places whose pages were read and gave no limit."""
    rows = (
        ("Lothian, Scotland, undated", "FD-CALL-03", "The cancer centre may book an MRI for the following day"),
        ("United States, 2024", "T-RT-07", "ASTRO: surgery before radiotherapy, conditionally"),
        ("Ireland, 2018", "FD-CALL-04", "An audit of who was asked"),
    )
    return [{"where": where, "evidence": [source.entry(entry).id], "says": says} for where, entry, says in rows]


def _intervals(source: Source) -> list[Json]:
    """Return what was measured: how long each thing had lasted, in whom."""
    scots = source.words("RF-MSC-10", "{patients} people, three Scottish cancer centres, 1998 to 1999")
    rows = (
        ("Pain, before diagnosis", source.words("RF-MSC-10", "{pain_median_days} days (median)"), scots, "RF-MSC-10"),
        (
            "Told to the general practitioner, before diagnosis",
            source.words("RF-MSC-10", "{gp_report_to_diagnosis_median_days} days (median)"),
            scots,
            "RF-MSC-10",
        ),
        (
            "Weakness, before diagnosis",
            source.words("RF-MSC-11", "{weakness_median_days} days (median)"),
            scots,
            "RF-MSC-11",
        ),
        (
            "Numbness, before diagnosis",
            source.words("RF-MSC-11", "{sensory_median_days} days (median)"),
            scots,
            "RF-MSC-11",
        ),
        (
            "Pain, before signs of nerves",
            source.words("mscc-pain-types", "{lead_months} months"),
            "a palliative-care fact sheet, second-hand",
            "mscc-pain-types",
        ),
        (
            "Pain reported, to diagnosis, with a hotline",
            source.words("RF-MSC-19", "{pain_report_to_diagnosis_days} days (median or not: the copy breaks off)"),
            "Tayside, Scotland; known cancer",
            "RF-MSC-19",
        ),
        (
            "Symptoms of compression, to treatment",
            source.words("RF-MSC-13", "{total_median_days} days (median; range {total_range_days})"),
            source.words("RF-MSC-13", "{patients} people, one English cancer centre"),
            "RF-MSC-13",
        ),
    )
    return [{"what": what, "long": long, "who": who, "evidence": entry} for what, long, who, entry in rows]


def _outcome(source: Source) -> Json:
    """Return what is known of how it ends, by walking, by tempo and by the bladder."""
    lost, regained = source.number("T-PROG-05", "not_walking_at_diagnosis"), source.number("T-PROG-05", "regained")
    return {
        "walks": [
            {
                "id": "alone",
                "label": "alone",
                "walk": source.number("RF-MSC-14", "still_walking_percent"),
                "says": source.words(
                    "RF-MSC-14",
                    "Of people who walked unaided at diagnosis {still_walking_percent} could walk a month later, alone "
                    "or with an aid (Scottish audit).",
                ),
                "evidence": ["RF-MSC-14"],
            },
            {
                "id": "help",
                "label": "only with help",
                "walk": None,
                "says": "No study that we read counts these people alone.",
                "evidence": [],
            },
            {
                "id": "no",
                "label": "not at all",
                "walk": 100 * regained / lost,
                "says": source.words(
                    "T-PROG-05", "Of {not_walking_at_diagnosis} people who were bedridden {regained} walked afterwards."
                )
                + source.words(
                    "RF-MSC-14",
                    " In the Scottish audit {no_recovery_percent} of those who could not walk had recovered no "
                    "function after a month.",
                ),
                "evidence": ["T-PROG-05", "RF-MSC-14"],
            },
        ],
        "main": "Whether a person walks when treatment starts is the main determinant of whether they walk afterwards.",
        "main_evidence": [source.entry("T-PROG-01").id],
        "edges": list(_EDGES),
        "tempo": [
            source.words("T-PROG-04", f"{{{span}}} improved and {{walking_{span}}} could walk after radiotherapy")
            for span in _SPANS
        ],
        "spans": ["within a week", "in 8 to 14 days", "in more than 14 days"],
        "tempo_evidence": ["T-PROG-04", "T-PROG-06"],
        "trap": source.words(
            "T-PROG-06",
            "Slow weakness did better. The study counts how fast it came, not how long anybody waited. Of {fast_n} "
            "people who lost power fast in the last {window} hours before radiotherapy {fast_improved} improved.",
        ),
        "bladder": source.words(
            "T-PROG-05",
            "{catheter} of {n} people ({catheter_percent}) needed a catheter at diagnosis; {catheter_removed} of "
            "these later did without.",
        ),
        "bladder_evidence": ["T-PROG-05"],
        "surgery": source.words(
            "T-SURG-02",
            "A study, not a guideline: among people operated on, power came back better when surgery came within "
            "{window} hours of the neurological presentation.",
        ),
        "surgery_hours": source.number("T-SURG-02", "window"),
        "surgery_evidence": ["T-SURG-02", "T-SURG-03"],
        "late": source.words(
            "T-SURG-03",
            "Late is worse and not hopeless: {walked} of {n} walked again who had been off their feet for longer.",
        ),
    }


def span(hours: float) -> str:
    """Return hours in words: "24 hours", "19 days".

    >>> span(0), span(1), span(36), span(168), span(456)
    ('0 hours', '1 hour', '36 hours', '7 days', '19 days')
    """
    if hours >= 2 * _DAY and hours % _DAY == 0:
        return f"{hours / _DAY:g} days"
    return f"{hours:g} hour{'' if hours == 1 else 's'}"


def _html(start: Json, limits: list[Json], silent: list[Json], intervals: list[Json], outcome: Json) -> str:
    """Return the tables: what was measured, what guidelines ask, what is known of the end."""
    verdicts = judge(start, limits)
    measured = table(
        "How long it had lasted",
        ["What", "How long", "In whom"],
        [
            [escape(row["what"]), escape(row["long"]) + cite(row["evidence"]), escape(row["who"])]
            for row in intervals
        ],
    )  # fmt: skip
    asked = table(
        "What guidelines ask, and what becomes of it in an invented course: the medians of the Scottish audit, a call "
        "and a scan at the limit",
        ["Where and when", "What", "Limit", "In that course"],
        [
            [
                escape(limit["where"]),
                f"{escape(limit['what'])}: {escape(limit['says'])}{cite(*limit['evidence'])}",
                _limit(limit),
                VERDICTS[verdict["verdict"]]
                + (f", after {span(verdict['hours'])}" if verdict["hours"] is not None else ""),
            ]
            for limit, verdict in zip(limits, verdicts, strict=True)
        ]
        + [
            [escape(place["where"]), f"{escape(place['says'])}{cite(*place['evidence'])}", "none read", "-"]
            for place in silent
        ],
    )
    known = table(
        "What is known of the end",
        ["Who", "What is known"],
        [
            *(
                [
                    f"Walks {one['label']} when treatment starts",
                    f"{escape(one['says'])}{cite(*one['evidence'])}",
                ]
                for one in outcome["walks"]
            ),
            *(
                [f"Weakness that came {how}", f"{escape(says)}{cite(outcome['tempo_evidence'][0])}"]
                for how, says in zip(outcome["spans"], outcome["tempo"], strict=True)
            ),
            ["Bladder trouble", f"{escape(outcome['bladder'])}{cite(*outcome['bladder_evidence'])}"],
            ["Surgery", f"{escape(outcome['surgery'])} {escape(outcome['late'])}{cite(*outcome['surgery_evidence'])}"],
        ],
    )
    main = f"<p>{outcome['main']}{cite(*outcome['main_evidence'])} {escape(outcome['trap'])}{cite('T-PROG-06')}</p>"
    return f"{measured}{asked}{known}{main}"


def _limit(limit: Json) -> str:
    if limit["hours"] is None:
        return "none read"
    return "at once" if limit["hours"] == 0 else span(limit["hours"])
