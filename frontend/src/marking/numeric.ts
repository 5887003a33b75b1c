// 0/1: one mark for a number inside the stated range; this project's own rule for a number that can't be guessed.
import type { Numeric } from "../content.ts";
import { asText, ResponseError } from "./response.ts";
import type { Mark } from "./result.ts";

const NUMBER = /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)\s*%?$/;

/** How to write a number, for a learner who wrote something else. */
export const NUMBER_HINT = "Write the number with a point for decimals and no other signs, such as 12.5";

/**
 * Reads a number as typed: digits with a point for decimals, an optional sign, an optional percent sign.
 *
 * Commas are refused: 1,500 is one and a half thousand to some readers and one and a half to others.
 */
export function parseNumber(text: string): number {
  const trimmed = text.trim();
  if (!NUMBER.test(trimmed)) throw new ResponseError(NUMBER_HINT);
  return Number(trimmed.replace("%", ""));
}

/** Reads a number as typed, null for none, or throws; needs nothing of the key. */
export function readNumeric(response: unknown): { text: string; number: number } | null {
  const text = asText(response, "a number as typed")?.trim() ?? "";
  return text === "" ? null : { text, number: parseNumber(text) };
}

/** Marks a number as typed. */
export function markNumeric(item: Numeric, response: unknown): Mark {
  const read = readNumeric(response);
  const right = read !== null && item.low <= read.number && read.number <= item.high;
  const earned = right ? 1 : 0;
  return { earned, max: 1, parts: [{ id: "number", earned, right, chosen: read?.text ?? null }], chance: 0 };
}
