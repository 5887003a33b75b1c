// Aggregate credit: n(answer) / n(most frequent answer) of a panel; without a panel no mark at all, of 0.
//
// Its known weakness is that answering 0, or never an extreme, earns marks without reasoning (Lineberry 2013), so
// the feedback shows these marks beside the learner's.
import type { Panel, ScriptConcordance } from "../content.ts";
import { asText, ResponseError } from "./response.ts";
import type { Mark } from "./result.ts";

/** The five answers, from "much less likely" to "much more likely". */
export const ANSWERS: readonly string[] = ["-2", "-1", "0", "1", "2"];

const DIRECTIONS = ["less", "less", "same", "more", "more"];

/** The credit of each answer. */
export function credits({ counts }: Panel): number[] {
  const most = Math.max(...counts);
  return counts.map((count) => count / most);
}

/** The mean of some credits. */
export function meanCredit(some: readonly number[]): number {
  return some.reduce((sum, credit) => sum + credit, 0) / some.length;
}

/** Reads one of the five answers, or throws; needs nothing of the key. */
export function readAnswer(response: unknown): string | null {
  const expected = `one of ${ANSWERS.join(", ")}`;
  const chosen = asText(response, expected);
  if (chosen !== null && !ANSWERS.includes(chosen))
    throw new ResponseError(`expected ${expected}, got "${chosen}"`);
  return chosen;
}

/** Marks one of the five answers. */
export function markScriptConcordance(item: ScriptConcordance, response: unknown): Mark {
  const chosen = readAnswer(response);
  const place = ANSWERS.indexOf(String(chosen));
  if (!item.panel) {
    const right = DIRECTIONS[place] === item.direction;
    return { earned: 0, max: 0, parts: [{ id: "answer", earned: 0, right, chosen }], chance: 0 };
  }
  const shares = credits(item.panel);
  const earned = shares[place] ?? 0;
  const parts = [{ id: "answer", earned, right: earned === 1, chosen }];
  return { earned, max: 1, parts, chance: meanCredit(shares) };
}
