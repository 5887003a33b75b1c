// Rationale: without the right cause nothing; with it, one mark for each right effect (NCSBN, NGN scoring: rationale).
//
// A dyad has one effect, so that it earns 1 only if both are right; a triad has two. The triad's 0/1/2 is known from
// secondary pages only (verify).
import type { Rationale } from "../content.ts";
import { readBlanks } from "./drop-down-cloze.ts";
import { type Mark, total } from "./result.ts";

/** Marks a mapping of blank name to option letter; a missing blank earns nothing. */
export function markRationale(item: Rationale, response: unknown): Mark {
  const blanks = Object.entries(item.blanks);
  const choices = readBlanks(item, response);
  const right = new Set(
    blanks
      .filter(([name, blank]) =>
        blank.options.some((option) => option.correct && option.id === choices.get(name)),
      )
      .map(([name]) => name),
  );
  const parts = blanks.map(([name]) => ({
    id: name,
    earned: name !== item.cause && right.has(name) && right.has(item.cause) ? 1 : 0,
    right: right.has(name),
    chosen: choices.get(name) ?? null,
  }));
  const max = blanks.length - 1;
  const share = ([, blank]: (typeof blanks)[number]) => 1 / blank.options.length;
  const effects = blanks.filter(([name]) => name !== item.cause).reduce((sum, each) => sum + share(each), 0);
  const causes = item.blanks[item.cause]?.options.length ?? 1;
  return { earned: total(parts), max, parts, chance: effects / causes / max };
}
