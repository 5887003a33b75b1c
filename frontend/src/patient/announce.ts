// What just happened, in words for a live region.
import { plain } from "../player/words.ts";
import type { PlayableCase } from "../simulation/case.ts";
import type { State } from "../simulation/state.ts";
import { momentOf } from "./time.ts";
import { scenes } from "./timeline.tsx";

/** Everything since there were `from` events. */
export function announcement(patient: PlayableCase, state: State, from: number): string {
  const fresh = scenes(patient, { ...state, timeline: state.timeline.slice(from) });
  if (fresh.length === 0) return "";
  const told = fresh.map(({ title, text, due }) =>
    [title, due === undefined ? plain(text) : `result due ${momentOf(patient.start, due).time}`]
      .filter(Boolean)
      .join(": "),
  );
  return `${momentOf(patient.start, state.clock).time}. ${told.join(" ")}`;
}
