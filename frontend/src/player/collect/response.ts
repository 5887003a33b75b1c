// The answer of one question on its way to the kernel: what is typed waits for a pause, nothing is lost when the page goes.
import type { Response as Answer } from "../../marking/response.ts";
import type { Model } from "../model.ts";

/** The kernel writes a file for every change, so that typing waits for a pause. */
const PAUSE = 400;

/** Sends answers. */
export class Response {
  readonly #model: Model;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting: Answer | undefined;

  constructor(model: Model) {
    this.#model = model;
  }

  /** Sends an answer; `soon` waits for a pause. */
  put(answer: Answer, when: "now" | "soon"): void {
    this.#waiting = answer;
    clearTimeout(this.#timer);
    if (when === "now") this.flush();
    else this.#timer = setTimeout(this.flush, PAUSE);
  }

  /** Sends what waits. */
  readonly flush = (): void => {
    clearTimeout(this.#timer);
    if (this.#waiting === undefined) return;
    this.#model.set("response", this.#waiting);
    this.#waiting = undefined;
    this.#model.save_changes();
  };
}
