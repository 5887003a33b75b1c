// Self-marked: one mark for each point of the checklist that the learner finds in their own text (P).
//
// Nobody else reads the text, so these marks are never added to marks that a key gave.
import type { FreeText } from "../content.ts";
import { asPicks, type Response, ResponseError, type Written } from "./response.ts";
import { type Mark, optionParts } from "./result.ts";

/** The text written so far. */
export function textOf(response: Response): string {
  return response !== null && typeof response === "object" && "text" in response ? String(response.text) : "";
}

/** The length of a text as a reader counts it. */
export function characters(text: string): number {
  return [...text].length;
}

/** Reads what was written, or throws; whether its points are on the checklist is the marking's to say. */
export function readFreeText(response: unknown): Written {
  return response === null ? { text: "", met: [] } : asWritten(response);
}

/** Marks what was written by the points ticked. */
export function markFreeText(item: FreeText, response: unknown): Mark {
  const written = readFreeText(response);
  const met = asPicks(item.checklist, written.met);
  if (met.size > 0 && written.text === "") throw new ResponseError("an empty text meets no point");
  const points = item.checklist.map(({ id }) => ({ id, correct: true }));
  return { earned: met.size, max: points.length, parts: optionParts(points, met, 0), chance: 0 };
}

function asWritten(response: unknown): Written {
  const written = response as Partial<Written> | string;
  if (typeof written === "object" && typeof written.text === "string" && Array.isArray(written.met)) {
    if (Object.keys(written).length === 2) return written as Written;
  }
  throw new ResponseError(`expected a text and the points that it meets, got ${JSON.stringify(response)}`);
}
