// 0/1 per target, summed; a token stands in one target only (NCSBN, NGN scoring: 0/1).
//
// NCSBN lists it among the 0/1 types (docs/marking.md, source 2).
import type { DragAndDropCloze } from "../content.ts";
import { asPlaced } from "./response.ts";
import { choicePart, type Mark, total } from "./result.ts";

/** Reads what was answered, or throws; needs nothing of the key. */
export function readDragAndDropCloze(item: DragAndDropCloze, response: unknown): ReadonlyMap<string, string> {
  const letters = item.tokens.map((token) => token.id);
  const targets = Object.keys(item.targets);
  return asPlaced(new Map(targets.map((target) => [target, letters])), [targets], response);
}

/** Marks a mapping of target name to token letter; a missing target earns nothing. */
export function markDragAndDropCloze(item: DragAndDropCloze, response: unknown): Mark {
  const placed = readDragAndDropCloze(item, response);
  const parts = Object.keys(item.targets).map((target) => {
    const key = item.tokens.find((token) => token.target === target)?.id ?? "";
    return choicePart(target, key, placed.get(target));
  });
  return { earned: total(parts), max: parts.length, parts, chance: 1 / item.tokens.length };
}
