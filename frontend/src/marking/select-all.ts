// +/- over the options (NCSBN, NGN scoring: +/-).
import type { SelectAll } from "../content.ts";
import { markOptions } from "./plus-minus.ts";
import type { Mark } from "./result.ts";

/** Marks a list of option letters. */
export function markSelectAll(item: SelectAll, response: unknown): Mark {
  return markOptions(item.options, response);
}
