// What is known of the end, after a guess: whether they walk.
import { useState } from "preact/hooks";
import { moments, tempo } from "../../clinical/cord-clock.ts";
import { useSurroundings } from "../../player/context.ts";
import { useLab } from "../frame/use-lab.ts";
import type { Data, State, Walking } from "./data.ts";
import { Sources } from "./limits.tsx";

const MOST = 100;

/** The guess is asked once; afterwards the settings can be moved with everything in view. */
export function Outcome() {
  const { data, state } = useLab<Data, State>();
  const walking = data.outcome.walks.find(({ id }) => id === state.walks) ?? data.outcome.walks[0];
  if (walking === undefined) return null;
  return state.revealed === true ? <Known walking={walking} /> : <Guess walking={walking} />;
}

function Guess({ walking }: { readonly walking: Walking }) {
  const { prefix } = useSurroundings();
  const { set } = useLab<Data, State>();
  const [text, write] = useState("");
  const [wrong, complain] = useState(false);
  const submit = (event: Event) => {
    event.preventDefault();
    const guess = /^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN;
    if (!(guess <= MOST)) return complain(true);
    set({ guess, revealed: true });
  };
  return (
    <form class="rf-clock-guess" onSubmit={submit} noValidate>
      <label for={`${prefix}-guess`}>
        Your guess first: of 100 people who walk {walking.label} when treatment starts, how many walk
        afterwards?
      </label>
      <div class="rf-clock-row">
        <input
          id={`${prefix}-guess`}
          type="text"
          inputMode="numeric"
          autocomplete="off"
          value={text}
          aria-invalid={wrong}
          aria-describedby={`${prefix}-guess-said`}
          onInput={(event) => {
            write(event.currentTarget.value);
            complain(false);
          }}
        />
        <button type="submit" class="rf-button rf-primary">
          Show what is known
        </button>
        <button type="button" class="rf-quiet" onClick={() => set({ revealed: true })}>
          Show without a guess
        </button>
      </div>
      <p class="rf-said" id={`${prefix}-guess-said`} role="alert">
        {wrong && "A whole number from 0 to 100, please."}
      </p>
    </form>
  );
}

function Known({ walking }: { readonly walking: Walking }) {
  const { data, state } = useLab<Data, State>();
  const { outcome } = data;
  const at = moments(state);
  const span = tempo(state, outcome.edges);
  const nerve = at["known-nerve"] ?? null;
  const treated = at.treated ?? 0;
  return (
    <div class="rf-clock-known">
      {state.guess !== null && (
        <p>
          <strong>
            You guessed {state.guess} of 100.{" "}
            {walking.walk === null ? "Nobody has counted it." : `Counted: about ${walking.walk.toFixed(0)}.`}
          </strong>
        </p>
      )}
      <ul>
        <li>
          <strong>Walks {walking.label}.</strong> {walking.says}
          <Sources evidence={walking.evidence} /> {outcome.main}
          <Sources evidence={outcome.main_evidence} />
        </li>
        {span !== null && (
          <li>
            <strong>Weakness.</strong> In this course {((treated - (at.weakness ?? 0)) / 24).toFixed(0)} days
            passed from weakness to treatment. Where it had come {outcome.spans[span]}, {outcome.tempo[span]}.{" "}
            {outcome.trap}
            <Sources evidence={outcome.tempo_evidence} />
          </li>
        )}
        {at.bladder !== null && (
          <li>
            <strong>Bladder.</strong> {outcome.bladder}
            <Sources evidence={outcome.bladder_evidence} />
          </li>
        )}
        {nerve !== null && (
          <li>
            <strong>Surgery.</strong> {outcome.surgery} Here it would come{" "}
            {treated - nerve <= outcome.surgery_hours ? "within that" : "later than that"}. {outcome.late}
            <Sources evidence={outcome.surgery_evidence} />
          </li>
        )}
      </ul>
      <p class="rf-lab-note">
        Each figure is of the people whom its study counted. None says what becomes of one person.
      </p>
    </div>
  );
}
