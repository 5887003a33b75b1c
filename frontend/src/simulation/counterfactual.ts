// "What if": a run played again with one action, and all that hangs on it, some hours earlier.
import { advance, handle } from "./advance.ts";
import { type Action, actionOf, type PlayableCase } from "./case.ts";
import { moments } from "./replay.ts";
import { initial, type Log, type State } from "./state.ts";
import { step } from "./step.ts";

const HOUR = 60;

interface Placed {
  readonly action: string;
  readonly at: number;
}

/** The state in which the story ends if the first order of `action` comes `hours` earlier. */
export function counterfactual(patient: PlayableCase, log: Log, action: string, hours: number): State {
  const states = moments(patient, log);
  const real = states.at(-1) as State;
  const orders = ordersOf(log, states);
  const moved = dependents(patient, orders, action);
  const placed = orders
    .map((order, place) =>
      moved.has(place) ? { ...order, at: Math.max(0, order.at - hours * HOUR) } : order,
    )
    // A stable sort: at the same minute the order of the run holds.
    .toSorted((one, other) => one.at - other.at);
  // What the learner thought is not what this is about, so nothing is asked on the way.
  let state: State = { ...initial(patient), stages: real.stages, asked: null };
  for (const { action: id, at } of placed) {
    if (state.clock < at) state = advance(patient, state, at);
    if (state.ended !== null) break;
    state = step(patient, state, { do: "order", action: id });
  }
  if (state.ended === null) state = advance(patient, state, patient.limit + 1);
  return handle(patient, state, patient.limit);
}

/** The entries of a log that were followed, each with the minute at which it was sent. */
function ordersOf(log: Log, states: readonly State[]): Placed[] {
  return log.flatMap((entry, place) => {
    const before = states[place] as State;
    const [event] = (states[place + 1] as State).timeline.slice(before.timeline.length);
    return entry.do === "order" && event?.kind === "ordered"
      ? [{ action: entry.action, at: before.clock }]
      : [];
  });
}

/** The places of the moved order and of the later ones that need, through any number of others, what it sets. */
function dependents(patient: PlayableCase, orders: readonly Placed[], action: string): Set<number> {
  const first = orders.findIndex((order) => order.action === action);
  const moved = new Set<number>();
  const flags = new Set<string>();
  for (const [place, order] of orders.entries()) {
    const { needs, sets } = actionOf(patient, order.action) as Action;
    const hangs = place > first && needs?.flags.some((flag) => flags.has(flag)) === true;
    if (first < 0 || !(place === first || hangs)) continue;
    moved.add(place);
    for (const flag of sets) flags.add(flag);
  }
  return moved;
}
