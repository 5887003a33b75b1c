"""All rules of the linter by code: what each asks, why, where that comes from, and how to mend what breaks it."""

from __future__ import annotations

from dataclasses import dataclass

from redflags.problem import Severity

NBME = "NBME item-writing guide (2020), chapter 3; flaw table in BMC Med Educ 2016, s12909-016-0559-7, table 1"
NGN = "NCSBN, Next Generation NCLEX item types and scoring"
OWN = "this project's own rule"
WCAG = "WCAG 2.2"


@dataclass(frozen=True)
class Rule:
    """One rule."""

    code: str
    title: str
    why: str
    source: str
    mend: str

    @property
    def severity(self) -> Severity:
        """An E fails the build, a W warns."""
        return severity_of(self.code)


def severity_of(code: str) -> Severity:
    """Return the severity that a code's letter says."""
    return Severity.WARNING if code.startswith("W") else Severity.ERROR


_ALL = (
    Rule("E01", "an id is missing or stands twice",
         "Answers are stored and marked by id: two items of one id overwrite each other.", OWN,
         "give every item its own id"),
    Rule("E02", "no key, or a key that is not among the choices",
         "Nobody can get such an item right.", NBME, "mark the right option, or name the column word for word"),
    Rule("E03", "an option without `why`",
         "An explanation is what a learner learns from (effect 0.49, right or wrong alone 0.05).",
         "Van der Kleij 2015 (40 studies)", "say why the option is right or wrong"),
    Rule("E04", "no objective, no evidence, no review date, or a review that is out of date",
         "An item must be traceable to what it tests and to what was read, and reviewed after that was last changed.",
         OWN, "add what is missing; hold the item against its evidence again and set `reviewed`"),
    Rule("E05", '"all of the above" or "none of the above" as an option',
         "Knowing two options right, or one wrong, gives the answer away.", NBME,
         "say what the option claims by itself"),
    Rule("E06", "two options say the same, or one holds the other",
         "If one is right the other is too, so neither can be the single answer.", NBME,
         "let the options exclude each other"),
    Rule("E07", "more or fewer parts than the item type allows",
         "Players, marking and chance scores hold for the published sizes only.", NGN, "add or drop parts"),
    Rule("E08", "select-all with everything right, or select-n whose `n` isn't the number of right options",
         "Such an item asks nothing, or can't be answered fully.", NGN, "add a wrong option, or mend `n`"),
    Rule("E09", "an image without alternative text, or a figure without licence",
         "A reader who can't see it gets nothing, and nobody may reuse it.", f"{WCAG}, 1.1.1; CC BY 4.0",
         "write `alt` (all that it says) and `licence` beside the drawing"),
    Rule("E10", "a number with a clinical unit, or a dose, without a source",
         "A number without its source can't be checked, and stays when the evidence changes.", OWN,
         "write it as {ev}`ID: {value_name}`, cite an entry that holds it, or say in `waive` what it is"),
    Rule("E11", "something that could identify a real person",
         "Dates of birth, NHS numbers, telephone numbers and addresses don't belong in teaching material.",
         "UK GDPR, article 4", "remove it, or invent less"),
    Rule("E12", "a lead-in that can't be answered with the options covered",
         '"Which of these is true?" tests reading of the options, not knowledge.', NBME,
         "ask a question that has an answer before the options are seen"),
    Rule("E13", "a stem gives away the answer to an item asked beside it",
         "Items of one page or case are read together.", NBME, "reword the stem, or ask the items apart"),
    Rule("E14", "colour as the only cue",
         "Readers who don't see the colour don't get the cue.", f"{WCAG}, 1.4.1",
         "name the thing, its shape or its place"),
    Rule("E15", "a bare YAML word that is read as a boolean, a date or nothing",
         "`No` loads as false in other readers: the answer changes without a word.", "YAML 1.1, type bool",
         "put quotes around it"),
    Rule("E16", "a case's file name, title, setting or act says what its answer says",
         "Who knows the answer from the list of cases or acts has no case left to work out.", OWN,
         "name the encounter and the act, not the disease"),
    Rule("E17", "something in a case that can never come about",
         "A finding that nothing gives, or an act that is always turned away, misleads whoever plays or reads it.", OWN,
         "mend `needs`, `when`, `since` or `unless`, or remove it"),
    Rule("E18", "a time limit that its entry doesn't hold, or that the expert's path doesn't keep",
         "Learners are failed by it, so it must be a guideline's and possible.", OWN,
         "take the number from the register; order the act earlier in the path"),
    Rule("E19", "a path of a case that is refused, doesn't end, or earns other marks than its author says",
         "The marks that its author expects are the test of a case's rubric.", OWN,
         "`redflags play book/cases/NAME.yaml` shows the path minute by minute: mend it, or the marks"),
    Rule("E20", "a case with too little to choose from or to compare with",
         "Judgement shows only where something else could have been done.", OWN, "add what the message names"),
    Rule("E21", "HTML, an unknown directive, or a foreign kind of address in a page",
         "What runs, restyles or loads on a page must be the course's own code; and notebooks and paper know no HTML.",
         OWN, "write it in Markdown, or with one of the course's directives"),
    Rule("W01", "a negative lead-in", "Readers overlook the negation; it measures attention.", NBME,
         "ask for what is right"),
    Rule("W02", "an absolute term in an option", "Test-wise learners strike such options out.", NBME,
         "say it without always, never, all, none, only"),
    Rule("W03", "a vague frequency in an option", "Readers differ by tens of per cent over what it means.", NBME,
         "give the number or say it another way"),
    Rule("W04", "the key is the longest option", "Writers take most care over the key; test-wise learners know.", NBME,
         "cut the key or lengthen a distractor"),
    Rule("W05", "options of very different length", "What stands out draws or repels without knowledge.", NBME,
         "bring the options to a similar length"),
    Rule("W06", "a grammatical cue", "Only the key fits the sentence before it.", NBME, "make every option fit"),
    Rule("W07", "a clang: a content word stands in the stem and only in the key",
         "The repeated word points at the key.", NBME, "use another word, or use it in a distractor too"),
    Rule("W08", "convergence: the key shares most with the other options",
         "Distractors are made by changing the key, so what they share is the key.", NBME,
         "let distractors share with each other too"),
    Rule("W09", "options of mixed kinds or units", "The odd one out is struck out or chosen for being odd.", NBME,
         "use one kind and one unit"),
    Rule("W10", "numbers out of order or overlapping", "Disorder costs time and tests nothing.", NBME,
         "order by size; make ranges end where the next begins"),
    Rule("W11", "the key stands in one place too often", "Guessing one position earns marks.", NBME,
         "reorder options"),
    Rule("W12", "fewer than three or more than five options", "Few make guessing pay, many are rarely plausible.",
         f"{NBME}; Rodriguez 2005", "keep the plausible ones"),
    Rule("W13", "a stem of more than 150 words or fewer than 8",
         "Too long tests reading speed; too short holds nothing to apply knowledge to.", f"{NBME}; limits: {OWN}",
         "cut what the answer doesn't need, or add who, where and what"),
    Rule("W14", "a double-barrelled question", "A half-right answer can't be given.", NBME, "ask one thing"),
    Rule("W15", "an abbreviation that is not written out", "Readers from elsewhere don't know it.", OWN,
         "write it out at its first use, or before it on the page"),
    Rule("W16", "hard to read: Flesch-Kincaid grade above 16 in a stem, above 12 in words said to a patient",
         "Long words and sentences test reading; patients are told things in plain words.",
         "Kincaid 1975; NHS digital service manual", "shorter sentences, shorter words"),
    Rule("W17", "an objective whose verb can't be observed", "Nobody can see whether somebody knows or understands.",
         "Anderson and Krathwohl 2001", "begin with a verb of Bloom's list"),
    Rule("W18", "an objective with fewer than three items, or tested by recall alone",
         "Two items can't tell knowing from luck; recall doesn't show use.",
         f"alignment: Quality Matters; numbers: {OWN}",
         "add items, or items that ask to apply"),
    Rule("W19", "a +/- item, or a column or group of one, of which more than half is right",
         "Selecting everything then earns marks: (2k-n)/k.",
         f"computed from the rule of {NGN}", "add wrong options or drop right ones"),
    Rule("W20", "more than a tenth of concordance panels mostly say 0, or a panel gives credit at both signs",
         "Answering 0 everywhere then earns marks, or opposite answers do.",
         "Lineberry 2013; Lubarsky 2018", "use findings that move the hypothesis, or leave the panel out"),
    Rule("W21", "words that stigmatise, or that take a kind of person for the rule",
         "Words in records carry over to how people are treated.", "Goddu 2018 (J Gen Intern Med); NHS style guide",
         "name the person first, and origin or sex only where the question needs it"),
    Rule("W22", '"may be" in the key alone', "A hedged option is hard to refute, and learners know.", NBME,
         "hedge all or none"),
    Rule("W23", "an outdated term", "It is no longer taught, or offends.", NBME, "use the present term"),
    Rule("W24", "a vignette out of order",
         "Readers expect age, sex, setting, complaint, duration, history, findings, tests.", NBME,
         "put the parts in that order"),
)  # fmt: skip
RULES = {rule.code: rule for rule in _ALL}
"""Every rule by code."""
