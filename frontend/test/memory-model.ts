// A home that keeps everything in memory and counts its saves.
import type { Model } from "../src/player/model.ts";

export class MemoryModel implements Model {
  saves = 0;
  readonly #values: Map<string, unknown>;
  readonly #listeners = new Map<string, Set<() => void>>();

  constructor(state: unknown) {
    this.#values = new Map([["state", state]]);
  }
  get(key: string): unknown {
    return this.#values.get(key);
  }
  set(key: string, value: unknown): void {
    this.#values.set(key, value);
    for (const listener of this.#listeners.get(`change:${key}`) ?? []) listener();
  }
  save_changes(): void {
    this.saves += 1;
  }
  on(event: string, callback: () => void): void {
    this.#listeners.set(event, (this.#listeners.get(event) ?? new Set()).add(callback));
  }
  off(event: string, callback: () => void): void {
    this.#listeners.get(event)?.delete(callback);
  }
}
