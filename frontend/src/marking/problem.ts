// Why an answer can't be submitted yet.
import type { Item } from "../content.ts";
import { mark } from "./mark.ts";
import type { Response } from "./response.ts";

/** Null when the response is complete, or a sentence for the learner. */
export function problem(item: Item, response: Response): string | null {
  try {
    mark(item, response);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const filled = size(response);
  switch (item.type) {
    case "single-best-answer":
      return filled === 0 ? "Choose an answer" : null;
    case "select-all":
      return filled === 0 ? "Choose at least one answer" : null;
    case "select-n":
      return filled < item.n ? `Pick ${item.n - filled} more of ${item.n}` : null;
    case "matrix-multiple-choice":
      return empty(item.rows.length - filled, item.rows.length, "row");
    case "drop-down-cloze":
      return empty(Object.keys(item.blanks).length - filled, Object.keys(item.blanks).length, "blank");
    case "numeric":
      return filled === 0 ? "Write a number" : null;
  }
}

function size(response: Response): number {
  if (response === null) return 0;
  if (typeof response === "string") return response.trim().length;
  return Object.keys(response).length;
}

function empty(missing: number, all: number, what: string): string | null {
  if (missing === 0) return null;
  return all === 1
    ? `The ${what} is empty`
    : `${missing} of ${all} ${what}s ${missing === 1 ? "is" : "are"} empty`;
}
