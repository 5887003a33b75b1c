// How a quiz is sat: how many attempts, and when feedback comes.

/** The rules of one way to sit a quiz. */
export interface Mode {
  readonly name: "practice" | "exam" | "review";
  /** Answers that the learner may submit to one item in a row. */
  readonly attempts: number;
  /** Whether answers are told about once they are in: never where the key is elsewhere. */
  readonly told: boolean;
}

const MODES: Readonly<Record<string, Mode>> = {
  practice: { name: "practice", attempts: 2, told: true },
  exam: { name: "exam", attempts: 1, told: true },
  review: { name: "review", attempts: 1, told: true },
};

/** The mode of that name; an unknown name practises, and a marked quiz is an exam whatever its home says. */
export function readMode(name: unknown, marked: boolean): Mode {
  if (marked) return { ...modeOf("exam"), told: false };
  return modeOf(Object.hasOwn(MODES, String(name)) ? String(name) : "practice");
}

/** A mode by its name. */
export function modeOf(name: string): Mode {
  return MODES[name] as Mode;
}
