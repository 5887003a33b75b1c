// +/- over the spans of a highlight text or table (NCSBN, NGN scoring: +/-).
import type { HighlightTable, HighlightText } from "../content.ts";
import { markOptions } from "./plus-minus.ts";
import type { Mark } from "./result.ts";

/** Marks a list of span names. */
export function markHighlight(item: HighlightText | HighlightTable, response: unknown): Mark {
  return markOptions(Object.values(item.spans), response);
}
