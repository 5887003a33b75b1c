// A run is its log: the state after it, the moments on the way, and the log without its last act.
import type { PlayableCase } from "./case.ts";
import { type Entry, initial, type Log, type State } from "./state.ts";
import { step } from "./step.ts";

/** The state after a log. */
export function replay(patient: PlayableCase, log: readonly unknown[]): State {
  return log.reduce<State>((state, entry) => step(patient, state, entry), initial(patient));
}

/** The states before the first entry and after each. */
export function moments(patient: PlayableCase, log: Log): State[] {
  const states = [initial(patient)];
  for (const entry of log) states.push(step(patient, states[states.length - 1] as State, entry));
  return states;
}

/** The log without its last act: an order, a wait, or an answer. How findings were sorted since is kept. */
export function undone(patient: PlayableCase, log: Log): Log {
  const last = log.findLastIndex(isAct);
  if (last < 0) return log;
  const before = log.slice(0, last);
  const { findings } = replay(patient, before);
  const known = (entry: Entry) => entry.do !== "pin" || findings.some(({ id }) => id === entry.finding);
  return [...before, ...log.slice(last + 1).filter((entry) => entry.do === "pin" && known(entry))];
}

function isAct({ do: what }: Entry): boolean {
  return what === "order" || what === "wait" || what === "stage";
}
