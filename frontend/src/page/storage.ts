// Answers on the learner's device: one IndexedDB entry per quiz or case (`quiz:NAME`, `exam:NAME`, `case:NAME`), merged item by item.
import { createStore, promisifyRequest } from "idb-keyval";
import {
  ASIDE,
  asState,
  changed,
  type Entries,
  isOlder,
  isOurs,
  isState,
  migrated,
  NewerError,
  SCHEMA,
  type State,
  VERSION,
} from "../progress/layout.ts";
import { leftovers, note } from "./journal.ts";

export type { State };

/** What changed in an entry; undefined forgets an item. */
export type Changes = ReadonlyMap<string, unknown>;

/** Where a page keeps answers. */
export interface Storage {
  load(name: string): Promise<State>;
  save(name: string, changes: Changes): Promise<void>;
  /** Calls back when another tab has changed an entry. */
  hear(name: string, callback: (changes: Changes) => void): void;
}

/** A browser may open its data base never, while another tab holds it; the page goes on without. */
const PATIENCE = 4000;

// The names that idb-keyval gives by itself, under which answers have always stood.
const device = createStore("keyval-store", "keyval");

/** Tabs tell each other what they saved; a browser without this shows it after a reload. */
const tabs = "BroadcastChannel" in globalThis ? new BroadcastChannel("redflags") : null;

/** The device's own database; its promises reject where a browser refuses it. */
export const deviceStorage: Storage = {
  async load(name) {
    const [version, stored] = await device("readonly", (all) =>
      Promise.all([promisifyRequest(all.get(SCHEMA)), promisifyRequest(all.get(name))]),
    );
    // Nothing is written for a reader who has only looked.
    isOlder(version);
    return asState(stored);
  },
  async save(name, changes) {
    const strike = note(name, changes);
    try {
      await rewrite(() => new Map([[name, changes]]), [name]);
    } finally {
      strike();
    }
  },
  hear(name, callback) {
    tabs?.addEventListener("message", ({ data }: MessageEvent<ReadonlyMap<string, Changes>>) => {
      const changes = data.get(name);
      if (changes) callback(changes);
    });
  },
};

/**
 * Changes entries in one transaction: two places of a page, or two tabs, may show different items of the same quiz.
 *
 * @param plan - what to change, by key, from what stands there now
 * @param names - the keys that it needs; all if missing
 */
export async function rewrite(
  plan: (entries: Entries) => ReadonlyMap<string, Changes>,
  names?: readonly string[],
): Promise<Entries> {
  let before: Entries = new Map();
  let changes: ReadonlyMap<string, Changes> = new Map();
  await device("readwrite", async (all) => {
    try {
      const read = async (keys: readonly string[]) =>
        new Map(
          await Promise.all(keys.map(async (key) => [key, await promisifyRequest(all.get(key))] as const)),
        );
      const everything = async () => read((await promisifyRequest(all.getAllKeys())).filter(isOurs));
      const wanted = () => (names ? read(names) : everything());
      // At once, and ended by hand below: a reader who closes the page meanwhile loses what takes another turn.
      const [version, found] = await Promise.all([promisifyRequest(all.get(SCHEMA)), wanted()]);
      before = found;
      const older = isOlder(version);
      if (older) {
        const old = await everything();
        const now = migrated(old);
        for (const key of old.keys()) if (!now.has(key)) all.delete(key);
        // A device without answers stays without anything until there is one.
        if (old.size > 0) for (const [key, entry] of now) if (entry !== old.get(key)) all.put(entry, key);
        before = await wanted();
      }
      changes = plan(before);
      if (older && changes.size > 0) all.put(VERSION, SCHEMA);
      for (const [name, change] of changes) {
        const stored = before.get(name);
        if (stored !== undefined && !isState(stored)) all.put(stored, ASIDE + name);
        const state = changed(asState(stored), change);
        if (Object.keys(state).length > 0) all.put(state, name);
        else all.delete(name);
      }
      all.transaction.commit();
      return promisifyRequest(all.transaction);
    } catch (error) {
      // Half of a change is none: what was written before the mishap goes back.
      all.transaction.abort();
      throw error;
    }
  });
  if (changes.size > 0) tabs?.postMessage(changes);
  return before;
}

/** Every entry of the device, in the present layout. */
export function loadAll(): Promise<Entries> {
  return rewrite(() => new Map());
}

/** Forgets everything, what can't be read too. */
export async function forgetAll(): Promise<void> {
  const all = await loadAll();
  await device("readwrite", (entries) => {
    for (const key of all.keys()) entries.delete(key);
    return promisifyRequest(entries.transaction);
  });
  tabs?.postMessage(
    new Map(
      [...all].map(([key, entry]) => [
        key,
        new Map(Object.keys(asState(entry)).map((item) => [item, undefined])),
      ]),
    ),
  );
}

/** Calls back when another tab has changed anything. */
export function hearAny(callback: () => void): void {
  tabs?.addEventListener("message", callback);
}

/** What a page may keep of a name, and what stands there; no storage where there is none, and whether that is for a later version's sake. */
export async function openState(name: string): Promise<[Storage | null, State, boolean]> {
  try {
    const late = new Promise<never>((_, refuse) => setTimeout(refuse, PATIENCE));
    return [deviceStorage, await Promise.race([deviceStorage.load(name), late]), false];
  } catch (error) {
    return [null, {}, error instanceof NewerError];
  }
}

// Asked for before anything else of this page, so that the data base gives the others what was left, too.
for (const [name, changes] of leftovers()) deviceStorage.save(name, changes).catch(() => {});
