// Earlier runs of the case: each can be looked at again.
import { replay } from "../../simulation/replay.ts";
import type { Runs } from "../runs.ts";
import { momentOf } from "../time.ts";

interface Props {
  readonly runs: Runs;
  readonly onAct: () => void;
}

/** Nothing until there is one. */
export function EarlierRuns({ runs, onAct }: Props) {
  const { patient, others } = runs;
  if (others.length === 0) return null;
  return (
    <details class="rf-folded">
      <summary>Other runs ({others.length})</summary>
      <ul class="rf-pt-list">
        {others.map((log, place) => {
          const state = replay(patient, log);
          const { day, time } = momentOf(patient.start, state.stages.final?.at ?? state.clock);
          return (
            <li key={place}>
              <button
                type="button"
                class="rf-quiet"
                onClick={() => {
                  onAct();
                  runs.swap(place);
                }}
              >
                Run {place + 1}: {state.stages.final ? "finished" : "open"}, {Object.keys(state.done).length}{" "}
                acts, to {day} {time}
              </button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
