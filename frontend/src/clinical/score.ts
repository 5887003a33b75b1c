// What a score is to the engine; redflags/score_json.py writes it.

/** A point that sources leave open. */
export interface Dispute {
  readonly say: string;
  readonly evidence: readonly string[];
}

export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly points?: readonly number[];
  readonly counts_as?: string;
  readonly dispute?: Dispute;
}

/** One of a few answers. */
export interface ChoiceQuestion {
  readonly id: string;
  readonly label: string;
  readonly note?: string;
  readonly choices: readonly Choice[];
}

/** A number. */
export interface NumberQuestion {
  readonly id: string;
  readonly label: string;
  readonly note?: string;
  readonly unit?: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly whole?: boolean;
}

export type Question = ChoiceQuestion | NumberQuestion;

/** A band, a grade, a plan, a class; `label` is null where nobody has read its source. */
export interface Outcome {
  readonly id: string;
  readonly label: string | null;
  readonly min?: number;
  readonly max?: number;
  readonly below?: number;
  readonly up_to?: number;
  readonly group?: string;
  readonly checked?: "read" | "second-hand" | "unread";
  readonly dispute?: Dispute;
}

export interface Rule {
  readonly say?: string;
  readonly when?: Readonly<Record<string, string>>;
  readonly at_least?: Readonly<Record<string, number>>;
  readonly below?: Readonly<Record<string, number>>;
  readonly outcome: string;
}

export interface Series {
  readonly id: string;
  readonly label: string;
  readonly bands: readonly (readonly [number, number, number])[];
}

/** It has `rules`, `formula`, `series`, or none of these: then its choices have points. */
export interface Score {
  readonly name: string;
  readonly questions: readonly Question[];
  readonly outcomes: readonly Outcome[];
  readonly rules?: readonly Rule[];
  readonly formula?: string;
  readonly decimals?: number;
  readonly unit?: string;
  /** What stands before an outcome's id, where readers know the id: "Grade". */
  readonly outcome_word?: string;
  readonly series?: readonly Series[];
  readonly feeds?: {
    readonly score: string;
    readonly component: string;
    readonly levels: Readonly<Record<string, string>>;
  };
}

export type Answer = string | number | null;
export type Answers = Readonly<Record<string, Answer>>;
export type Span = readonly [number, number];

/** What a score says of some answers: always what is still possible. */
export interface Result {
  readonly missing: readonly string[];
  readonly total: Span | null;
  readonly parts: Readonly<Record<string, Span>>;
  readonly outcomes: readonly string[];
  readonly series: Readonly<Record<string, Span>>;
  readonly agree: boolean | null;
  readonly disputes: readonly Dispute[];
  readonly feeds: string | null;
}
