// How item types differ in being asked and marked, beyond their forms.
import type { FreeText, Item } from "../content.ts";
import { isRowsItem } from "./feedback/rows.ts";

/** Whether the learner gives the marks; they are added up apart from the others. */
export function isSelfMarked(item: Item): item is FreeText {
  return item.type === "free-text";
}

/** Whether nobody gives marks: agreement with a panel can't be had without one. */
export function isUnmarked(item: Item): boolean {
  return item.type === "script-concordance" && !item.panel;
}

/** Whether a first answer is the last: there is nothing to try again for. */
export function isOnce(item: Item): boolean {
  return isSelfMarked(item) || item.type === "script-concordance";
}

/** Whether the full feedback says and shows all that the locked form would. */
export function repeatsForm(item: Item): boolean {
  return isRowsItem(item) || item.type === "image-hotspot";
}
