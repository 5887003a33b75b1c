// How the marks of an answer came about, in words.
import type { Item } from "../../content.ts";
import { certaintyMark } from "../../marking/certainty.ts";
import type { Mark } from "../../marking/result.ts";
import type { Attempt } from "../record.ts";
import { number, percent, signed } from "../words.ts";

/** "4 right − 2 wrong = 2 of 4". */
export function arithmetic(item: Item, marked: Mark): string {
  const { earned, max, parts } = marked;
  const result = `${earned} of ${max}`;
  switch (item.type) {
    case "select-all": {
      const hits = parts.filter((part) => part.earned > 0).length;
      const misses = parts.filter((part) => part.earned < 0).length;
      const sum = `${hits} right − ${misses} wrong`;
      return hits < misses ? `${sum}, never below 0 = ${result}` : `${sum} = ${result}`;
    }
    case "select-n":
      return `${result} picks right`;
    case "matrix-multiple-choice":
      return `${result} rows right`;
    case "drop-down-cloze":
      return max === 1 ? result : `${result} blanks right`;
    case "single-best-answer":
    case "numeric":
      return result;
  }
}

/** "Certainty 3: +2.25"; null where certainty was not asked. */
export function certaintyWords(attempt: Attempt, marked: Mark): string | null {
  if (attempt.certainty === null) return null;
  if (attempt.certainty === 0) return "No idea: 0";
  return `Certainty ${attempt.certainty}: ${signed(certaintyMark(marked.earned / marked.max, attempt.certainty))}`;
}

/** What guessing would earn. */
export function chanceWords(marked: Mark): string {
  return marked.chance === 0
    ? "Guessing would earn next to nothing."
    : `Guessing would earn ${percent(marked.chance)} on average${marked.max > 1 ? ` (${number(marked.chance * marked.max)} of ${marked.max})` : ""}.`;
}
