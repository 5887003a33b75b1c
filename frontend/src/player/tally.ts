// The sums over a quiz: marks, certainty, and which errors to look at first.
import type { Item } from "../content.ts";
import { type Certainty, certaintyAccuracy, certaintyMark } from "../marking/certainty.ts";
import { isSelfMarked, isUnmarked } from "./kinds.ts";
import { counted } from "./phase.ts";
import type { Store } from "./store.ts";

/** An answered item, by its first attempt. */
export interface Outcome {
  readonly item: Item;
  readonly place: number;
  readonly fraction: number;
  /** Null where it was not stated. */
  readonly certainty: Certainty | null;
}

/** The sums. */
export interface Tally {
  readonly answered: number;
  readonly earned: number;
  readonly max: number;
  /** Marks that learners gave themselves, which are in no other sum. */
  readonly own: { readonly earned: number; readonly max: number };
  /** Mean of the fractions earned, 0 to 1. */
  readonly accuracy: number;
  readonly meanCertaintyMark: number;
  readonly certaintyAccuracy: number;
  readonly outcomes: readonly Outcome[];
  /** Answers that earned less than all, the most confident ones first. */
  readonly errors: readonly Outcome[];
}

/** Adds up the first attempts. */
export function tally(items: readonly Item[], store: Store): Tally {
  const outcomes: Outcome[] = [];
  const own = { earned: 0, max: 0 };
  let answered = 0;
  let earned = 0;
  let max = 0;
  for (const [place, item] of items.entries()) {
    const first = counted(item, store.record(item));
    if (first === null) continue;
    answered += 1;
    if (isUnmarked(item)) continue;
    if (isSelfMarked(item)) {
      own.earned += first.marked.earned;
      own.max += first.marked.max;
      continue;
    }
    earned += first.marked.earned;
    max += first.marked.max;
    const fraction = first.marked.earned / first.marked.max;
    outcomes.push({ item, place: place + 1, fraction, certainty: first.attempt.certainty });
  }
  const accuracy = mean(outcomes.map(({ fraction }) => fraction));
  const meanMark = mean(outcomes.map(({ fraction, certainty }) => certaintyMark(fraction, certainty ?? 0)));
  return {
    answered,
    earned,
    max,
    own,
    accuracy,
    meanCertaintyMark: meanMark,
    certaintyAccuracy: certaintyAccuracy(accuracy, meanMark),
    outcomes,
    errors: outcomes
      .filter(({ fraction }) => fraction < 1)
      .toSorted(
        (a, b) => Number(isConfident(b)) - Number(isConfident(a)) || (b.certainty ?? 0) - (a.certainty ?? 0),
      ),
  };
}

/** Sure, and wrong in everything. */
export function isConfident({ fraction, certainty }: Outcome): boolean {
  return fraction === 0 && (certainty ?? 0) >= 2;
}

function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
}
