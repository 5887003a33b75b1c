// How fast a quiz draws its questions: a home where much else is drawn takes them one by one.
import type { Item } from "../content.ts";

/** A home's pace; questions come in their order. */
export interface Pace {
  /** Draws the next question when there is time. */
  wait(draw: () => void): void;
  /** The questions up to this one stand. */
  stood(item: Item): void;
}
