// Changes on their way to the device, noted in the tab at once: the data base writes a moment later, and a reload may come first.
import { isOurs } from "../progress/layout.ts";
import type { Changes } from "./storage.ts";

const PREFIX = "redflags-writing ";

/** A note that is older belongs to a tab that was closed and opened again: the device may know better by then. */
const LIFETIME = 10 * 60_000;

/** Notes of one millisecond stand in their order. */
let count = 0;

/** Notes changes of an entry; returns what strikes them out again. A tab that refuses is one that can lose them. */
export function note(name: string, changes: Changes): () => void {
  const key = `${PREFIX}${Date.now()} ${String(count++).padStart(6, "0")}`;
  try {
    // An item without a value is forgotten; JSON has no undefined.
    const items = [...changes].map(([item, value]) => (value === undefined ? [item] : [item, value]));
    sessionStorage.setItem(key, JSON.stringify([name, items]));
    return () => sessionStorage.removeItem(key);
  } catch {
    return () => {};
  }
}

/** What this tab noted and never struck out, oldest first; it is struck out by being read. */
export function leftovers(): [name: string, changes: Changes][] {
  const left: [string, Changes][] = [];
  try {
    const keys = Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX));
    for (const key of keys.sort()) {
      const noted = sessionStorage.getItem(key);
      sessionStorage.removeItem(key);
      const [, at] = key.split(" ");
      if (Date.now() - Number(at) < LIFETIME) left.push(...read(noted));
    }
  } catch {
    // No session storage, no notes.
  }
  return left;
}

/** One note; none where something else stands under its key. */
function read(noted: string | null): [string, Changes][] {
  try {
    const [name, items] = JSON.parse(noted ?? "") as [unknown, [string, unknown][]];
    return isOurs(name) ? [[name, new Map(items.map(([item, value]) => [item, value]))]] : [];
  } catch {
    return [];
  }
}
