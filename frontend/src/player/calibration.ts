// How often answers were right at each certainty, beside what the certainty says.
import type { Certainty } from "../marking/certainty.ts";
import type { Outcome } from "./tally.ts";
import { percent } from "./words.ts";

/** What is told of an answer. */
export type Sure = Pick<Outcome, "fraction" | "certainty">;

/** One certainty: how many answers, how right they were, and how right they would be if it were well judged. */
export interface Level {
  readonly certainty: Certainty;
  readonly words: string;
  readonly low: number;
  readonly high: number;
  readonly count: number;
  /** Mean fraction of the marks; null without answers. */
  readonly mean: number | null;
}

// The certainties switch where their expected marks cross: p = 4p - 2 at 2/3, 4p - 2 = 9p - 6 at 0.8.
const BANDS = [
  { certainty: 1, words: "less than 67\u00a0%", low: 0, high: 2 / 3 },
  { certainty: 2, words: "67 to 80\u00a0%", low: 2 / 3, high: 0.8 },
  { certainty: 3, words: "more than 80\u00a0%", low: 0.8, high: 1 },
] as const;

/** Fewer answers than this are called few: then a single one moves the mean by a tenth or more. */
const FEW = 10;

/** The three certainties. */
export function levels(outcomes: readonly Sure[]): Level[] {
  return BANDS.map((band) => {
    const own = outcomes.filter(({ certainty }) => certainty === band.certainty);
    const sum = own.reduce((total, { fraction }) => total + fraction, 0);
    return { ...band, count: own.length, mean: own.length === 0 ? null : sum / own.length };
  });
}

/** What they mean, in a sentence: overconfidence first, as it costs most. */
export function meaning(all: readonly Level[]): string {
  const used = all.filter((level): level is Level & { mean: number } => level.mean !== null).toReversed();
  const over = used.find(({ mean, low }) => mean < low);
  const under = used.find(({ mean, high }) => mean > high);
  const few =
    used.reduce((sum, { count }) => sum + count, 0) < FEW ? "; with so few answers, take it as a hint" : "";
  if (over) {
    return `Where you said ${over.words}, you were right ${percent(over.mean)} of the time, so you were surer than your answers bear out${few}.`;
  }
  if (under) {
    return `Where you said ${under.words}, you were right ${percent(under.mean)} of the time, so you know more than you thought${few}.`;
  }
  return `You were about as often right as you said you would be${few}.`;
}
