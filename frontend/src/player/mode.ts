// How a quiz is sat: how many attempts, and when feedback comes.

/** The rules of one way to sit a quiz. */
export interface Mode {
  /** Answers that the learner may submit to one item. */
  readonly attempts: number;
}

const PRACTICE: Mode = { attempts: 2 };
const MODES: Readonly<Record<string, Mode>> = { practice: PRACTICE };

/** The mode of that name; an unknown name practises. */
export function readMode(name: unknown): Mode {
  return MODES[String(name)] ?? PRACTICE;
}
