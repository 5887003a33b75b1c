// A model for a page: what a player sets is saved on the learner's device.
import type { Model } from "../player/model.ts";
import { changed, type State } from "../progress/layout.ts";
import type { Changes, Storage } from "./storage.ts";

/** Holds the keys of one mounted quiz; a failing device turns into memory. */
export class PageModel implements Model {
  readonly #values: Map<string, unknown>;
  readonly #listeners = new Map<string, Set<() => void>>();
  readonly #quiz: string;
  readonly #storage: Storage | null;
  #saved: State;

  constructor(
    quiz: string,
    storage: Storage | null,
    values: Readonly<Record<string, unknown>>,
    state: State,
  ) {
    this.#quiz = quiz;
    this.#storage = storage;
    this.#saved = state;
    this.#values = new Map(Object.entries({ ...values, state, keeps: storage !== null }));
    storage?.hear(quiz, (changes) => {
      this.#saved = changed(this.#saved, changes);
      this.set("state", changed(this.get("state") as State, changes));
    });
  }

  get(key: string): unknown {
    return this.#values.get(key);
  }

  set(key: string, value: unknown): void {
    this.#values.set(key, value);
    this.#tell(`change:${key}`);
  }

  save_changes(): void {
    const state = this.get("state") as State;
    const items = new Set([...Object.keys(state), ...Object.keys(this.#saved)]);
    const changes = new Map(
      [...items].filter((item) => state[item] !== this.#saved[item]).map((item) => [item, state[item]]),
    );
    this.#saved = state;
    if (changes.size > 0) void this.#save(changes);
  }

  on(event: string, callback: () => void): void {
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners.add(callback));
  }

  off(event: string, callback: () => void): void {
    this.#listeners.get(event)?.delete(callback);
  }

  async #save(changes: Changes): Promise<void> {
    let keeps = true;
    try {
      await this.#storage?.save(this.#quiz, changes);
    } catch {
      keeps = false;
      // Tried again with the next answer: a full disk may have room by then. No stored value is equal to this mark.
      this.#saved = {
        ...this.#saved,
        ...Object.fromEntries([...changes.keys()].map((item) => [item, changes])),
      };
    }
    if (this.#storage && keeps !== this.get("keeps")) this.set("keeps", keeps);
  }

  #tell(event: string): void {
    for (const listener of this.#listeners.get(event) ?? []) listener();
  }
}
