// 0/1 per drop-down, summed (NCSBN, NGN scoring: 0/1).
import type { DropDownCloze, DropDownTable } from "../content.ts";
import { asChoices } from "./response.ts";
import { choicePart, type Mark, total } from "./result.ts";

/** Reads what was answered, or throws; needs nothing of the key. */
export function readBlanks(
  { blanks }: Pick<DropDownCloze, "blanks">,
  response: unknown,
): ReadonlyMap<string, string> {
  const allowed = Object.entries(blanks).map(
    ([name, blank]) => [name, blank.options.map((option) => option.id)] as const,
  );
  return asChoices(new Map(allowed), response);
}

/** Marks a mapping of blank name to option letter; a missing blank earns nothing. */
export function markDropDownCloze(item: DropDownCloze | DropDownTable, response: unknown): Mark {
  const blanks = Object.entries(item.blanks);
  const choices = readBlanks(item, response);
  const parts = blanks.map(([name, blank]) => {
    const key = blank.options.find((option) => option.correct)?.id ?? "";
    return choicePart(name, key, choices.get(name));
  });
  const chance = blanks.reduce((sum, [, blank]) => sum + 1 / blank.options.length, 0) / blanks.length;
  return { earned: total(parts), max: parts.length, parts, chance };
}
