// What marking gives back, and the parts that several rules make alike.

/** One element of an answer: an option, a row, a cell, a place, a number. */
export interface Part {
  readonly id: string;
  /** Marks for this element before any floor: 1, 0 or -1, or a share of 1 where a panel gives credit. */
  readonly earned: number;
  /** Whether the element stands as the key has it (a wrong option left alone is right). */
  readonly right: boolean;
  /** Whether an option was picked, or what was put into a row or drop-down. */
  readonly chosen: boolean | string | null;
}

/** Marks for one response. */
export interface Mark {
  readonly earned: number;
  /** 0 where nothing can be marked: a concordance item without a panel. */
  readonly max: number;
  readonly parts: readonly Part[];
  /** Expected fraction of the maximum for guessing at random, 0 to 1. */
  readonly chance: number;
}

/** Marks of all parts together. */
export function total(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => sum + part.earned, 0);
}

/** A part for each option, with `penalty` for a wrong pick. */
export function optionParts(
  options: readonly { id: string; correct?: boolean }[],
  picks: ReadonlySet<string>,
  penalty: 0 | -1,
): Part[] {
  return options.map((option) => pickPart(option.id, option.correct === true, picks.has(option.id), penalty));
}

/** The part of something that is picked or left. */
export function pickPart(id: string, correct: boolean, chosen: boolean, penalty: 0 | -1): Part {
  return { id, earned: chosen ? (correct ? 1 : penalty) : 0, right: correct === chosen, chosen };
}

/** The part of a place that takes one choice. */
export function choicePart(id: string, key: string, choice: string | undefined): Part {
  return placePart(id, choice === key, choice);
}

/** The part of a place that is right or not, whatever its key. */
export function placePart(id: string, right: boolean, choice: string | undefined): Part {
  return { id, earned: right ? 1 : 0, right, chosen: choice ?? null };
}
