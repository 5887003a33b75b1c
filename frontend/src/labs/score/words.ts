// What came out, in words: for the eye, and for a screen reader.
import type { Answers, Outcome, Question, Result, Score, Span } from "../../clinical/score.ts";

const UNREAD = "unknown: we have read no source for this row";

/** "6", or "6 to 9". */
export function spanWords([low, high]: Span): string {
  return low === high ? String(low) : `${low} to ${high}`;
}

/** An outcome with the name that readers know it by. */
export function outcomeWords({ outcome_word }: Score, { id, label }: Outcome): string {
  if (label === null) return UNREAD;
  return outcome_word && id !== label.toLowerCase() ? `${outcome_word} ${id}: ${label}` : label;
}

/** The outcomes still possible, each kind of words once. */
export function possible(score: Score, result: Result): string[] {
  const open = score.outcomes.filter(({ id }) => result.outcomes.includes(id));
  return [...new Set(open.map((outcome) => outcomeWords(score, outcome)))];
}

/** What an answer is called. */
export function answerWords(question: Question, answers: Answers): string {
  const answer = answers[question.id] ?? null;
  if (answer === null) return "not known";
  if (!("choices" in question)) return `${answer}${question.unit ? ` ${question.unit}` : ""}`;
  return question.choices.find(({ id }) => id === answer)?.label ?? String(answer);
}

/** The result in one sentence. */
export function headline(score: Score, result: Result): string {
  const untouched = result.missing.length === score.questions.length;
  if (score.series) return seriesLine(result, untouched);
  const outcomes = possible(score, result);
  const either = list(outcomes);
  if (result.total) {
    const unit = score.formula ? (score.unit ?? "") : result.total[1] === 1 ? "point" : "points";
    const amount = `${spanWords(result.total)} ${unit}`;
    if (untouched) return `Nothing is answered yet: ${amount} are possible.`;
    if (result.missing.length > 0) {
      return outcomes.length === 1
        ? `${amount} are still possible, and all of them mean: ${either}.`
        : `${amount} are still possible: ${either}.`;
    }
    return outcomes.length === 1
      ? `${amount}: ${either}.`
      : `${amount}, by how the open point is read: ${either}.`;
  }
  if (outcomes.length === 0) return "No answer can be read here.";
  if (outcomes.length === 1) return `${sentence(either)}.`;
  return untouched ? "Nothing is answered yet: everything is possible." : `Still possible: ${either}.`;
}

function seriesLine(result: Result, untouched: boolean): string {
  if (untouched) return "Nothing is answered yet: each table still allows its whole range.";
  const values = Object.values(result.series).map(spanWords);
  if (values.length === 1) return `The table says ${values[0]}.`;
  return result.agree
    ? `The ${values.length} tables agree: ${values[0]}.`
    : `The ${values.length} tables do not agree: ${list(values, "and")}.`;
}

/** "a", "a or b", "a, b or c"; parts that hold commas are parted by semicolons. */
function list(parts: readonly string[], word = "or"): string {
  const last = parts.at(-1) ?? "";
  if (parts.length < 2) return last;
  const comma = parts.some((part) => part.includes(",")) ? "; " : ", ";
  return `${parts.slice(0, -1).join(comma)}${comma === "; " ? "; " : " "}${word} ${last}`;
}

function sentence(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
