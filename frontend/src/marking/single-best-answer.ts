// 0/1: one mark for the key, nothing off for a distractor (NCSBN, NGN scoring: 0/1).
import type { SingleBestAnswer } from "../content.ts";
import { asPicks, asText } from "./response.ts";
import { type Mark, optionParts, total } from "./result.ts";

/** Marks one option letter, or null. */
export function markSingleBestAnswer(item: SingleBestAnswer, response: unknown): Mark {
  return markOne(item.options, response);
}

/** Reads the letter of one of some options, or throws. */
export function readOne(options: readonly { id: string }[], response: unknown): ReadonlySet<string> {
  const choice = asText(response, "one option letter");
  return asPicks(options, choice === null ? null : [choice]);
}

/** Marks the letter of one of some options, or null. */
export function markOne(options: readonly { id: string; correct?: boolean }[], response: unknown): Mark {
  const parts = optionParts(options, readOne(options, response), 0);
  return { earned: total(parts), max: 1, parts, chance: 1 / parts.length };
}
