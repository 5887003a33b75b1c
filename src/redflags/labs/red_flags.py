"""Explorer: how far answers about red flags move the probability of cancer, in one setting, with their uncertainty."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from redflags.clinical.combining import Ratio, combine
from redflags.labs.lab import Lab, Source, cite, table

if TYPE_CHECKING:
    from redflags.clinical.combining import Combined
    from redflags.reading import Content

Json = dict[str, Any]
_MINUS = "\N{MINUS SIGN}"


@dataclass(frozen=True)
class _Flag:
    """A question, and the entries of the register with its two-by-two tables, by population."""

    id: str
    label: str
    asks: str
    entries: dict[str, str]


_FLAGS = (
    _Flag("cancer-before", "Cancer before", "Have you ever had cancer?", {"clinic": "RF-IND-01", "ed": "RF-IND-15"}),
    _Flag("no-better", "No better after a month of care", "Is it better after a month?", {"clinic": "RF-IND-05"}),
    _Flag("age-50", "Aged 50 or over", "How old are you?", {"clinic": "RF-IND-02"}),
    _Flag("over-a-month", "Pain for more than a month", "How long has it hurt?", {"clinic": "RF-IND-06"}),
    _Flag("weight-loss", "Weight loss without a reason", "Have you lost weight?", {"clinic": "RF-IND-04"}),
    _Flag("no-relief", "No relief from lying down", "Does lying down help?", {"clinic": "RF-IND-07"}),
    _Flag("slow-onset", "Slow onset", "Did it come on slowly?", {"clinic": "RF-IND-08"}),
    _Flag("thoracic", "Pain in the thoracic spine", "Where does it hurt?", {"clinic": "RF-IND-09"}),
    _Flag("tender", "Tender spine", "Does it hurt when I press?", {"clinic": "RF-IND-11"}),
    _Flag("weak", "Weak limb on examination", "Is a limb weak?", {"clinic": "RF-IND-12"}),
    _Flag("fever", "Fever", "Is there a fever?", {"clinic": "RF-IND-13"}),
    _Flag("esr", "ESR above 20 mm/h", "Is the sedimentation rate raised?", {"clinic": "RF-IND-20"}),
)
_POPULATIONS = {"clinic": "US walk-in clinic, 1988", "ed": "emergency X-ray series, 1998"}
_LIMITS = {
    "RF-IND-15": "In that series all seven people with cancer were already known to have it in bone: "
    "don't carry the ratio to others."
}
"""What a reader must know of a table before using it; the entry's note says so."""
_TENS = 10
_START = {"cancer-before": "yes"}


def lab(content: Content) -> Lab:
    """Return the explorer; no ratio is averaged over populations, and what no study gives stays out."""
    source = Source(content)
    settings = _settings(source)
    flags = [_flag(source, flag) for flag in _FLAGS]
    measured = _measured(source)
    prior = settings[0]["prior"]
    landings = {
        flag["id"]: after_yes(prior, flag["tables"]["clinic"]) for flag in flags if flag["tables"]["clinic"]["yes"]
    }
    first, *others = sorted(landings.values(), key=lambda landing: -landing.band[1])
    return Lab(
        name="red-flags",
        title="How far does an answer move the odds?",
        says=(
            f"Where {_thousand(prior)} in 1,000 backaches in primary care are cancer, a yes to “cancer before” makes "
            f"it about {_thousand(first.band[1])} ({_thousand(first.reach[0])} to {_thousand(first.reach[1])} by the "
            f"interval of that ratio); a yes to any other one of these questions leaves it at about "
            f"{_thousand(others[0].band[1])} or below."
        ),
        data={
            "settings": settings,
            "flags": flags,
            "populations": _POPULATIONS,
            "measured": measured,
            "dependence": source.entry("WHY-INDEP-01").id,
        },
        html=_html(settings, flags, measured),
        evidence=source.cited,
        start={"setting": "primary", "prior": None, "answers": _START, "revealed": True, "guesses": []},
        keeps=("guesses",),
    )


def after_yes(prior: float, counts: Json) -> Combined:
    """Return what a yes says by a table's own ratio and interval."""
    return combine(prior, [Ratio(**counts["yes"])])


def _settings(source: Source) -> list[Json]:
    """Return the settings: where people start, and how far studies of the same kind disagree."""

    def percent(entry: str, key: str) -> float:
        return source.number(entry, key) / 100

    def reported(entry: str, key: str) -> list[float]:
        return [end / 100 for end in source.interval(entry, key)]

    hours = source.words("RF-MSC-02", "{time_limit_hours} hours")
    source.entry("RF-MSC-01")
    return [
        {
            "id": "primary",
            "label": "Primary care",
            "prior": percent("RF-EPI-01", "prevalence_percent"),
            "range": reported("RF-EPI-11", "incidence_percent"),
            "population": "clinic",
            "says": source.words("RF-EPI-01", "{cancers} of {patients} people in a US walk-in clinic had cancer")
            + source.words("RF-EPI-11", "; a review of primary care gives {incidence_percent}."),
            "evidence": ["RF-EPI-01", "RF-EPI-11"],
        },
        {
            "id": "emergency",
            "label": "Emergency department",
            "prior": percent("RF-EPI-10", "emergency_percent"),
            "range": reported("RF-EPI-16", "spinal_cancer_percent"),
            "population": "ed",
            "says": source.words(
                "RF-EPI-10", "{emergency_cancers} of {emergency_n} people in an emergency X-ray series"
            )
            + source.words("RF-EPI-16", "; over {studies} emergency studies {spinal_cancer_percent}."),
            "evidence": ["RF-EPI-10", "RF-EPI-16"],
        },
        {
            "id": "bone-scan",
            "label": "Sent for a bone scan",
            "prior": percent("RF-EPI-10", "secondary_percent"),
            "range": None,
            "population": None,
            "says": source.words("RF-EPI-10", "{secondary_cancers} of {secondary_n} people sent for a bone scan."),
            "evidence": ["RF-EPI-10"],
        },
        {
            "id": "known",
            "label": "Cancer now or ever",
            "prior": percent("WHY-KNOWN-03", "normal_examination"),
            "range": [
                source.number("WHY-KNOWN-02", "pain_only") / source.number("WHY-KNOWN-02", "pain_only_n"),
                percent("WHY-KNOWN-03", "normal_examination"),
            ],
            "population": None,
            "says": source.words(
                "WHY-KNOWN-03", "Back pain and a normal examination: {normal_examination:.0f} had epidural "
            )
            + source.words("WHY-KNOWN-03", "metastases among {n} people in one series")
            + source.words("WHY-KNOWN-02", "; {pain_only} of {pain_only_n} in another."),
            "evidence": ["WHY-KNOWN-03", "WHY-KNOWN-02"],
            "clock": (
                "With a cancer now or ever these questions are the wrong ones: our register holds no ratio measured in "
                "such people, and the start is high already. The question is how fast. By NICE NG234 (UK, as quoted by "
                f"others) pain of the patterns it lists leads to a call to the coordinator within {hours}, and any "
                "neurological symptom or sign to one at once."
            ),
            "clock_evidence": ["RF-MSC-02", "RF-MSC-01"],
        },
    ]


def _flag(source: Source, flag: _Flag) -> Json:
    return {
        "id": flag.id,
        "label": flag.label,
        "asks": flag.asks,
        "tables": {population: _table(source, entry) for population, entry in flag.entries.items()},
    }


def _table(source: Source, entry: str) -> Json:
    """Return a flag's accuracy: from the counts where the register has them, from rounded shares where not."""
    if not source.has(entry, "TP"):
        sensitivity, specificity = (
            source.number(entry, f"{name}_percent") / 100 for name in ("sensitivity", "specificity")
        )
        return {
            "entry": entry,
            "limit": None,
            "counts": None,
            "sensitivity": sensitivity,
            "specificity": specificity,
            "sensitivity_interval": None,
            "specificity_interval": None,
            "yes": {"value": source.number(entry, "LR_pos_derived"), "low": None, "high": None},
            "no": {"value": source.number(entry, "LR_neg_derived"), "low": None, "high": None},
        }
    sick_yes, well_yes, sick_no, well_no = (int(source.number(entry, cell)) for cell in ("TP", "FP", "FN", "TN"))
    return {
        "entry": entry,
        "limit": _LIMITS.get(entry),
        "counts": [sick_yes, well_yes, sick_no, well_no],
        "sensitivity": sick_yes / (sick_yes + sick_no),
        "specificity": well_no / (well_yes + well_no),
        "sensitivity_interval": source.interval(entry, "sensitivity_ci95"),
        "specificity_interval": source.interval(entry, "specificity_ci95"),
        "yes": _ratio(source, entry, "LR_pos"),
        "no": _ratio(source, entry, "LR_neg"),
    }


def _ratio(source: Source, entry: str, key: str) -> Json | None:
    """Return a ratio; None at 0, where nobody with cancer gave that answer: no ratio can be given."""
    value = source.number(entry, key)
    if value == 0:
        return None
    low, high = source.interval(entry, f"{key}_ci95") if source.has(entry, f"{key}_ci95") else (None, None)
    return {"value": value, "low": low, "high": high}


def _measured(source: Source) -> list[Json]:
    """Return the combinations that somebody measured: better than any product."""
    return [
        {
            "answers": {"cancer-before": "yes", "weight-loss": "yes"},
            "says": source.words(
                "RF-EPI-18",
                "A US spine centre measured cancer before and weight loss together: an LR+ of "
                "{weight_loss_plus_history_of_cancer_LR_pos}, as "
                "reviews of the paper report it.",
            ),
            "evidence": "RF-EPI-18",
        },
        {
            "answers": dict.fromkeys(("age-50", "cancer-before", "weight-loss", "no-better"), "no"),
            "says": source.words(
                "RF-IND-17",
                "The walk-in clinic measured these four together: none of its {cancers} cancers was in anyone who "
                "said no to all four.",
            ),
            "evidence": "RF-IND-17",
        },
    ]


def _thousand(probability: float) -> str:
    """Say a probability as people in 1,000, to one decimal below 1."""
    count = 1000 * probability
    return f"{count:.0f}" if count >= 1 or count == 0 else f"{count:.1f}"


def _share(value: float, interval: Any) -> str:
    ends = " ({:.0f}\u00a0to\u00a0{:.0f})".format(*(100 * end for end in interval)) if interval else ""
    return f"{100 * value:.0f}%{ends}"


def _ratio_words(ratio: Json | None) -> str:
    if ratio is None:
        return "none can be given"
    ends = (
        "no\u00a0interval" if ratio["low"] is None else f"{_factor(ratio['low'])}\u00a0to\u00a0{_factor(ratio['high'])}"
    )
    return f"{_factor(ratio['value'])} ({ends})"


def _factor(value: float) -> str:
    return f"{value:.1f}" if value >= _TENS else f"{value:.2f}"


def _landing(prior: float, ratio: Json | None) -> str:
    """Say where an answer leads, never without what chance alone could make of it."""
    if ratio is None:
        return "the study can't say"
    found = combine(prior, [Ratio(**ratio)])
    low, high = found.reach
    if ratio["low"] is None:
        return f"about\u00a0{_thousand(found.alone.value)}"
    return f"about\u00a0{_thousand(found.alone.value)} ({_thousand(low)}\u00a0to\u00a0{_thousand(high)})"


def _named(flag: Json, population: str) -> str:
    return f"{escape(flag['label'])}{', emergency X-rays' if population == 'ed' else ''}"


def _html(settings: list[Json], flags: list[Json], measured: list[Json]) -> str:
    starts = table(
        "Where people start",
        ["Setting", "Cancer in 1,000", "What was found"],
        [
            [escape(one["label"]), _thousand(one["prior"]), f"{escape(one['says'])}{cite(*one['evidence'])}"]
            for one in settings
        ],
    )
    studies = [(flag, population, counts) for flag in flags for population, counts in flag["tables"].items()]
    starting = {"clinic": settings[0]["prior"], "ed": settings[1]["prior"]}
    moves = table(
        "Each question alone: cancer in 1,000 people, with the 95% interval of the ratio",
        ["Question", "After a yes", "After a no", "Source"],
        [
            [
                _named(flag, population),
                _landing(starting[population], counts["yes"]),
                _landing(starting[population], counts["no"]),
                cite(counts["entry"]),
            ]
            for flag, population, counts in studies
        ],
    )
    accuracy = table(
        "How well each question tells, with 95% intervals",
        ["Question", "Sensitivity", "Specificity", "LR+", f"LR{_MINUS}", "People"],
        [
            [
                _named(flag, population),
                _share(counts["sensitivity"], counts["sensitivity_interval"]),
                _share(counts["specificity"], counts["specificity_interval"]),
                _ratio_words(counts["yes"]),
                _ratio_words(counts["no"]),
                f"{sum(counts['counts']):,}, {counts['counts'][0] + counts['counts'][2]} with cancer"
                if counts["counts"]
                else "not read",
            ]
            for flag, population, counts in studies
        ],
    )
    known = "".join(f"<li>{escape(one['says'])}{cite(one['evidence'])}</li>" for one in measured)
    clock = settings[-1]
    return (
        f"{starts}{moves}{accuracy}"
        f"<p><strong>Don't multiply them.</strong> Answers travel together, and a product assumes that each tells "
        f"something new{cite('WHY-INDEP-01')}. The live version shows a band, from the strongest answer alone to all "
        f"multiplied, and the truth may lie outside even that. We found two combinations that were measured:</p>"
        f"<ul>{known}</ul>"
        f"<p>{escape(clock['clock'])}{cite(*clock['clock_evidence'])}</p>"
    )
