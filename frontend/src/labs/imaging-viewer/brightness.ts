// Ways to spread grey over the signals: what a reader of scans calls window and level.
import { TISSUES } from "../../clinical/phantom.ts";
import type { Display } from "../parts/scan/paint.ts";
import { automatic } from "../parts/scan/tissues.ts";
import type { State } from "./data.ts";

/** A spread with a name and a key. */
export interface Spread {
  readonly key: string;
  readonly label: string;
  readonly display: (signals: Float32Array) => Display | null;
}

const of = (signals: Float32Array, id: (typeof TISSUES)[number]) => signals[TISSUES.indexOf(id)] ?? 0;

/** Null is automatic. */
export const SPREADS: readonly Spread[] = [
  { key: "1", label: "Automatic", display: () => null },
  {
    key: "2",
    label: "Bone marrow",
    display: (signals) => ({ low: 0, high: Math.max(1, 1.3 * of(signals, "marrow")) }),
  },
  {
    key: "3",
    label: "Cord and fluid",
    display: (signals) => {
      const ends = [of(signals, "cord"), of(signals, "csf")];
      return { low: 0.4 * Math.min(...ends), high: Math.max(1, ...ends) };
    },
  },
];

/** The keys of the state that a spread changes. */
export function stateFor(spread: Spread, signals: Float32Array): Pick<State, "window" | "level"> {
  const display = spread.display(signals);
  if (display === null) return { window: null, level: null };
  return {
    window: Math.round(display.high - display.low),
    level: Math.round((display.high + display.low) / 2),
  };
}

/** Which signals are black and white. */
export function displayOf({ window, level }: State, signals: Float32Array): Display {
  const { high } = automatic(signals);
  const wide = window ?? high;
  const middle = level ?? high / 2;
  return { low: middle - wide / 2, high: middle + wide / 2 };
}
