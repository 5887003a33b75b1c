// +/- per group, floor 0 in each, summed (NCSBN, NGN scoring: +/-; that the floor is per group is this project's).
import type { Grouping } from "../content.ts";
import { markColumns } from "./plus-minus.ts";
import { asLists } from "./response.ts";
import type { Mark } from "./result.ts";

/** Reads what was answered, or throws; needs nothing of the key. */
export function readGrouping(item: Grouping, response: unknown): ReadonlyMap<string, ReadonlySet<string>> {
  const letters = item.options.map((option) => option.id);
  return asLists(new Map(item.groups.map((group) => [group, letters])), response);
}

/** Marks a mapping of group heading to a list of option letters; a missing group is empty. */
export function markGrouping(item: Grouping, response: unknown): Mark {
  const placed = readGrouping(item, response);
  const columns = item.groups.map((name) => ({
    name,
    rows: item.options.map((option) => ({ id: option.id, correct: option.groups.includes(name) })),
  }));
  return markColumns(columns, (option, group) => placed.get(group)?.has(option) === true);
}
