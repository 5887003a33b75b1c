// 0/1 per right pick under a cap; a killer among the picks takes every mark.
//
// (P): key-feature marking is published in several forms; this cap and this killer are this project's choice.
import type { KeyFeature } from "../content.ts";
import { choose } from "./plus-minus.ts";
import { asPicks, ResponseError } from "./response.ts";
import { type Mark, optionParts, total } from "./result.ts";

/** Reads what was answered, or throws; needs nothing of the key. */
export function readKeyFeature(
  { options, max_responses: cap }: KeyFeature,
  response: unknown,
): ReadonlySet<string> {
  const picks = asPicks(options, response);
  if (picks.size > cap) throw new ResponseError(`${picks.size} options picked where at most ${cap} can be`);
  return picks;
}

/** Marks a list of at most `max_responses` option letters. */
export function markKeyFeature(item: KeyFeature, response: unknown): Mark {
  const { options, max_responses: cap } = item;
  const picks = readKeyFeature(item, response);
  const parts = optionParts(options, picks, 0);
  const killed = options.some((option) => option.killer && picks.has(option.id));
  return {
    earned: killed ? 0 : total(parts),
    max: options.filter((option) => option.correct).length,
    parts,
    chance: chance(options.length, options.filter((option) => option.killer).length, cap),
  };
}

/**
 * Expected fraction for `cap` picks at random.
 *
 * No killer is among them with probability C(n - killers, cap) / C(n, cap); then each right option is, with
 * probability cap / (n - killers).
 */
function chance(n: number, killers: number, cap: number): number {
  const harmless = n - killers;
  return ((choose(harmless, cap) / choose(n, cap)) * cap) / harmless;
}
