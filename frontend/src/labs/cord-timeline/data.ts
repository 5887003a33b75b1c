// What `redflags.labs.cord_timeline` writes, and the state.
import type { Course, Limit, Verdict } from "../../clinical/cord-clock.ts";

/** A limit with its place and its source. */
export interface PlacedLimit extends Limit {
  readonly where: string;
  readonly what: string;
  readonly says: string;
  readonly evidence: readonly string[];
}

/** How people walk when treatment starts, and what became of them. */
export interface Walking {
  readonly id: string;
  readonly label: string;
  /** Of 100, how many walked afterwards; null where nobody counted. */
  readonly walk: number | null;
  readonly says: string;
  readonly evidence: readonly string[];
}

export interface Data {
  readonly limits: readonly PlacedLimit[];
  /** Places whose pages were read and gave no limit. */
  readonly silent: readonly {
    readonly where: string;
    readonly says: string;
    readonly evidence: readonly string[];
  }[];
  readonly intervals: readonly {
    readonly what: string;
    readonly long: string;
    readonly who: string;
    readonly evidence: string;
  }[];
  readonly outcome: {
    readonly walks: readonly Walking[];
    readonly main: string;
    readonly main_evidence: readonly string[];
    /** Days that part the spans. */
    readonly edges: readonly number[];
    readonly spans: readonly string[];
    readonly tempo: readonly string[];
    readonly tempo_evidence: readonly string[];
    readonly trap: string;
    readonly bladder: string;
    readonly bladder_evidence: readonly string[];
    readonly surgery: string;
    readonly surgery_hours: number;
    readonly surgery_evidence: readonly string[];
    readonly late: string;
  };
  readonly verdicts: Readonly<Record<Verdict["verdict"], string>>;
}

export interface State extends Course {
  readonly [key: string]: unknown;
  readonly walks: string;
  readonly guess: number | null;
  readonly revealed: boolean;
}

const DAY = 24;

/** Hours in words: "24 hours", "19 days". The twin is `span` of the Python module. */
export function span(hours: number): string {
  if (hours >= 2 * DAY && hours % DAY === 0) return `${hours / DAY} days`;
  return `${hours} hour${hours === 1 ? "" : "s"}`;
}
