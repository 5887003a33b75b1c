// What redflags/labs/red_flags.py puts into the explorer, and what a reader does there.
import type { Ratio } from "../../clinical/combining.ts";

/** A flag's accuracy among the people of one study. */
export interface Accuracy {
  readonly entry: string;
  /** What must be known before the ratio is used. */
  readonly limit: string | null;
  /** With cancer and yes, without and yes, with and no, without and no; null where the register has shares alone. */
  readonly counts: readonly [number, number, number, number] | null;
  readonly sensitivity: number;
  readonly specificity: number;
  readonly sensitivity_interval: readonly [number, number] | null;
  readonly specificity_interval: readonly [number, number] | null;
  /** Null where nobody with cancer gave that answer: no ratio can be given. */
  readonly yes: Ratio | null;
  readonly no: Ratio | null;
}

/** A question. */
export interface Flag {
  readonly id: string;
  readonly label: string;
  readonly asks: string;
  /** By population; every flag was studied in the clinic. */
  readonly tables: { readonly clinic: Accuracy; readonly ed?: Accuracy };
}

/** Where people come from. */
export interface Setting {
  readonly id: string;
  readonly label: string;
  readonly prior: number;
  /** What else was reported for such settings. */
  readonly range: readonly [number, number] | null;
  readonly population: "clinic" | "ed" | null;
  readonly says: string;
  readonly evidence: readonly string[];
  /** Why no question is asked here. */
  readonly clock?: string;
  readonly clock_evidence?: readonly string[];
}

/** A combination that somebody measured. */
export interface Measured {
  readonly answers: Readonly<Record<string, Answer>>;
  readonly says: string;
  readonly evidence: string;
}

/** The explorer's data. */
export interface Data {
  readonly settings: readonly Setting[];
  readonly flags: readonly Flag[];
  readonly populations: Readonly<Record<"clinic" | "ed", string>>;
  readonly measured: readonly Measured[];
  /** The entry on dependence. */
  readonly dependence: string;
}

export type Answer = "yes" | "no";

/** A guess and what the ratios said, all in 1,000. */
export interface Guess {
  readonly guess: number;
  readonly low: number;
  readonly high: number;
}

/** The explorer's state, as anything may have written it: `readState` makes sense of it. */
export type State = {
  readonly setting: string;
  readonly prior: number | null;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly revealed: boolean;
  readonly guesses: readonly Guess[];
};
