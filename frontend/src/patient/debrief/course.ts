// How the person was at each event of a run: what a replay steps through and its chart draws.
import type { Grade, PlayableCase } from "../../simulation/case.ts";
import { moments } from "../../simulation/replay.ts";
import type { Event, Log } from "../../simulation/state.ts";

/** The person at an event. */
export interface Point {
  readonly event: Event;
  readonly neuro: Grade;
  readonly pain: number;
  /** The log up to the act that led to this event, without it. */
  readonly before: Log;
}

/** One point an event. */
export function course(patient: PlayableCase, log: Log): Point[] {
  const states = moments(patient, log);
  let { neuro, pain } = patient.state;
  return states.flatMap(({ timeline }, place) =>
    timeline.slice(states[place - 1]?.timeline.length ?? 0).map((event) => {
      if (event.kind === "transition") {
        const change = patient.transitions[event.transition]?.then;
        neuro = change?.neuro ?? neuro;
        pain = change?.pain ?? pain;
      }
      return { event, neuro, pain, before: log.slice(0, Math.max(0, place - 1)) };
    }),
  );
}
