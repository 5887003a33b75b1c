// +/-: one mark for each right pick, one off for each wrong pick, never below zero (NCSBN, NGN scoring: +/-).
import type { SelectAll } from "../content.ts";
import { asPicks } from "./response.ts";
import { type Mark, optionParts, total } from "./result.ts";

/** Marks a list of option letters. */
export function markSelectAll(item: SelectAll, response: unknown): Mark {
  const parts = optionParts(item.options, asPicks(item.options, response), -1);
  const correct = item.options.filter((option) => option.correct).length;
  return {
    earned: Math.max(0, total(parts)),
    max: correct,
    parts,
    chance: chance(correct, parts.length - correct),
  };
}

/**
 * Expected fraction when each option is ticked with probability one half.
 *
 * Hits minus false picks, plus the number of wrong options, is binomial(n, 1/2).
 */
function chance(correct: number, wrong: number): number {
  const n = correct + wrong;
  let expected = 0;
  for (let gain = 1; gain <= correct; gain++) expected += gain * choose(n, gain + wrong);
  return expected / 2 ** n / correct;
}

function choose(n: number, k: number): number {
  let ways = 1;
  for (let i = 1; i <= k; i++) ways = (ways * (n - k + i)) / i;
  return ways;
}
