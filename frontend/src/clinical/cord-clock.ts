// Times of a cord compression against the limits that guidelines set. The twin of redflags/clinical/cord_clock.py,
// which says what the names mean.

/** What a learner sets: days before the scan, then hours. */
export interface Course {
  readonly pain: number;
  readonly told: number;
  readonly weakness: number | null;
  readonly bladder: number | null;
  readonly called: number;
  readonly decided: number;
  readonly treated: number;
}

/** Hours before (negative) or after the scan. */
export type Moments = Readonly<Record<string, number | null>>;

/** A limit of a guideline. */
export interface Limit {
  readonly from: string;
  readonly to: string;
  /** Null: the source sets none. */
  readonly hours: number | null;
  readonly when: string;
}

/** How a limit stands. */
export interface Verdict {
  readonly hours: number | null;
  readonly verdict: "kept" | "passed" | "no-limit" | "not-here";
}

const DAY = 24;

/** Every moment at which a clock may start or stop. */
export function moments(course: Course): Moments {
  const symptoms = [course.pain, course.weakness, course.bladder].filter((days) => days !== null);
  const told = -DAY * Math.min(course.told, Math.max(...symptoms));
  const before = (days: number | null) => (days === null ? null : -DAY * days);
  const [weakness, bladder] = [before(course.weakness), before(course.bladder)];
  const nerves = [weakness, bladder].filter((time) => time !== null);
  const nerve = nerves.length === 0 ? null : Math.min(...nerves);
  return {
    pain: -DAY * course.pain,
    told,
    weakness,
    bladder,
    nerve,
    "known-nerve": nerve === null ? null : Math.max(nerve, told),
    called: Math.max(-course.called, told),
    scan: 0,
    decided: course.decided,
    treated: course.decided + course.treated,
  };
}

/** For each limit the hours that its clock ran, and whether it was kept. */
export function judge(course: Course, limits: readonly Limit[]): Verdict[] {
  const at = moments(course);
  return limits.map(({ from, to, hours, when }) => {
    const [start, stop] = [at[from] ?? null, at[to] ?? null];
    if (start === null || stop === null || !concerns(at, when)) return { hours: null, verdict: "not-here" };
    const ran = stop - start;
    if (hours === null) return { hours: ran, verdict: "no-limit" };
    return { hours: ran, verdict: ran <= hours ? "kept" : "passed" };
  });
}

function concerns(at: Moments, when: string): boolean {
  const { nerve = null, told = null } = at;
  if (when === "pain") return nerve === null || (told !== null && told < nerve);
  if (when === "pain-only") return nerve === null;
  return when === "any" || (at[when] ?? null) !== null;
}

/** In which of the spans parted by `edges` (days) the time from weakness to treatment lies. */
export function tempo(course: Course, edges: readonly number[]): number | null {
  const { weakness = null, treated = null } = moments(course);
  if (weakness === null || treated === null) return null;
  return edges.filter((edge) => (treated - weakness) / DAY > edge).length;
}
