// What the simulation knows at a moment, and what can be done to it. Numbers and ids alone: texts stay in the case.
import type { Grade, PlayableCase, StageName } from "./case.ts";

/** How the learner sorted a finding. */
export type Pin = "for" | "against" | "unknown";

export const PINS: readonly unknown[] = ["for", "against", "unknown"] satisfies Pin[];

/** One act of the learner; a run is a list of them. */
export type Entry =
  | { readonly do: "order"; readonly action: string }
  /** Without minutes: until the next result. */
  | { readonly do: "wait"; readonly minutes?: number }
  | {
      readonly do: "stage";
      readonly stage: StageName;
      readonly ranks: readonly string[];
      /** Per cent. */
      readonly cancer: number;
    }
  | { readonly do: "pin"; readonly finding: string; readonly as: Pin | null }
  | { readonly do: "pause"; readonly absent: string }
  | { readonly do: "write"; readonly text: string };

export type Log = readonly Entry[];

/** Why nothing happened. */
export type Reason = "asked" | "ended" | "unknown" | "done" | "stage";

/** What the timeline tells; `at` is a minute since the start. */
export type Event = { readonly at: number } & (
  | { readonly kind: "opening" | "ended" | "time-up" }
  | { readonly kind: "ordered" | "turned-away"; readonly action: string }
  | { readonly kind: "result"; readonly action: string; readonly outcome: number }
  | { readonly kind: "transition"; readonly transition: number }
  | { readonly kind: "waited"; readonly minutes: number }
  | { readonly kind: "stage"; readonly stage: StageName }
  | { readonly kind: "refused"; readonly action: string | null; readonly reason: Reason }
  | { readonly kind: "epilogue"; readonly epilogue: number }
);

/** An answer at a stage. */
export interface StageAnswer {
  readonly ranks: readonly string[];
  readonly cancer: number;
  readonly at: number;
}

export interface Pending {
  readonly action: string;
  readonly due: number;
  readonly order: number;
}

export interface State {
  readonly clock: number;
  readonly neuro: Grade;
  readonly pain: number;
  /** Sorted. */
  readonly flags: readonly string[];
  readonly flag_times: Readonly<Record<string, number>>;
  /** Action to how often it was ordered. */
  readonly done: Readonly<Record<string, number>>;
  readonly pending: readonly Pending[];
  /** Numbers of the transitions that are spent: they took place or were held off. */
  readonly fired: readonly number[];
  readonly findings: readonly { readonly id: string; readonly at: number }[];
  readonly timeline: readonly Event[];
  readonly stages: Readonly<Partial<Record<StageName, StageAnswer>>>;
  /** The stage whose answer everything waits for. */
  readonly asked: StageName | null;
  readonly ended: "acted" | "time" | null;
  readonly pins: Readonly<Record<string, Pin>>;
  /** What was expected and is absent, in the learner's words. */
  readonly absent: string;
  /** The learner's problem representation. */
  readonly words: string;
}

/** The beginning. */
export function initial(patient: PlayableCase): State {
  const flags = patient.flags.toSorted();
  return {
    clock: 0,
    ...patient.state,
    flags,
    flag_times: Object.fromEntries(flags.map((flag) => [flag, 0])),
    done: {},
    pending: [],
    fired: [],
    findings: [],
    timeline: [{ at: 0, kind: "opening" }],
    stages: {},
    asked: "opening",
    ended: null,
    pins: {},
    absent: "",
    words: "",
  };
}
