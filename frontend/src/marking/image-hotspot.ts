// 0/1: one mark for the right region, nothing off for another, as in a single best answer.
import type { ImageHotspot } from "../content.ts";
import type { Mark } from "./result.ts";
import { markOne } from "./single-best-answer.ts";

/** Marks one region letter. */
export function markImageHotspot(item: ImageHotspot, response: unknown): Mark {
  return markOne(item.regions, response);
}
