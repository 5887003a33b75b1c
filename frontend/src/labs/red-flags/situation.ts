// What a reader's choices come to: who is asked, which answers count, and what they say together.
import { type Combined, combine, type Ratio } from "../../clinical/combining.ts";
import type { Accuracy, Answer, Data, Flag, Guess, Measured, Setting, State } from "./data.ts";

/** An answered question. */
export interface Answered {
  readonly flag: Flag;
  readonly answer: Answer;
  readonly accuracy: Accuracy;
  /** Its ratio; null where none can be given, and the answer can't be counted. */
  readonly ratio: Ratio | null;
  /** Whether the ratio comes from other people than the setting's. */
  readonly borrowed: boolean;
}

/** Everything that the views show. */
export interface Situation {
  readonly setting: Setting;
  readonly prior: number;
  readonly answered: readonly Answered[];
  readonly counted: readonly (Answered & { readonly ratio: Ratio })[];
  /** Null where no answer counts. */
  readonly result: Combined | null;
  /** Where chance could carry it; null where no counted ratio has an interval. */
  readonly reach: readonly [number, number] | null;
  /** The band from the lowest to the highest start reported for the setting; null where there is no such range. */
  readonly overRange: readonly [number, number] | null;
  readonly measured: readonly Measured[];
  readonly guesses: readonly Guess[];
}

/** The situation of a state. */
export function situationOf(data: Data, state: State): Situation {
  const [first] = data.settings;
  const setting = data.settings.find(({ id }) => id === state.setting) ?? first;
  if (setting === undefined) throw new Error("the explorer has no setting");
  const prior =
    typeof state.prior === "number" && state.prior >= 0 && state.prior < 1 ? state.prior : setting.prior;
  const answered = setting.clock === undefined ? answers(data, setting, state.answers) : [];
  const counted = answered.flatMap((one) => (one.ratio === null ? [] : [{ ...one, ratio: one.ratio }]));
  const ratios = counted.map(({ ratio }) => ratio);
  const result = ratios.length > 0 ? combine(prior, ratios) : null;
  return {
    setting,
    prior,
    answered,
    counted,
    result,
    reach: result && ratios.some(({ low }) => low !== null) ? result.reach : null,
    overRange:
      setting.range && ratios.length > 0 && state.prior === null ? over(setting.range, ratios) : null,
    measured: data.measured.filter(({ answers }) =>
      Object.entries(answers).every(([id, given]) =>
        answered.some(({ flag, answer }) => flag.id === id && answer === given),
      ),
    ),
    guesses: readGuesses(state.guesses),
  };
}

/** The accuracy of a flag for people of a setting: their own study's, or else the clinic's. */
export function accuracyFor(flag: Flag, setting: Setting): Accuracy {
  return (setting.population && flag.tables[setting.population]) || flag.tables.clinic;
}

function answers(data: Data, setting: Setting, given: State["answers"]): Answered[] {
  return data.flags.flatMap((flag) => {
    const answer = given[flag.id];
    if (answer !== "yes" && answer !== "no") return [];
    const accuracy = accuracyFor(flag, setting);
    const borrowed = setting.population === null || flag.tables[setting.population] !== accuracy;
    return [{ flag, answer, accuracy, ratio: accuracy[answer], borrowed }];
  });
}

function over([lowest, highest]: readonly [number, number], ratios: readonly Ratio[]): [number, number] {
  // One draw is enough: only the bands are asked for.
  return [combine(lowest, ratios, 1, 1).band[0], combine(highest, ratios, 1, 1).band[1]];
}

/** What a device kept may be anything. */
function readGuesses(kept: unknown): Guess[] {
  if (!Array.isArray(kept)) return [];
  return kept.filter((one) =>
    [one?.guess, one?.low, one?.high].every(
      (value) => typeof value === "number" && value >= 0 && value <= 1000,
    ),
  );
}
