// How well an objective is known, from the last answers to its questions: the rule is printed on the page.

/** The first try of a question that was asked. */
export interface Answered {
  readonly item: string;
  /** ISO date and time. */
  readonly at: string;
  /** All of the marks. */
  readonly right: boolean;
  readonly inCase: boolean;
}

export const LEVELS = ["attempted", "familiar", "proficient", "mastered"] as const;
export type Level = (typeof LEVELS)[number];

/** Where an objective stands. */
export interface Standing {
  readonly level: Level;
  /** How many answers say so. */
  readonly count: number;
  readonly right: number;
  /** When it fell to this level; null where it did not. */
  readonly fell: string | null;
}

const DAY = 24 * 60 * 60 * 1000;
const LAST = 5;

/**
 * The standing of an objective; null where nothing was answered.
 *
 * @param hasCase - whether any of its questions is asked within a case
 */
export function standing(answers: readonly Answered[], hasCase: boolean): Standing | null {
  const all = independent(answers);
  const last = all.at(-1);
  if (last === undefined) return null;
  const used = all.slice(-LAST);
  const level = levelOf(used, hasCase);
  const before = all.slice(0, -1).slice(-LAST);
  const fell = before.length > 0 && rank(levelOf(before, hasCase)) > rank(level);
  return { level, count: used.length, right: rightOnes(used).length, fell: fell ? last.at : null };
}

/** Those that show what was known: a question whose answer was told less than a day ago shows memory of that. */
function independent(answers: readonly Answered[]): Answered[] {
  const asked = new Map<string, number>();
  return answers
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .filter(({ item, at }) => {
      const before = asked.get(item);
      asked.set(item, Date.parse(at));
      return before === undefined || Date.parse(at) - before >= DAY;
    });
}

function levelOf(answers: readonly Answered[], hasCase: boolean): Level {
  const right = rightOnes(answers);
  const share = right.length / answers.length;
  if (answers.length < 2 || share < 0.5) return "attempted";
  if (answers.length < 3 || share < 0.8) return "familiar";
  const spaced = right.some((one) =>
    right.some(
      (other) => Date.parse(other.at) - Date.parse(one.at) >= DAY && (!hasCase || one.inCase || other.inCase),
    ),
  );
  return spaced ? "mastered" : "proficient";
}

function rightOnes(answers: readonly Answered[]): Answered[] {
  return answers.filter(({ right }) => right);
}

function rank(level: Level): number {
  return LEVELS.indexOf(level);
}
