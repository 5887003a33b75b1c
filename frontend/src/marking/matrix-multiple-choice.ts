// 0/1 per row, summed (NCSBN, NGN scoring: 0/1).
import type { MatrixMultipleChoice } from "../content.ts";
import { asChoices } from "./response.ts";
import { choicePart, type Mark, total } from "./result.ts";

/** Reads what was answered, or throws; needs nothing of the key. */
export function readMatrixMultipleChoice(
  item: MatrixMultipleChoice,
  response: unknown,
): ReadonlyMap<string, string> {
  return asChoices(new Map(item.rows.map((row) => [row.id, item.columns])), response);
}

/** Marks a mapping of row id to column heading; a missing row earns nothing. */
export function markMatrixMultipleChoice(item: MatrixMultipleChoice, response: unknown): Mark {
  const choices = readMatrixMultipleChoice(item, response);
  const parts = item.rows.map((row) => choicePart(row.id, row.key, choices.get(row.id)));
  return { earned: total(parts), max: parts.length, parts, chance: 1 / item.columns.length };
}
