// The answers of one mounted quiz, kept in the home's model.
import type { Item } from "../content.ts";
import type { Model } from "./model.ts";
import { answersOlder, blankRecord, type ItemRecord, readRecord } from "./record.ts";

/** A home may send every save over a wire, so answers in the making wait for a pause in typing. */
const DRAFT_DELAY = 400;

/** Where the exam as a whole stands among the items' records; no item's id holds a colon. */
const EXAM = ":exam";

/** Reads, changes and saves the records of a quiz's items. */
export class Store {
  readonly #model: Model;
  readonly #items: readonly Item[];
  readonly #listeners = new Set<() => void>();
  readonly #records = new Map<string, ItemRecord>();
  readonly #older = new Set<string>();
  #exam: unknown;
  #saved: unknown;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(model: Model, items: readonly Item[]) {
    this.#model = model;
    this.#items = items;
    this.#read();
    model.on("change:state", this.#changedOutside);
    model.on("change:keeps", this.#notify);
  }

  /** False where the home can't keep answers beyond this view. */
  get keeps(): boolean {
    return this.#model.get("keeps") !== false;
  }

  /** Where answers are kept; a home that says nothing of it is a notebook. */
  get home(): "device" | "notebook" | "nowhere" {
    const keeps = this.#model.get("keeps");
    return keeps === undefined ? "notebook" : keeps === false ? "nowhere" : "device";
  }

  /** What is kept of the exam as a whole, as it was stored. */
  get exam(): unknown {
    return this.#exam;
  }

  /** Keeps what belongs to the exam as a whole. */
  putExam(exam: unknown): void {
    this.#exam = exam;
    this.#notify();
    this.flush();
  }

  /** What is kept of an item. */
  record(item: Item): ItemRecord {
    return this.#records.get(item.id) ?? blankRecord(item);
  }

  /** Whether the item was answered in an earlier wording and not since. */
  isOlder(item: Item): boolean {
    return this.#older.has(item.id);
  }

  /** Keeps a record; `soon` waits for a pause, for answers in the making. */
  put(item: Item, record: ItemRecord, when: "now" | "soon"): void {
    this.#records.set(item.id, record);
    if (record.attempts.length > 0) this.#older.delete(item.id);
    this.#notify();
    if (when === "now") this.flush();
    else this.#timer ??= setTimeout(this.flush, DRAFT_DELAY);
  }

  /** Forgets every answer of this quiz. */
  forget(): void {
    this.#records.clear();
    this.#older.clear();
    this.#exam = undefined;
    this.#notify();
    this.flush();
  }

  /** Saves now. */
  readonly flush = (): void => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const others = Object.entries(this.#stored()).filter(
      ([id]) => this.#older.has(id) || (id !== EXAM && !this.#items.some((item) => item.id === id)),
    );
    const exam = this.#exam === undefined ? [] : [[EXAM, this.#exam] as const];
    this.#saved = Object.fromEntries([...others, ...this.#records, ...exam]);
    this.#model.set("state", this.#saved);
    this.#model.save_changes();
  };

  /** Calls back after every change; returns what ends that. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Saves what waits and lets go of the model. */
  close(): void {
    if (this.#timer !== undefined) this.flush();
    this.#model.off("change:state", this.#changedOutside);
    this.#model.off("change:keeps", this.#notify);
    this.#listeners.clear();
  }

  #stored(): Record<string, unknown> {
    const state = this.#model.get("state");
    return typeof state === "object" && state !== null ? (state as Record<string, unknown>) : {};
  }

  #read(): void {
    const stored = this.#stored();
    this.#records.clear();
    this.#older.clear();
    this.#exam = stored[EXAM];
    for (const item of this.#items) {
      const raw = Object.hasOwn(stored, item.id) ? stored[item.id] : undefined;
      const record = readRecord(item, raw);
      if (record !== null) this.#records.set(item.id, record);
      else if (answersOlder(item, raw)) this.#older.add(item.id);
    }
  }

  readonly #changedOutside = (): void => {
    if (this.#model.get("state") === this.#saved) return;
    this.#read();
    this.#notify();
  };

  readonly #notify = (): void => {
    for (const listener of this.#listeners) listener();
  };
}
