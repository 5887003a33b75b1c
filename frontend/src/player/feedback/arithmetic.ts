// How the marks of an answer came about, in words.
import type { Item, Panel, Rationale } from "../../content.ts";
import { certaintyMark } from "../../marking/certainty.ts";
import { columnOf } from "../../marking/plus-minus.ts";
import { type Mark, type Part, total } from "../../marking/result.ts";
import { ANSWERS } from "../../marking/script-concordance.ts";
import type { Attempt } from "../record.ts";
import { number, percent, signed } from "../words.ts";

/** "4 right − 2 wrong = 2 of 4". */
export function arithmetic(item: Item, marked: Mark): string {
  const { earned, max, parts } = marked;
  const result = `${earned} of ${max}`;
  const right = parts.filter((part) => part.right).length;
  switch (item.type) {
    case "select-all":
    case "highlight-text":
    case "highlight-table":
      return `${plusMinus(parts)} = ${result}`;
    case "matrix-multiple-response":
      return `${byColumn(item.columns, parts)} = ${result}`;
    case "grouping":
      return `${byColumn(item.groups, parts)} = ${result}`;
    case "select-n":
      return `${result} picks right`;
    case "matrix-multiple-choice":
      return `${result} rows right`;
    case "drop-down-cloze":
    case "drop-down-table":
    case "drag-and-drop-cloze":
      return max === 1 ? result : `${result} blanks right`;
    case "rationale":
      return `${rationaleWords(item, marked)} = ${result}`;
    case "bow-tie":
      return `${result} places right`;
    case "ordered-response":
      return `${right} of ${parts.length} positions right, and only the whole order earns the mark = ${result}`;
    case "extended-matching":
      return `${result} cases right`;
    case "key-feature":
      return total(parts) > earned
        ? `${total(parts)} right, but one choice would harm and takes every mark = ${result}`
        : `${result} right choices`;
    case "free-text":
      return `${earned === 0 ? "nothing ticked, " : ""}${result} points`;
    case "script-concordance":
      return item.panel ? panelWords(item.panel, marked) : "none, since no panel has answered this";
    case "single-best-answer":
    case "image-hotspot":
    case "numeric":
      return result;
  }
}

function plusMinus(parts: readonly Part[]): string {
  const hits = parts.filter((part) => part.earned > 0).length;
  const misses = parts.filter((part) => part.earned < 0).length;
  const sum = `${hits} right − ${misses} wrong`;
  return hits < misses ? `${sum}, never below 0` : sum;
}

function byColumn(columns: readonly string[], parts: readonly Part[]): string {
  return columns
    .map((column) => `${column}: ${plusMinus(parts.filter(({ id }) => columnOf(id) === column))}`)
    .join("; ");
}

function rationaleWords(item: Rationale, { earned, max, parts }: Mark): string {
  const cause = parts.find((part) => part.id === item.cause)?.right === true;
  if (max === 1) return cause && earned === 1 ? "both right" : "only both together earn the mark";
  return cause
    ? `cause right, ${earned} of ${max} effects right`
    : "cause not right, so that no effect counts";
}

function panelWords({ counts }: Panel, { earned, parts }: Mark): string {
  const place = ANSWERS.indexOf(String(parts[0]?.chosen));
  const all = counts.reduce((sum, count) => sum + count, 0);
  const most = Math.max(...counts);
  const own = counts[place] ?? 0;
  return `${own} of ${all} on the panel answered as you did, ${most} gave the most frequent answer: ${own}/${most} = ${number(earned)} of 1`;
}

/** "Certainty 3: +2.25"; null where certainty was not asked. */
export function certaintyWords(attempt: Attempt, marked: Mark): string | null {
  if (attempt.certainty === null) return null;
  if (attempt.certainty === 0) return "No idea: 0";
  return `Certainty ${attempt.certainty}: ${signed(certaintyMark(marked.earned / marked.max, attempt.certainty))}`;
}

/** What guessing would earn; null where nobody marks. */
export function chanceWords(marked: Mark): string | null {
  if (marked.max === 0) return null;
  return marked.chance === 0
    ? "Guessing would earn next to nothing."
    : `Guessing would earn ${percent(marked.chance)} on average${marked.max > 1 ? ` (${number(marked.chance * marked.max)} of ${marked.max})` : ""}.`;
}
