// The answers of one mounted quiz, kept in the home's model.
import type { Item } from "../content.ts";
import { asState, changed, type State } from "../progress/layout.ts";
import type { Model } from "./model.ts";
import { marked } from "./phase.ts";
import { answersOlder, blankRecord, type ItemRecord, readRecord } from "./record.ts";
import { unkept } from "./unkept.ts";

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
  /** Items whose record isn't saved yet. */
  readonly #unsaved = new Set<string>();
  readonly #told: boolean;
  #exam: unknown;
  #saved: unknown;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param told - false where the key is elsewhere, so that no answer can be marked
   */
  constructor(model: Model, items: readonly Item[], told = true) {
    this.#model = model;
    this.#items = items;
    this.#told = told;
    this.#read();
    // Answers from before marks were kept with them.
    if (this.#unsaved.size > 0) this.flush();
    model.on("change:state", this.#changedOutside);
    model.on("change:keeps", this.#notify);
  }

  /** What to say where they are not kept. */
  get unkept(): string | null {
    return unkept(this.#model);
  }

  /** Where answers belong; a home that doesn't say whether it keeps them is a notebook. */
  get home(): "device" | "notebook" {
    return this.#model.get("keeps") === undefined ? "notebook" : "device";
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
    this.#records.set(item.id, this.#told ? marked(item, record) : record);
    this.#unsaved.add(item.id);
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
    // What could not be read goes too: nothing of this quiz stays.
    for (const { id } of this.#items) this.#unsaved.add(id);
    this.#notify();
    this.flush();
  }

  /** Saves now. */
  readonly flush = (): void => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    // Records that did not change stay the same objects, so that a home saves only what did.
    const records = [...this.#unsaved].map((id) => [id, this.#records.get(id)] as const);
    this.#unsaved.clear();
    this.#saved = changed(this.#stored(), new Map([...records, [EXAM, this.#exam]]));
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

  #stored(): State {
    return asState(this.#model.get("state"));
  }

  #read(): void {
    const stored = this.#stored();
    this.#exam = stored[EXAM];
    for (const item of this.#items) {
      const raw = Object.hasOwn(stored, item.id) ? stored[item.id] : undefined;
      const record = readRecord(item, raw);
      const answers = record?.attempts.length ?? 0;
      // What is being typed here stays, unless the item was answered elsewhere meanwhile.
      if (this.#unsaved.has(item.id) && answers <= this.record(item).attempts.length) continue;
      this.#unsaved.delete(item.id);
      this.#older.delete(item.id);
      if (record === null) {
        this.#records.delete(item.id);
        if (answersOlder(item, raw)) this.#older.add(item.id);
      } else {
        const whole = this.#told ? marked(item, record) : record;
        this.#records.set(item.id, whole);
        if (whole !== record) this.#unsaved.add(item.id);
      }
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
