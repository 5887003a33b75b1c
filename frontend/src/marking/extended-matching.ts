// 0/1 per case, summed: each case is a single best answer among the shared options (NBME item-writing guide).
import type { ExtendedMatching } from "../content.ts";
import { asChoices } from "./response.ts";
import { choicePart, type Mark, total } from "./result.ts";

/** Reads what was answered, or throws; needs nothing of the key. */
export function readExtendedMatching(item: ExtendedMatching, response: unknown): ReadonlyMap<string, string> {
  const letters = item.options.map((option) => option.id);
  return asChoices(new Map(item.cases.map((each) => [each.id, letters])), response);
}

/** Marks a mapping of case id to option letter; a missing case earns nothing. */
export function markExtendedMatching(item: ExtendedMatching, response: unknown): Mark {
  const choices = readExtendedMatching(item, response);
  const parts = item.cases.map((each) => choicePart(each.id, each.answer, choices.get(each.id)));
  return { earned: total(parts), max: parts.length, parts, chance: 1 / item.options.length };
}
