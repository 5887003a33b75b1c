"""A virtual patient as plain HTML that reads as a story: for no script, for print, for search, for notebooks.

Pure Python over compiled JSON, as `static_html` is for questions.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from redflags.static_answers import rich
from redflags.static_html import data_attributes, script_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Json = dict[str, Any]
KINDS = {
    "history": "Ask",
    "examination": "Examine",
    "test": "Test",
    "treatment": "Treat",
    "communication": "Talk",
    "disposition": "Decide where they go",
}
STAGES = {
    "opening": "At the first sight",
    "bedside": "After talking and examining",
    "decision": "When deciding",
    "final": "After a pause",
}
VOICES = {
    "nurse": "A nurse would add",
    "radiologist": "A radiologist would add",
    "oncologist": "An oncologist would add",
    "surgeon": "A spinal surgeon would add",
    "physiotherapist": "A physiotherapist would add",
    "gp": "A general practitioner would add",
}
WEIGHTS = {-2: "\N{MINUS SIGN}\N{MINUS SIGN}", -1: "\N{MINUS SIGN}", 0: "0", 1: "+", 2: "++"}
RANKING = "The expert's ranking"
TIMES = "Minutes, delays and costs are stage times of this course: no clinical claim, and no price."
_HOUR = 60


def case_html(case: Json, heading: int = 2, register: str = "", *, undo: bool = True) -> str:
    """Return a compiled case as the element that the page's script mounts its player on.

    Parameters
    ----------
    case
        A case as `redflags.compile.compile_patient` makes it.
    heading
        Level of its headings.
    register
        Address of the evidence register's page, where there is one.
    undo
        Whether acts can be taken back.
    """
    data = {"heading-level": heading, "register": register, "undo": "" if undo else "no"}
    return (
        f'<div class="rf-case"{data_attributes(data)}><script type="application/json">{script_json(case)}</script>'
        f'<div class="rf-static">{story_html(case, heading)}'
        f"<details><summary>What each act gives, and what it is worth</summary>{acts_html(case)}</details>"
        f"<details><summary>What it was</summary>{debrief_html(case, heading)}</details></div></div>"
    )


def story_html(case: Json, heading: int) -> str:
    """Return what stands at the beginning: who, where, the first words, what can be done, what is on the pick-list."""
    person = case["person"]
    who = ", ".join(escape(str(person[key])) for key in ("name", "age", "sex"))
    groups = []
    for kind, name in KINDS.items():
        labels = sorted((action["label"] for action in case["actions"] if action["kind"] == kind), key=str.casefold)
        groups += [f"<h{heading + 1}>{name}</h{heading + 1}>{_list(map(escape, labels))}"] if labels else []
    picks = sorted((diagnosis["text"] for diagnosis in case["diagnoses"]), key=str.casefold)
    return (
        f"<p><strong>{who}.</strong> {escape(person['life'])}</p>"
        f"<p>{escape(case['setting'])}. {escape(case['start'])}.</p><p>{rich(case['opening'])}</p>"
        f"<h{heading}>What could be done</h{heading}>{''.join(groups)}"
        f"<h{heading}>What could it be?</h{heading}>{_list(map(escape, picks))}"
    )


def acts_html(case: Json) -> str:
    """Return every act with what it gives, what it takes and what it is worth: a list, which a phone can show."""
    rows = []
    for action in case["actions"]:
        given = "".join(f"<dd>{_given(outcome['when'])}{rich(outcome['text'])}</dd>" for outcome in action["gives"])
        why = f" {rich(action['why'])}" if action["why"] else ""
        rows.append(
            f"<dt>{escape(action['label'])} ({_takes(action)})</dt>{given}"
            f"<dd><strong>{escape(_worth(action))}.</strong>{why}</dd>"
        )
    return f"<dl>{''.join(rows)}</dl><p>{TIMES}</p>"


def _worth(action: Json) -> str:
    """Name what an act is worth; what differs by outcome is said in their order."""
    values = [outcome["value"] or action["value"] for outcome in action["gives"]]
    return ", then ".join(dict.fromkeys(values)).capitalize()


def _takes(action: Json) -> str:
    later = f", result {duration(action['delay'])} later" if action["delay"] else ""
    dose = action["radiation"]
    amount = ""
    if dose is not None:
        numbers = " to ".join(f"{number:g}" for number in dict.fromkeys(dose["mSv"]))
        amount = f", {numbers} mSv ({escape(dose['evidence'])})"
    return f"{duration(action['minutes'])}{later}{amount}"


def duration(minutes: int) -> str:
    """Say a time in hours and minutes.

    >>> duration(5), duration(60), duration(150)
    ('5 min', '1 h', '2 h 30 min')
    """
    hours, rest = divmod(minutes, _HOUR)
    return " ".join(part for part in (f"{hours} h" if hours else "", f"{rest} min" if rest else "") if part)


def _given(when: Json | None) -> str:
    return f"<em>{escape(condition(when))}:</em> " if when else ""


def condition(when: Json) -> str:
    """Say a condition in words; flags are the simulation's own, and are named as their author named them."""
    parts = [
        " and ".join(flag.replace("-", " ") for flag in when["flags"]),
        f"not {' nor '.join(flag.replace('-', ' ') for flag in when['without'])}" if when["without"] else "",
        f"legs graded {' or '.join(when['neuro'])} (A complete loss, E normal)" if when["neuro"] else "",
        f"pain {when['pain_at_least']} or more" if when["pain_at_least"] is not None else "",
        f"after {duration(when['after'])}" if when["after"] else "",
        f"within {duration(when['before'])}" if when["before"] is not None else "",
    ]
    return f"If {', '.join(part for part in parts if part)}"


def debrief_html(case: Json, heading: int) -> str:
    """Return what it was, what became of the person, and how an expert thought."""
    debrief = case["debrief"]
    names = {diagnosis["id"]: diagnosis["text"] for diagnosis in case["diagnoses"]}
    answer = next(diagnosis["text"] for diagnosis in case["diagnoses"] if diagnosis["answer"])

    def title(words: str) -> str:
        return f"<h{heading + 1}>{words}</h{heading + 1}>"

    views = [f"<p><strong>{words}:</strong> {rich(debrief[key])}</p>" for key, words in VOICES.items() if debrief[key]]
    ranks = [
        (words, escape("; ".join(names[name] for name in case["experts"][stage]))) for stage, words in STAGES.items()
    ]
    return (
        f"<p><strong>{escape(answer)}.</strong></p>"
        f"{title('What becomes of them')}{_course(case)}"
        f"{title('In a sentence')}<p>{rich(debrief['representation'])}</p>{_list(map(escape, debrief['features']))}"
        f"{title('What matters')}{_list(map(rich, debrief['points']))}{_safety(case)}"
        f"{title(RANKING)}{_table(RANKING, ('When', 'Likeliest first'), ranks)}"
        f"{title('What speaks for what')}{_script(case, names)}{_pause(case)}"
        f"<p><strong>The probability of cancer by the register:</strong> {rich(case['reference']['says'])}</p>"
        f"{title('Views')}{''.join(views)}"
        f"<p><strong>What is not known:</strong> {rich(debrief['unknown'])}</p>"
        f"<p>Evidence: {escape(', '.join(case['evidence']))}</p>"
    )


def _course(case: Json) -> str:
    """Tell what happens by itself, and how the story can end."""
    events = [
        f"{_moment(one)}: {rich(one['then']['text'])}" for one in case["transitions"] if one["then"]["text"] is not None
    ]
    endings = [f"{_given(ending['when'])}{rich(ending['text'])}" for ending in case["epilogue"]]
    by_itself = f"<p>By itself, unless help comes first:</p>{_list(events)}" if events else ""
    return f"{by_itself}<p>In the end:</p>{_list(endings)}"


def _moment(transition: Json) -> str:
    after = duration(transition["after"]) or "at once"
    since = transition["since"]
    return escape(f"{after} after {since.replace('-', ' ')}" if since else f"After {after}")


def _safety(case: Json) -> str:
    rule = case["safety"]
    if rule is None:
        return ""
    labels = [action["label"] for action in case["actions"] if action["id"] in rule["any_of"]]
    limit = duration(rule["within"]["minutes"])
    acts = escape(" or ".join(labels))
    return f"<p><strong>For safety, within {limit}:</strong> {acts}. {rich(rule['why'])}</p>"


def _script(case: Json, names: dict[str, str]) -> str:
    columns = list(dict.fromkeys(name for weights in case["script"].values() for name in weights))
    words = {finding["id"]: finding["text"] for finding in case["findings"]}
    rows = [
        (escape(words[finding]), *(WEIGHTS[weights.get(name, 0)] for name in columns))
        for finding, weights in case["script"].items()
    ]
    return _table("Findings and diagnoses", ("Finding", *(names[name] for name in columns)), rows)


def _pause(case: Json) -> str:
    words = {finding["id"]: finding["text"] for finding in case["findings"]}
    grid = (
        ("For it", [words[name] for name in case["pause"]["for"]]),
        ("Against it", [words[name] for name in case["pause"]["against"]]),
        ("Expected, but absent", [one["text"] for one in case["pause"]["absent"]]),
    )
    return "".join(f"<p><strong>{name}:</strong> {escape('; '.join(found) or 'nothing')}</p>" for name, found in grid)


def _list(rows: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{row}</li>' for row in rows)}</ul>"


def _table(label: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    columns = "".join(f'<th scope="col">{escape(name)}</th>' for name in head)
    cell: Callable[[str], str] = "<td>{}</td>".format
    body = "".join(f'<tr><th scope="row">{first}</th>{"".join(map(cell, rest))}</tr>' for first, *rest in rows)
    return (
        f'<div class="rf-scroll" role="region" aria-label="{escape(label)}" tabindex="0">'
        f"<table><thead><tr>{columns}</tr></thead><tbody>{body}</tbody></table></div>"
    )
