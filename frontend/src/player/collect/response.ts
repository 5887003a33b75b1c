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
  /** Called when there was nothing to send: what stands there is what the kernel has. */
  onSame: () => void = () => undefined;

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
    const [before, after] = [this.#model.get("response") ?? null, this.#waiting];
    this.#waiting = undefined;
    // A letter typed and taken back within the pause.
    if (JSON.stringify(before) === JSON.stringify(after)) {
      this.onSame();
      return;
    }
    this.#model.set("response", after);
    this.#model.save_changes();
  };
}
