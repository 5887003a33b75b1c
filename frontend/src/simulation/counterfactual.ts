// "What if": a run played again with one action, and all that hangs on it, some hours earlier.
import { advance, handle, holds } from "./advance.ts";
import { type Action, actionOf, type PlayableCase } from "./case.ts";
import { moments } from "./replay.ts";
import { initial, type Log, type State } from "./state.ts";
import { step } from "./step.ts";

const HOUR = 60;

interface Placed {
  readonly action: string;
  readonly at: number;
  readonly moved?: boolean;
}

/** The state in which the story ends if the first order of `action` comes `hours` earlier. */
export function counterfactual(patient: PlayableCase, log: Log, action: string, hours: number): State {
  const states = moments(patient, log);
  const real = states.at(-1) as State;
  const orders = ordersOf(log, states);
  const moved = dependents(patient, orders, action);
  const placed = orders
    .map((order, place) =>
      moved.has(place) ? { ...order, at: Math.max(0, order.at - hours * HOUR), moved: true } : order,
    )
    // A stable sort: at the same minute the order of the run holds.
    .toSorted((one, other) => one.at - other.at);
  // What the learner thought is not what this is about, so nothing is asked on the way.
  let state: State = { ...initial(patient), stages: real.stages, asked: null };
  // Moved so early that nobody is ready: such an order waits, and comes as soon as it can.
  let early: Placed[] = [];
  const follow = () => {
    for (;;) {
      const ready = early.find((order) => isReady(patient, state, order));
      if (ready === undefined || state.ended !== null) return;
      early = early.filter((order) => order !== ready);
      state = step(patient, state, { do: "order", action: ready.action });
    }
  };
  const pass = (until: number) => {
    while (state.ended === null && state.clock < until) {
      const due = early.length > 0 ? state.pending[0]?.due : undefined;
      state = advance(patient, state, Math.min(until, due ?? until));
      follow();
    }
  };
  for (const order of placed) {
    pass(order.at);
    if (state.ended !== null) break;
    if (order.moved && !isReady(patient, state, order)) early.push(order);
    else state = step(patient, state, { do: "order", action: order.action });
    follow();
  }
  pass(patient.limit + 1);
  return handle(patient, state, patient.limit);
}

function isReady(patient: PlayableCase, state: State, { action }: Placed): boolean {
  return holds(actionOf(patient, action)?.needs ?? null, state);
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
