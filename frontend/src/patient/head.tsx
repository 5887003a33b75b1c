// The head of a running case: the person, the clock, waiting, taking back.
import { useSurroundings } from "../player/context.ts";
import { Heading } from "../player/heading.tsx";
import type { Runs } from "./runs.ts";
import { duration, momentOf } from "./time.ts";

const HOUR = 60;
const DAY = 24 * HOUR;
/** A story of more than two days is waited through in days. */
const LONG = 2 * DAY;

interface Props {
  readonly runs: Runs;
  /** Whether time can pass now. */
  readonly working: boolean;
  readonly onWait: (minutes: number | null) => void;
  readonly onUndo: () => void;
  readonly onHelp: () => void;
}

/** The clock is what all else hangs on, so it stands in front. */
export function Head({ runs, working, onWait, onUndo, onHelp }: Props) {
  const { prefix, level } = useSurroundings();
  const { patient, state } = runs;
  const { day, time } = momentOf(patient.start, state.clock);
  const [next] = state.pending;
  const label = next && patient.actions.find(({ id }) => id === next.action)?.label;
  const others = state.pending.length - 1;
  return (
    <header class="rf-pt-head">
      <div class="rf-pt-clock">
        <Heading level={level} id={`${prefix}-person`}>
          {patient.person.name}, {patient.person.age}
        </Heading>
        <p>
          <span class="rf-pt-now">{time}</span> {day}
          <small>{duration(state.clock)} in</small>
        </p>
      </div>
      {working && (
        <div class="rf-pt-wait" role="group" aria-label="Wait">
          <span class="rf-pt-word" aria-hidden="true">
            Wait
          </span>
          {waits(patient.limit).map((minutes) => (
            <button type="button" key={minutes} class="rf-button" onClick={() => onWait(minutes)}>
              <span class="rf-hidden">Wait </span>
              {duration(minutes)}
            </button>
          ))}
          <button
            type="button"
            class="rf-button rf-pt-next"
            aria-disabled={next === undefined}
            onClick={() => next && onWait(null)}
          >
            Next result
            <small>
              {next === undefined
                ? "nothing on the way"
                : `${label}, ${momentOf(patient.start, next.due).time}${others > 0 ? `, and ${others} more` : ""}`}
            </small>
          </button>
        </div>
      )}
      <div class="rf-pt-tools">
        {runs.undoes && (
          <button type="button" class="rf-quiet" onClick={onUndo}>
            Undo
          </button>
        )}
        <button type="button" class="rf-quiet" aria-keyshortcuts="?" onClick={onHelp}>
          Help
        </button>
      </div>
    </header>
  );
}

/** A quarter, an hour, and a longer stretch that fits the story's length. */
function waits(limit: number): number[] {
  return [15, HOUR, limit > LONG ? DAY : 4 * HOUR];
}
