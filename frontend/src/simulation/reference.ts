// The course's own probability of cancer at a stage: prior odds times the likelihood ratios of what was found.
import type { PlayableCase, StageName, Update } from "./case.ts";
import { answerOf } from "./marks.ts";
import type { State } from "./state.ts";

/** Proportions; the band runs from all lower to all upper ends of the intervals. */
export interface Reference {
  readonly p: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** Null where the register has no prior, or the stage wasn't answered. */
export function referenceAt(patient: PlayableCase, state: State, stage: StageName): Reference | null {
  const { prior, updates } = patient.reference;
  const answer = state.stages[stage];
  if (prior === null || answer === undefined) return null;
  const known = new Set(state.findings.filter(({ at }) => at <= answer.at).map(({ id }) => id));
  const used = updates.filter(({ finding }) => known.has(finding));
  const after = (ratio: (update: Update) => number) => {
    const odds = used.reduce((product, update) => product * ratio(update), prior.p / (1 - prior.p));
    return odds / (1 + odds);
  };
  const banded = used.some(({ interval }) => interval !== null);
  return {
    p: after(({ lr }) => lr),
    low: banded ? after(({ lr, interval }) => interval?.[0] ?? lr) : null,
    high: banded ? after(({ lr, interval }) => interval?.[1] ?? lr) : null,
  };
}

/** How far the final probability was from what it turned out to be: 0 is best, 1 worst (Brier 1950). */
export function brier(patient: PlayableCase, state: State): number | null {
  const { final } = state.stages;
  return final === undefined ? null : (final.cancer / 100 - Number(answerOf(patient).cancer)) ** 2;
}
