// 0/1 for each of five places; the order inside a pair is irrelevant (NCSBN, NGN scoring: 0/1).
import type { BowTie } from "../content.ts";
import { asPlaced } from "./response.ts";
import { type Mark, placePart, total } from "./result.ts";

/** Each place with the list of options that it is filled from. */
export const PLACES = [
  ["action-1", "actions"],
  ["action-2", "actions"],
  ["condition", "conditions"],
  ["parameter-1", "parameters"],
  ["parameter-2", "parameters"],
] as const;

const PAIRS = [
  ["action-1", "action-2"],
  ["parameter-1", "parameter-2"],
];

/** Reads what was answered, or throws; needs nothing of the key. */
export function readBowTie(item: BowTie, response: unknown): ReadonlyMap<string, string> {
  const allowed = new Map(
    PLACES.map(([place, list]) => [place as string, item[list].map((option) => option.id)]),
  );
  return asPlaced(allowed, PAIRS, response);
}

/** Marks a mapping of place to option letter; a missing place earns nothing. */
export function markBowTie(item: BowTie, response: unknown): Mark {
  const placed = readBowTie(item, response);
  const parts = PLACES.map(([place, list]) => {
    const choice = placed.get(place);
    return placePart(
      place,
      item[list].some((option) => option.correct === true && option.id === choice),
      choice,
    );
  });
  const chance = PLACES.reduce(
    (sum, [, list]) => sum + item[list].filter((option) => option.correct).length / item[list].length,
    0,
  );
  return { earned: total(parts), max: parts.length, parts, chance: chance / parts.length };
}
