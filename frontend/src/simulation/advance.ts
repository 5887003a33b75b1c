// Time: the one place where it moves. Results and transitions are handled in the order in which they are due.
import { type Action, actionOf, type PlayableCase, type When } from "./case.ts";
import type { Pending, State } from "./state.ts";

/** Whether a condition holds; none always does. */
export function holds(when: When | null, state: State): boolean {
  if (when === null) return true;
  return (
    when.flags.every((flag) => state.flags.includes(flag)) &&
    !when.without.some((flag) => state.flags.includes(flag)) &&
    (when.neuro.length === 0 || when.neuro.includes(state.neuro)) &&
    (when.pain_at_least === null || state.pain >= when.pain_at_least) &&
    (when.after === null || state.clock >= when.after) &&
    (when.before === null || state.clock < when.before)
  );
}

/** The number of the first whose condition holds; the last of a sound case has none. */
export function firstThatHolds(list: readonly { readonly when: When | null }[], state: State): number {
  return list.findIndex(({ when }) => holds(when, state));
}

/** Moves the clock to `until`, and handles all that is due by then; past the limit the story is over. */
export function advance(patient: PlayableCase, state: State, until: number): State {
  const { limit } = patient;
  const then = handle(patient, state, Math.min(until, limit));
  if (until <= limit) return then;
  const asked = then.stages.decision ? "final" : "decision";
  const timeline = [...then.timeline, { at: limit, kind: "time-up" } as const];
  return { ...then, pending: [], ended: "time", asked, timeline };
}

/** The same without an end: what becomes of the person when the learner has gone. */
export function handle(patient: PlayableCase, state: State, goal: number): State {
  let now = state;
  for (;;) {
    const result = nextResult(now);
    const transition = nextTransition(patient, now);
    // A result comes before a transition of the same minute.
    if (result !== null && result.due <= goal && (transition === null || result.due <= transition.due)) {
      now = deliver(patient, { ...now, clock: result.due }, result);
    } else if (transition !== null && transition.due <= goal) {
      now = happen(patient, { ...now, clock: transition.due }, transition.place);
    } else {
      return { ...now, clock: goal };
    }
  }
}

/** Whether a result comes before another. */
export function isBefore(one: Pending, other: Pending): boolean {
  return one.due < other.due || (one.due === other.due && one.order < other.order);
}

function nextResult({ pending: [first] }: State): Pending | null {
  return first ?? null;
}

function nextTransition(patient: PlayableCase, state: State): { place: number; due: number } | null {
  let next: { place: number; due: number } | null = null;
  for (const [place, { after, since }] of patient.transitions.entries()) {
    const from = since === null ? 0 : state.flag_times[since];
    if (from === undefined || state.fired.includes(place)) continue;
    const due = Math.max(from + after, state.clock);
    if (next === null || due < next.due) next = { place, due };
  }
  return next;
}

function deliver(patient: PlayableCase, state: State, { action: id }: Pending): State {
  const action = actionOf(patient, id) as Action;
  const outcome = firstThatHolds(action.gives, state);
  const known = new Set(state.findings.map((finding) => finding.id));
  const found = (action.gives[outcome]?.findings ?? []).filter((finding) => !known.has(finding));
  const at = state.clock;
  return {
    ...withFlags(state, action.sets),
    pending: state.pending.slice(1),
    findings: [...state.findings, ...found.map((finding) => ({ id: finding, at }))],
    timeline: [...state.timeline, { at, kind: "result", action: id, outcome }],
  };
}

function happen(patient: PlayableCase, state: State, place: number): State {
  const fired = [...state.fired, place];
  const transition = patient.transitions[place];
  if (
    transition === undefined ||
    transition.unless.some((flag) => state.flags.includes(flag)) ||
    !holds(transition.when, state)
  ) {
    return { ...state, fired };
  }
  const { neuro, pain, sets } = transition.then;
  return {
    ...withFlags(state, sets),
    fired,
    neuro: neuro ?? state.neuro,
    pain: pain ?? state.pain,
    timeline: [...state.timeline, { at: state.clock, kind: "transition", transition: place }],
  };
}

/** A flag's time is that of its first setting. */
function withFlags(state: State, flags: readonly string[]): State {
  const fresh = new Set(flags.filter((flag) => !state.flags.includes(flag)));
  if (fresh.size === 0) return state;
  return {
    ...state,
    flags: [...state.flags, ...fresh].toSorted(),
    flag_times: { ...state.flag_times, ...Object.fromEntries([...fresh].map((flag) => [flag, state.clock])) },
  };
}
