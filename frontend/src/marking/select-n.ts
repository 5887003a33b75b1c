// 0/1 per option: one mark for each right pick, nothing off (NCSBN, NGN scoring: 0/1); more than n can't be picked.
import type { SelectN } from "../content.ts";
import { asPicks, ResponseError } from "./response.ts";
import { type Mark, optionParts, total } from "./result.ts";

/** Reads what was answered, or throws; needs nothing of the key. */
export function readSelectN(item: SelectN, response: unknown): ReadonlySet<string> {
  const picks = asPicks(item.options, response);
  if (picks.size > item.n) {
    throw new ResponseError(`${picks.size} options picked where ${item.n} are asked for`);
  }
  return picks;
}

/** Marks a list of at most `n` option letters. */
export function markSelectN(item: SelectN, response: unknown): Mark {
  const picks = readSelectN(item, response);
  const parts = optionParts(item.options, picks, 0);
  return { earned: total(parts), max: item.n, parts, chance: item.n / parts.length };
}
