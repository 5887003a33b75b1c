// An exam as a whole: when it began, how long it may take, where the learner is, and when it was finished.

/** What is kept of an exam, beside its answers. */
export interface Session {
  /** ISO date and time. */
  readonly started: string;
  /** Time granted; null for no limit. */
  readonly minutes: number | null;
  /** Number of the open question, from 0. */
  readonly place: number;
  /** Whether the learner wants to see the time. */
  readonly clock: boolean;
  /** ISO date and time; null while it runs. */
  readonly submitted: string | null;
  /** Whether the time ended it. */
  readonly late: boolean;
  /** Whether the answers to a marked quiz were saved as a file. */
  readonly saved: boolean;
}

/** The beginning of an exam. */
export function begin(minutes: number | null, now: Date): Session {
  const started = now.toISOString();
  return { started, minutes, place: 0, clock: true, submitted: null, late: false, saved: false };
}

/** Reads what was stored; null when it is no session, so that the exam begins anew, with the answers it finds. */
export function readSession(raw: unknown, items: number): Session | null {
  if (typeof raw !== "object" || raw === null) return null;
  const { started, minutes, place, submitted, ...flags } = raw as Record<string, unknown>;
  if (typeof started !== "string" || Number.isNaN(Date.parse(started))) return null;
  return {
    started,
    minutes: typeof minutes === "number" && minutes > 0 ? minutes : null,
    place:
      Number.isInteger(place) && (place as number) >= 0 && (place as number) < items ? (place as number) : 0,
    clock: flags.clock !== false,
    submitted: typeof submitted === "string" ? submitted : null,
    late: flags.late === true,
    saved: flags.saved === true,
  };
}
