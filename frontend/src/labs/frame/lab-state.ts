// An explorer's state over the home's model: what is missing there is as the explorer starts.
import type { Model } from "../../player/model.ts";
import { unkept } from "../../player/unkept.ts";
import type { LabContent, LabState } from "./content.ts";

/** Reads and writes the model's `state`; other homes may write it too, and are heard. */
export class StateOfLab {
  readonly #model: Model;
  readonly #content: LabContent<unknown>;

  constructor(model: Model, content: LabContent<unknown>) {
    this.#model = model;
    this.#content = content;
  }

  /** Every key with its value. */
  get all(): LabState {
    return { ...this.#content.start, ...this.#touched };
  }

  /** Whether anything differs from the start that goes with the page. */
  get isTouched(): boolean {
    return this.#names(false).length > 0;
  }

  /** Whether anything stays on the device. */
  get isKept(): boolean {
    return this.#names(true).length > 0;
  }

  /** What to say where the home can't keep what it should. */
  get unkept(): string | null {
    return this.#content.keeps.length === 0 ? null : unkept(this.#model);
  }

  set(changes: LabState): void {
    this.#write({ ...this.#touched, ...changes });
  }

  /** Back to the start; what is kept on the device stays. */
  reset(): void {
    this.#drop(this.#names(false));
  }

  forget(): void {
    this.#drop(this.#names(true));
  }

  subscribe(listener: () => void): () => void {
    for (const event of ["change:state", "change:keeps"]) this.#model.on(event, listener);
    return () => {
      for (const event of ["change:state", "change:keeps"]) this.#model.off(event, listener);
    };
  }

  get #touched(): LabState {
    return (this.#model.get("state") ?? {}) as LabState;
  }

  #names(kept: boolean): string[] {
    return Object.keys(this.#touched).filter((name) => this.#content.keeps.includes(name) === kept);
  }

  #drop(names: readonly string[]): void {
    this.#write(Object.fromEntries(Object.entries(this.#touched).filter(([name]) => !names.includes(name))));
  }

  #write(state: LabState): void {
    this.#model.set("state", state);
    this.#model.save_changes();
  }
}
