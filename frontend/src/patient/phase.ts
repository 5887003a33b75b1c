// Where a run has come to, from its log alone: so a page that is loaded again goes on where it was.
import type { Log, State } from "../simulation/state.ts";

export type Phase = "work" | "stage" | "pause" | "sentence" | "debrief";

/** The screen of a run. */
export function phaseOf(log: Log, state: State): Phase {
  const has = (what: "pause" | "write") => log.some((entry) => entry.do === what);
  if (state.stages.final) return has("write") ? "debrief" : "sentence";
  if (state.asked === "final" && !has("pause")) return "pause";
  return state.asked === null ? "work" : "stage";
}

/** The order that waits for the judgement that is asked. */
export function waitingOrder(log: Log, state: State): string | null {
  if (state.asked === null || state.ended !== null) return null;
  const last = log.findLast((entry) => entry.do !== "pin");
  return last?.do === "order" ? last.action : null;
}
