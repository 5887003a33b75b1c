// 0/1 for the whole order: one mark if every step is in its place (P).
//
// (P): this project's choice, all or nothing as in the older examination. Parts say for each position whether its step
// is right, though no position earns a mark by itself.
import type { OrderedResponse } from "../content.ts";
import { asPlaced } from "./response.ts";
import type { Mark } from "./result.ts";

/** Reads what was answered, or throws; needs nothing of the key. */
export function readOrderedResponse(item: OrderedResponse, response: unknown): ReadonlyMap<string, string> {
  const letters = item.steps.map((step) => step.id);
  const positions = letters.map((_, place) => String(place + 1));
  return asPlaced(new Map(positions.map((position) => [position, letters])), [positions], response);
}

/** Marks a mapping of position ("1", "2", ...) to step letter; a missing position is wrong. */
export function markOrderedResponse(item: OrderedResponse, response: unknown): Mark {
  const positions = item.key.map((_, place) => String(place + 1));
  const placed = readOrderedResponse(item, response);
  const parts = positions.map((id, place) => ({
    id,
    earned: 0,
    right: placed.get(id) === item.key[place],
    chosen: placed.get(id) ?? null,
  }));
  const orders = positions.reduce((product, _, place) => product * (place + 1), 1);
  return { earned: parts.every((part) => part.right) ? 1 : 0, max: 1, parts, chance: 1 / orders };
}
