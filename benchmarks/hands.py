"""How a question is answered on each kind of page: what to fill in, what to press, where the feedback comes."""

from __future__ import annotations

from dataclasses import dataclass

_FIRST_OURS = """(() => {
  for (const quiz of document.querySelectorAll(".rf-quiz")) {
    const {items} = JSON.parse(quiz.querySelector("script[type='application/json']").textContent);
    const item = items.find(({type}) => type === "single-best-answer");
    if (item) return quiz.querySelector(`.rf-item[aria-labelledby$="-${item.id}"]`) ?? quiz;
  }
})()"""
_FILL_OURS = """question => {
  const said = (input, value) => {
    input.value = value;
    input.dispatchEvent(new Event(input.localName === "select" ? "change" : "input", {bubbles: true}));
  };
  const names = new Set();
  for (const input of question.querySelectorAll("input[type=radio], input[type=checkbox]")) {
    if (!names.has(input.name || input)) input.click();
    names.add(input.name || input);
  }
  for (const list of question.querySelectorAll("select")) said(list, list.options[list.options.length - 1].value);
  for (const field of question.querySelectorAll("textarea, input:not([type]), input[type=text]")) said(field, "4");
}"""
"""Whatever that makes of the question: what can't be submitted then is given up, which shows the same feedback."""
_PRESSED_OURS = """question => {
  const ready = [...question.querySelectorAll(".rf-certainty button, .rf-primary")]
    .filter(button => button.getAttribute("aria-disabled") !== "true");
  // Sure, if the answer is whole; else "No idea", which stands last.
  return ready.length > 2 ? [ready[2]] : ready.slice(-1);
}"""
_PRESSED_QUIZ = """question => {
  const box = question.querySelector("input[type=checkbox]");
  box?.click();
  const seen = box ? question.querySelector("button[type=submit]") : question.querySelector("label");
  return seen ? [seen] : [];
}"""


@dataclass(frozen=True)
class Hand:
    """What somebody does on a page of one kind. Functions are of the page's script and get a question's element."""

    questions: str
    """Selector of all questions."""
    fill: str
    """What fills a question in, before the press that is timed."""
    pressed: str
    """Which elements to press, one after the other: each press brings feedback."""
    first: str = ""
    """Expression: the first question that has options of which one is right, or where it will stand. This and the next
    three are for timing a page's first question; empty where that isn't asked."""
    option: str = ""
    """Selector of its first option."""
    confirm: str = ""
    """Selector of what is pressed after choosing; empty where choosing is enough."""
    feedback: str = ""
    """Selector of what has words once it was answered."""


OURS = Hand(
    first=_FIRST_OURS,
    option="input[type=radio]",
    confirm=".rf-certainty button:nth-of-type(3)",
    feedback=".rf-feedback",
    questions=".rf-item[data-phase=answering]",
    fill=_FILL_OURS,
    pressed=_PRESSED_OURS,
)
JUPYTERQUIZ = Hand(
    first='document.querySelector(".Quiz:has(.MCButton)")',
    option=".MCButton",
    confirm="",
    feedback=".Feedback",
    questions=".Quiz:has(.MCButton)",
    fill="() => {}",
    pressed='question => [...question.querySelectorAll(".MCButton")]',
)
MKDOCS_QUIZ = Hand(
    first='document.querySelector(".quiz:has(input[type=radio])")',
    option="input[type=radio]",
    confirm="",
    feedback=".quiz-feedback:not(.hidden)",
    questions=".quiz:has(input[type=radio], input[type=checkbox])",
    fill="() => {}",
    pressed=_PRESSED_QUIZ,
)
