// Hooks that draw again when the store changes: heard from before the first paint, so that no press is missed.
import { useLayoutEffect, useState } from "preact/hooks";
import type { Item } from "../content.ts";
import { afterPaint } from "./after-paint.ts";
import type { ItemRecord } from "./record.ts";
import type { Store } from "./store.ts";

/** The record of an item, up to date. */
export function useRecord(store: Store, item: Item): ItemRecord {
  const [record, setRecord] = useState(() => store.record(item));
  useLayoutEffect(() => store.subscribe(() => setRecord(store.record(item))), [store, item]);
  return record;
}

/** Draws again after any change in the store, once what was pressed has shown its own. */
export function useStoreLater(store: Store): void {
  const [, draw] = useState(0);
  useLayoutEffect(() => store.subscribe(() => afterPaint(() => draw((count) => count + 1))), [store]);
}

/** Draws again after any change in the store. */
export function useStore(store: Store): void {
  const [, draw] = useState(0);
  useLayoutEffect(() => store.subscribe(() => draw((count) => count + 1)), [store]);
}
