// +/-: one mark for each right pick, one off for each wrong pick, never below zero (NCSBN, NGN scoring: +/-).
import { asPicks } from "./response.ts";
import { type Mark, optionParts, type Part, pickPart, total } from "./result.ts";

/** Marks a list of option ids. */
export function markOptions(options: readonly { id: string; correct?: boolean }[], response: unknown): Mark {
  const parts = optionParts(options, asPicks(options, response), -1);
  const correct = options.filter((option) => option.correct).length;
  return {
    earned: Math.max(0, total(parts)),
    max: correct,
    parts,
    chance: expected(correct, parts.length - correct) / correct,
  };
}

/** One column: its name, and for each row whether it belongs there. */
export interface Column {
  readonly name: string;
  readonly rows: readonly { readonly id: string; readonly correct: boolean }[];
}

/** Marks each column by itself, and adds up: what is lost in one takes nothing from another. */
export function markColumns(
  columns: readonly Column[],
  isChosen: (row: string, column: string) => boolean,
): Mark {
  const parts: Part[] = [];
  let [earned, max, chance] = [0, 0, 0];
  for (const { name, rows } of columns) {
    const cells = rows.map(({ id, correct }) => pickPart(cellId(id, name), correct, isChosen(id, name), -1));
    const right = rows.filter(({ correct }) => correct).length;
    parts.push(...cells);
    earned += Math.max(0, total(cells));
    max += right;
    chance += expected(right, rows.length - right);
  }
  return { earned, max, parts, chance: chance / max };
}

/** What a part calls a cell. */
export function cellId(row: string, column: string): string {
  return `${row}|${column}`;
}

/** The column of a cell; row ids hold no bar, column headings may. */
export function columnOf(cell: string): string {
  return cell.slice(cell.indexOf("|") + 1);
}

/**
 * Marks to expect when each option is ticked with probability one half.
 *
 * Hits minus false picks, plus the number of wrong options, is binomial(n, 1/2).
 */
function expected(correct: number, wrong: number): number {
  const n = correct + wrong;
  let ways = 0;
  for (let gain = 1; gain <= correct; gain++) ways += gain * choose(n, gain + wrong);
  return ways / 2 ** n;
}

/** Ways to choose `k` of `n`. */
export function choose(n: number, k: number): number {
  let ways = 1;
  for (let i = 1; i <= k; i++) ways = (ways * (n - k + i)) / i;
  return k > n ? 0 : ways;
}
