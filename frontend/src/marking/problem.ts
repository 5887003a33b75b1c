// Why an answer can't be submitted yet.
import type { Item } from "../content.ts";
import { PLACES } from "./bow-tie.ts";
import { characters, textOf } from "./free-text.ts";
import { read } from "./read.ts";
import type { Response } from "./response.ts";

/** Null when the response is complete, or a sentence for the learner. */
export function problem(item: Item, response: Response): string | null {
  try {
    read(item, response);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const filled = size(response);
  switch (item.type) {
    case "single-best-answer":
    case "script-concordance":
      return filled === 0 ? "Choose an answer" : null;
    case "select-all":
    case "key-feature":
      return filled === 0 ? "Choose at least one answer" : null;
    case "highlight-text":
    case "highlight-table":
      return filled === 0 ? "Highlight at least one passage" : null;
    case "select-n":
      return filled < item.n ? `Pick ${item.n - filled} more of ${item.n}` : null;
    case "matrix-multiple-choice":
      return empty(item.rows.length - filled, item.rows.length, "row");
    case "matrix-multiple-response": {
      const ticked = new Set(Object.values(response ?? {}).flat());
      return empty(item.columns.length - ticked.size, item.columns.length, "column");
    }
    case "grouping":
      return empty(item.groups.length - filled, item.groups.length, "group");
    case "drop-down-cloze":
    case "drop-down-table":
    case "rationale":
      return empty(Object.keys(item.blanks).length - filled, Object.keys(item.blanks).length, "blank");
    case "drag-and-drop-cloze":
      return empty(Object.keys(item.targets).length - filled, Object.keys(item.targets).length, "blank");
    case "bow-tie":
      return empty(PLACES.length - filled, PLACES.length, "place");
    case "ordered-response":
      return empty(item.steps.length - filled, item.steps.length, "position");
    case "extended-matching":
      return empty(item.cases.length - filled, item.cases.length, "case");
    case "numeric":
      return filled === 0 ? "Write a number" : null;
    case "image-hotspot":
      return filled === 0 ? "Choose a place on the picture" : null;
    case "free-text": {
      const text = textOf(response);
      const over = characters(text) - (item.limit ?? Number.POSITIVE_INFINITY);
      if (over > 0) return `${over} character${over === 1 ? "" : "s"} too many`;
      return text.trim() === "" ? "Write an answer" : null;
    }
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
