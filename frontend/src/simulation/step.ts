// The simulation as one pure function: a state and an entry of the log give the next state.
import { advance, firstThatHolds, handle, holds, isBefore } from "./advance.ts";
import { actionOf, type PlayableCase } from "./case.ts";
import { PINS, type Pin, type Reason, type State } from "./state.ts";

/** What a learner may write, in characters. */
export const MOST_WORDS = 2000;
export const MOST_RANKS = 5;
const MOST_WAIT = 10_080;
const HOUR = 60;
/** What asks for a first judgement at the bedside before it. */
const AFTER_BEDSIDE = ["test", "treatment", "disposition"];

/** The next state; whatever can't be done leaves everything as it is, but for an event that says so. */
export function step(patient: PlayableCase, state: State, entry: unknown): State {
  if (typeof entry !== "object" || entry === null) return state;
  const given = entry as Record<string, unknown>;
  switch (given.do) {
    case "order":
      return order(patient, state, given.action);
    case "wait":
      return wait(patient, state, given.minutes);
    case "stage":
      return answer(patient, state, given);
    case "pin":
      return pin(state, given.finding, given.as);
    case "pause":
      return isText(given.absent) ? { ...state, absent: given.absent } : state;
    case "write":
      return isText(given.text) ? { ...state, words: given.text } : state;
    default:
      return state;
  }
}

function refused(state: State, reason: Reason, action: string | null = null): State {
  const event = { at: state.clock, kind: "refused", action, reason } as const;
  return { ...state, timeline: [...state.timeline, event] };
}

function order(patient: PlayableCase, state: State, id: unknown): State {
  if (typeof id !== "string") return refused(state, "unknown");
  if (state.asked !== null) return refused(state, "asked", id);
  if (state.ended !== null) return refused(state, "ended", id);
  const action = actionOf(patient, id);
  if (action === undefined) return refused(state, "unknown", id);
  const times = state.done[id] ?? 0;
  if (times > 0 && !action.again) return refused(state, "done", id);
  if (AFTER_BEDSIDE.includes(action.kind) && !state.stages.bedside) return { ...state, asked: "bedside" };
  if (action.ends && !state.stages.decision) return { ...state, asked: "decision" };
  const event = {
    at: state.clock,
    kind: holds(action.needs, state) ? "ordered" : "turned-away",
    action: id,
  } as const;
  const after = { ...state, timeline: [...state.timeline, event] };
  const until = state.clock + action.minutes;
  if (event.kind === "turned-away") return advance(patient, after, until);

  const done = { ...state.done, [id]: times + 1 };
  const spent = advance(patient, { ...after, done }, until);
  if (spent.ended !== null) return spent;
  const number = Object.values(done).reduce((sum, each) => sum + each, 0);
  const result = { action: id, due: spent.clock + action.delay, order: number };
  const place = spent.pending.findIndex((other) => isBefore(result, other));
  const pending = spent.pending.toSpliced(place < 0 ? spent.pending.length : place, 0, result);
  const waiting = { ...spent, pending };
  if (!action.ends) return advance(patient, waiting, spent.clock);
  // The learner's last act: nothing that comes after it is theirs.
  const last = advance(patient, waiting, result.due);
  if (last.ended !== null) return last;
  const timeline = [...last.timeline, { at: last.clock, kind: "ended" } as const];
  return { ...last, ended: "acted", pending: [], asked: "final", timeline };
}

function wait(patient: PlayableCase, state: State, minutes: unknown): State {
  if (minutes !== undefined && !isWhole(minutes, 1, MOST_WAIT)) return refused(state, "unknown");
  if (state.asked !== null) return refused(state, "asked");
  if (state.ended !== null) return refused(state, "ended");
  const [first] = state.pending;
  const long = minutes ?? (first === undefined ? HOUR : first.due - state.clock);
  const timeline = [...state.timeline, { at: state.clock, kind: "waited", minutes: long } as const];
  return advance(patient, { ...state, timeline }, state.clock + long);
}

function answer(patient: PlayableCase, state: State, given: Record<string, unknown>): State {
  const { ranks, cancer } = given;
  const stage = state.asked;
  if (stage === null || given.stage !== stage || !areRanks(patient, ranks) || !isWhole(cancer, 0, 100)) {
    return refused(state, "stage");
  }
  const at = state.clock;
  const answered: State = {
    ...state,
    asked: stage === "decision" && state.ended !== null ? "final" : null,
    stages: { ...state.stages, [stage]: { ranks: [...ranks], cancer, at } },
    timeline: [...state.timeline, { at, kind: "stage", stage }],
  };
  return stage === "final" ? runOn(patient, answered) : answered;
}

/** The story after the learner's last act, to its end. */
export function runOn(patient: PlayableCase, state: State): State {
  const over = handle(patient, state, patient.limit);
  const epilogue = firstThatHolds(patient.epilogue, over);
  return { ...over, timeline: [...over.timeline, { at: over.clock, kind: "epilogue", epilogue }] };
}

function pin(state: State, finding: unknown, as: unknown): State {
  const known = state.findings.find(({ id }) => id === finding);
  if (known === undefined || (as !== null && !PINS.includes(as))) return state;
  const { [known.id]: _, ...others } = state.pins;
  return { ...state, pins: as === null ? others : { ...others, [known.id]: as as Pin } };
}

function areRanks(patient: PlayableCase, ranks: unknown): ranks is string[] {
  return (
    Array.isArray(ranks) &&
    ranks.length >= 1 &&
    ranks.length <= MOST_RANKS &&
    new Set(ranks).size === ranks.length &&
    ranks.every((id) => patient.diagnoses.some((diagnosis) => diagnosis.id === id))
  );
}

function isWhole(value: unknown, low: number, high: number): value is number {
  return Number.isInteger(value) && (value as number) >= low && (value as number) <= high;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && [...value].length <= MOST_WORDS;
}
