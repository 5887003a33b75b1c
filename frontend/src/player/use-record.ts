// Hooks that draw again when the store changes.
import { useEffect, useState } from "preact/hooks";
import type { Item } from "../content.ts";
import type { ItemRecord } from "./record.ts";
import type { Store } from "./store.ts";

/** The record of an item, up to date. */
export function useRecord(store: Store, item: Item): ItemRecord {
  const [record, setRecord] = useState(() => store.record(item));
  useEffect(() => store.subscribe(() => setRecord(store.record(item))), [store, item]);
  return record;
}

/** Draws again after any change in the store. */
export function useStore(store: Store): void {
  const [, draw] = useState(0);
  useEffect(() => store.subscribe(() => draw((count) => count + 1)), [store]);
}
