// What a run earns, by the printed rubric (docs/marking.md). No total is computed anywhere.
import {
  type Action,
  actionOf,
  type Diagnosis,
  type Grade,
  type PlayableCase,
  STAGES,
  type StageName,
  type Value,
  type Window,
} from "./case.ts";
import { rankOverlap } from "./rank-overlap.ts";
import type { State } from "./state.ts";

export interface Marks {
  readonly thoroughness: number;
  /** Null if nothing was done that counts. */
  readonly efficiency: number | null;
  /** Null if no window began. */
  readonly timeliness: number | null;
  readonly harm: number;
  readonly harmless: number;
  readonly lead_before: 0 | 1 | null;
  readonly lead_after: 0 | 1 | null;
  readonly concordance: Readonly<Record<StageName, number | null>>;
  readonly safety: "not-at-stake" | "passed" | "failed";
  /** Of the state: at the end, that of the end of the story. */
  readonly neuro: Grade;
  /** Shown, not marked: until the last act; bands; mSv, from and to. */
  readonly minutes: number;
  readonly cost: number;
  readonly radiation: readonly [number, number];
}

/** An act whose result came. */
export interface Act {
  readonly action: Action;
  readonly at: number;
  readonly value: Value;
}

const WEIGHTS: Readonly<Record<Value, number>> = {
  critical: 2,
  useful: 1,
  neutral: 0,
  wasteful: 0,
  harmful: 0,
};
/** Two harmful acts leave nothing of that axis. */
const MOST_HARM = 2;

/** Every act whose result came, in the order of the results. */
export function acts(patient: PlayableCase, state: State): Act[] {
  return state.timeline.flatMap((event) => {
    if (event.kind !== "result") return [];
    const action = actionOf(patient, event.action) as Action;
    return [{ action, at: event.at, value: action.gives[event.outcome]?.value ?? action.value }];
  });
}

/** The best that an action can be: the same act may be useful early and wasteful late. */
export function bestOf({ value, gives }: Action): Value {
  return gives
    .map((outcome) => outcome.value ?? value)
    .reduce((best, each) => (WEIGHTS[each] > WEIGHTS[best] ? each : best), value);
}

/** The most that an action can be worth. */
export function weightOf(action: Action): number {
  return WEIGHTS[bestOf(action)];
}

/** The minute when a window closes; null if it never began. */
export function closes({ minutes, from }: Window, state: State): number | null {
  const start = from === null ? 0 : state.flag_times[from];
  return start === undefined ? null : start + minutes;
}

/** The marks of a run, finished or not. */
export function marks(patient: PlayableCase, state: State): Marks {
  const all = acts(patient, state);
  // What was done several times counts by its last result.
  const last = new Map(all.map((act) => [act.action.id, act.value]));
  const values = [...last.values()];
  const firsts = new Map(all.toReversed().map(({ action, at }) => [action.id, at]));
  const isInside = (id: string, end: number) => (firsts.get(id) ?? Number.POSITIVE_INFINITY) <= end;

  const good = values.filter((value) => WEIGHTS[value] > 0);
  const counted = values.filter((value) => value !== "neutral");
  const timed = patient.actions.flatMap(({ id, window }) => {
    const end = window && closes(window, state);
    return end === null ? [] : [isInside(id, end)];
  });
  const ordered = state.timeline.flatMap((event) =>
    event.kind === "ordered" ? [actionOf(patient, event.action) as Action] : [],
  );
  const harm = all.filter(({ value }) => value === "harmful").length;
  const answer = answerOf(patient);
  const lead = (stage: StageName) => {
    const ranks = state.stages[stage]?.ranks;
    return ranks === undefined ? null : ranks[0] === answer.id ? 1 : 0;
  };
  const mSv = (end: 0 | 1) => sum(ordered.map(({ radiation }) => radiation?.mSv[end] ?? 0));
  return {
    thoroughness: share(sum(good.map((value) => WEIGHTS[value])), sum(patient.actions.map(weightOf))) ?? 0,
    efficiency: share(good.length, counted.length),
    timeliness: share(timed.filter(Boolean).length, timed.length),
    harm,
    harmless: Math.max(0, 1 - harm / MOST_HARM),
    lead_before: lead("decision"),
    lead_after: lead("final"),
    concordance: byStage((stage) => {
      const ranks = state.stages[stage]?.ranks;
      return ranks === undefined ? null : rankOverlap(ranks, patient.experts[stage]);
    }),
    safety: safety(patient, state, isInside),
    neuro: state.neuro,
    minutes: state.stages.final?.at ?? state.clock,
    cost: sum(ordered.map(({ cost }) => cost)),
    radiation: [mSv(0), mSv(1)],
  };
}

function safety(
  { safety: rule }: PlayableCase,
  state: State,
  isInside: (id: string, end: number) => boolean,
): Marks["safety"] {
  const end = rule && closes(rule.within, state);
  if (rule === null || end === null) return "not-at-stake";
  return rule.any_of.some((id) => isInside(id, end)) ? "passed" : "failed";
}

/** The diagnosis that it is. */
export function answerOf(patient: PlayableCase): Diagnosis {
  return patient.diagnoses.find(({ answer }) => answer) as Diagnosis;
}

function byStage<T>(make: (stage: StageName) => T): Record<StageName, T> {
  return Object.fromEntries(STAGES.map((stage) => [stage, make(stage)])) as Record<StageName, T>;
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
