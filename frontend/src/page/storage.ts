// Answers on the learner's device: one IndexedDB entry per quiz or case (`quiz:NAME`, `exam:NAME`, `case:NAME`), merged item by item.
import { get, update } from "idb-keyval";

/** What is kept of a quiz, by item id. */
export type State = Readonly<Record<string, unknown>>;

/** What changed in a quiz; undefined forgets an item. */
export type Changes = ReadonlyMap<string, unknown>;

/** Where a page keeps answers. */
export interface Storage {
  load(name: string): Promise<State>;
  save(name: string, changes: Changes): Promise<void>;
}

/** The device's own database; its promises reject where a browser refuses it. */
export const deviceStorage: Storage = {
  load: async (name) => asState(await get(name)),
  save: (name, changes) =>
    // One transaction: two places of a page, or two tabs, may show different items of the same quiz.
    update(name, (stored) => {
      const merged = new Map(Object.entries(asState(stored)));
      for (const [item, record] of changes) {
        if (record === undefined) merged.delete(item);
        else merged.set(item, record);
      }
      return Object.fromEntries(merged);
    }),
};

function asState(stored: unknown): State {
  return typeof stored === "object" && stored !== null ? (stored as State) : {};
}

/** The device's storage and what it keeps of a name; neither where a browser refuses it. */
export async function openState(name: string): Promise<[Storage | null, State]> {
  try {
    return [deviceStorage, await deviceStorage.load(name)];
  } catch {
    return [null, {}];
  }
}
