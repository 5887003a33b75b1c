// What redflags/score_lab.py puts into the page for a score.
import type { Answer, Answers, Score } from "../../clinical/score.ts";

export interface Data {
  readonly title: string;
  readonly score: Score & {
    readonly examples: readonly {
      readonly id: string;
      readonly note: string | null;
      readonly answers: Answers;
    }[];
  };
  readonly interpretation: readonly string[];
  readonly caveats: readonly string[];
  /** How far the score was checked, as a sentence. */
  readonly checked: string;
  readonly work: string;
  readonly evidence: readonly string[];
  /** What has to be said before the first answer; may be empty. */
  readonly about: string;
  readonly feeds: {
    readonly score: string;
    readonly component: string;
    readonly levels: Readonly<Record<string, string>>;
  } | null;
  readonly picture: "instability" | null;
}

/** Question -> answer, or null. */
export type State = Readonly<Record<string, Answer>>;
