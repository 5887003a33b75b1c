// What redflags/labs/mri.py puts into the explorer, and what a reader does there.
import type { Scene } from "../../clinical/phantom.ts";
import type { Preset, TissueData } from "../parts/scan/tissues.ts";

/** The explorer's data. */
export interface Data {
  readonly tissues: readonly TissueData[];
  readonly presets: readonly Preset[];
  /** What this model chose by itself. */
  readonly own: readonly string[];
  readonly scene: Scene;
}

export type Task = "explore" | "guess" | "find";

/** Rounds of a game on this device. */
export interface Score {
  readonly asked: number;
  readonly right: number;
}

/** The explorer's state, as anything may have written it: `settingsOf` and `scoreOf` make sense of it. */
export type State = {
  readonly task: string;
  readonly field: number;
  readonly tr: number;
  readonly te: number;
  readonly ti: number | null;
  readonly gradient: boolean;
  readonly fat_suppressed: boolean;
  readonly gadolinium: number;
  readonly plane: string;
  /** Null is automatic; so is `level`. */
  readonly window: number | null;
  readonly level: number | null;
  readonly noise: number;
  /** Which of the games' pictures. */
  readonly round: number;
  readonly scores: Readonly<Record<string, unknown>>;
};

/** A game's score, from whatever the device kept. */
export function scoreOf(state: State, game: string): Score {
  const { asked, right } = (state.scores?.[game] ?? {}) as Partial<Score>;
  const isWhole = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;
  return isWhole(asked) && isWhole(right) && right <= asked ? { asked, right } : { asked: 0, right: 0 };
}
