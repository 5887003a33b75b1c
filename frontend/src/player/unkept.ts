// Where a home keeps nothing: the words that say so, and why.
import type { Model } from "./model.ts";

const REFUSED = "This browser doesn’t let the page keep your answers. They last until you leave.";
const NEWER =
  "A later version of this course wrote what is kept on this device. It stays untouched, so answers given here last only until you leave. Load the page again to get that version.";

/** The sentence; null where answers are kept. */
export function unkept(model: Model): string | null {
  if (model.get("keeps") !== false) return null;
  return model.get("newer") === true ? NEWER : REFUSED;
}
