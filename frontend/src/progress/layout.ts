// How answers lie on the device: the version of the layout, and how an older one becomes it.

/** One entry: what is kept of a quiz, an exam, a case or an explorer, by item. */
export type State = Readonly<Record<string, unknown>>;

/** All entries, by key. */
export type Entries = ReadonlyMap<string, unknown>;

/** Where the version stands; no other key begins with a colon. */
export const SCHEMA = ":schema";

/** Before the key of an entry that nobody can read: it is kept as it was. */
export const ASIDE = "aside:";

/** Whether a key is of this course: on a shared host the data base may hold another page's entries too. */
export function isOurs(key: unknown): key is string {
  return typeof key === "string" && /^(?:(?:quiz|exam|case|lab|aside):|claim-check$|:schema$)/.test(key);
}

/** Step n turns layout n + 1 into layout n + 2; layout 1 had no version. */
const STEPS: readonly ((entries: Entries) => Entries)[] = [unreadableAside];

/** The layout that this code reads and writes. */
export const VERSION = STEPS.length + 1;

/** The device's answers were written by a later version of the course, and stay as they are. */
export class NewerError extends Error {}

/** The version that a device's answers have; a device without answers has none. */
export function versionOf(stored: unknown): number {
  return typeof stored === "number" ? stored : 1;
}

/** Whether these answers need a step; refuses those of a later version. */
export function isOlder(stored: unknown): boolean {
  if (versionOf(stored) > VERSION) throw new NewerError();
  return versionOf(stored) < VERSION;
}

/** The entries in the present layout. */
export function migrated(entries: Entries): Entries {
  const steps = STEPS.slice(versionOf(entries.get(SCHEMA)) - 1);
  return new Map([...steps.reduce((all, step) => step(all), entries), [SCHEMA, VERSION]]);
}

/** What is kept under a key; what is no such thing counts as nothing. */
export function asState(stored: unknown): State {
  return isState(stored) ? stored : {};
}

/** Whether a player can have written this. */
export function isState(stored: unknown): stored is State {
  return typeof stored === "object" && stored !== null && !Array.isArray(stored);
}

/** A state after changes; undefined forgets an item. */
export function changed(state: State, changes: ReadonlyMap<string, unknown>): State {
  return Object.fromEntries(
    [...new Map([...Object.entries(state), ...changes])].filter(([, record]) => record !== undefined),
  );
}

function unreadableAside(entries: Entries): Entries {
  return new Map(
    [...entries].map(([key, entry]) => [
      isState(entry) || /^\W|^aside:/.test(key) ? key : ASIDE + key,
      entry,
    ]),
  );
}
