// What a compiled virtual patient holds, as docs/writing-a-case.md describes it.
import type { EvidenceNote } from "../content.ts";
import type { RichText } from "../text.ts";

/** The letters of the ASIA impairment scale: E is normal, A complete. */
export type Grade = "A" | "B" | "C" | "D" | "E";

export type Kind = "history" | "examination" | "test" | "treatment" | "communication" | "disposition";

export type Value = "critical" | "useful" | "neutral" | "wasteful" | "harmful";

/** The moments at which the learner ranks the differential and gives a probability of cancer. */
export const STAGES = ["opening", "bedside", "decision", "final"] as const;

export type StageName = (typeof STAGES)[number];

/** Who adds a view in the debrief. */
export const VOICES = ["nurse", "radiologist", "oncologist", "surgeon", "physiotherapist", "gp"] as const;

type Voice = (typeof VOICES)[number];

/** A condition on the state; all that is given must hold. */
export interface When {
  readonly flags: readonly string[];
  readonly without: readonly string[];
  /** Empty for any grade. */
  readonly neuro: readonly Grade[];
  readonly pain_at_least: number | null;
  readonly after: number | null;
  readonly before: number | null;
}

/** A limit in minutes that a guideline sets, from the start or from the minute when a flag was set. */
export interface Window {
  readonly minutes: number;
  readonly evidence: string;
  readonly from: string | null;
}

/** What an action brings, if its condition holds when the result is due. */
export interface Outcome {
  readonly when: When | null;
  readonly text: RichText;
  readonly findings: readonly string[];
  readonly value: Value | null;
}

export interface Action {
  readonly id: string;
  readonly kind: Kind;
  readonly label: string;
  readonly words: readonly string[];
  /** Of the learner's own time. */
  readonly minutes: number;
  /** From then until the result. */
  readonly delay: number;
  /** A band from 0 to 3, the course's own; no price. */
  readonly cost: number;
  /** Millisievert, from and to. */
  readonly radiation: { readonly mSv: readonly [number, number]; readonly evidence: string } | null;
  readonly again: boolean;
  readonly value: Value;
  readonly why: RichText | null;
  readonly window: Window | null;
  /** A condition, and the answer where it isn't met. */
  readonly needs: (When & { readonly say: RichText }) | null;
  readonly sets: readonly string[];
  readonly gives: readonly Outcome[];
  readonly ends: boolean;
}

/** What happens by itself. */
export interface Transition {
  readonly after: number;
  readonly since: string | null;
  readonly unless: readonly string[];
  readonly when: When | null;
  readonly then: {
    readonly neuro: Grade | null;
    readonly pain: number | null;
    readonly sets: readonly string[];
    readonly text: RichText | null;
  };
}

export interface Diagnosis {
  readonly id: string;
  readonly text: string;
  readonly cancer: boolean;
  readonly answer: boolean;
}

export interface Finding {
  readonly id: string;
  readonly text: string;
}

/** A likelihood ratio of the register, with its interval where it has one. */
export interface Update {
  readonly finding: string;
  readonly lr: number;
  readonly interval: readonly [number, number] | null;
  readonly evidence: string;
}

export interface PlayableCase {
  readonly name: string;
  /** Of the content; a log belongs to one. */
  readonly hash: string;
  readonly title: string;
  readonly track: "both" | "medicine" | "nursing";
  readonly setting: string;
  readonly objectives: Readonly<Record<string, string>>;
  readonly reviewed: string;
  readonly person: {
    readonly name: string;
    readonly age: number;
    readonly sex: string;
    readonly life: string;
  };
  readonly opening: RichText;
  /** "Wednesday 18:40". */
  readonly start: string;
  readonly limit: number;
  readonly state: { readonly neuro: Grade; readonly pain: number };
  readonly flags: readonly string[];
  readonly diagnoses: readonly Diagnosis[];
  readonly findings: readonly Finding[];
  readonly actions: readonly Action[];
  readonly transitions: readonly Transition[];
  readonly epilogue: readonly { readonly when: When | null; readonly text: RichText }[];
  readonly experts: Readonly<Record<StageName, readonly string[]>>;
  readonly reference: {
    readonly prior: { readonly p: number; readonly evidence: string } | null;
    readonly updates: readonly Update[];
    readonly says: RichText;
  };
  /** Finding to diagnosis to weight, -2 to 2; what isn't here is 0. */
  readonly script: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly pause: {
    readonly for: readonly string[];
    readonly against: readonly string[];
    readonly absent: readonly { readonly text: string }[];
  };
  readonly safety: {
    readonly any_of: readonly string[];
    readonly within: Window;
    readonly why: RichText;
  } | null;
  readonly debrief: {
    readonly representation: RichText;
    readonly features: readonly string[];
    readonly points: readonly RichText[];
    readonly unknown: RichText;
  } & { readonly [voice in Voice]: RichText | null };
  /** How each mark is reckoned, in words: printed in the debrief. */
  readonly rubric: Readonly<Record<string, string>>;
  readonly evidence: Readonly<Record<string, EvidenceNote>>;
}

/** The action of that id, if the case has it. */
export function actionOf(patient: PlayableCase, id: unknown): Action | undefined {
  return patient.actions.find((action) => action.id === id);
}
