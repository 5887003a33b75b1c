// 0/1: one mark for the key, nothing off for a distractor (NCSBN, NGN scoring: 0/1).
import type { SingleBestAnswer } from "../content.ts";
import { asPicks, asText } from "./response.ts";
import { type Mark, optionParts, total } from "./result.ts";

/** Reads what was answered, or throws; needs nothing of the key. */
export function readSingleBestAnswer(item: SingleBestAnswer, response: unknown): ReadonlySet<string> {
  const choice = asText(response, "one option letter");
  return asPicks(item.options, choice === null ? null : [choice]);
}

/** Marks one option letter, or null. */
export function markSingleBestAnswer(item: SingleBestAnswer, response: unknown): Mark {
  const parts = optionParts(item.options, readSingleBestAnswer(item, response), 0);
  return { earned: total(parts), max: 1, parts, chance: 1 / parts.length };
}
