// A guess before the result: most people's first guess is far too high, and seeing that is the lesson.
import { useState } from "preact/hooks";
import { useSurroundings } from "../../player/context.ts";
import { useLab } from "../frame/use-lab.ts";
import type { Data, Guess as Kept, State } from "./data.ts";
import type { Situation } from "./situation.ts";

/** Guesses that are kept. */
const MOST = 50;

/** A number field and two ways on. */
export function Guess({ situation }: { readonly situation: Situation }) {
  const { prefix } = useSurroundings();
  const { set } = useLab<Data, State>();
  const [text, write] = useState("");
  const [wrong, complain] = useState(false);
  const guess = /^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN;

  const submit = (event: Event) => {
    event.preventDefault();
    if (!(guess <= 1000)) return complain(true);
    const [low, high] = (situation.reach ?? situation.result?.band ?? [0, 0]).map((end) => 1000 * end);
    const kept = { guess, low: low ?? 0, high: high ?? 0 };
    set({ revealed: true, guesses: [...situation.guesses, kept].slice(-MOST) });
  };

  return (
    <form class="rf-guess" onSubmit={submit} noValidate>
      <label for={`${prefix}-guess`}>
        Your guess first: of 1,000 people like this who answer like this, how many have cancer behind the
        pain?
      </label>
      <div class="rf-guess-row">
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
          Show what the studies say
        </button>
        <button type="button" class="rf-quiet" onClick={() => set({ revealed: true })}>
          Show without a guess
        </button>
      </div>
      <p class="rf-said" id={`${prefix}-guess-said`} role="alert">
        {wrong && "A whole number from 0 to 1,000, please."}
      </p>
    </form>
  );
}

/** What the guesses on this device come to. */
export function GuessTally({ guesses }: { readonly guesses: readonly Kept[] }) {
  if (guesses.length === 0) return null;
  const above = guesses.filter(({ guess, high }) => guess > high).length;
  const below = guesses.filter(({ guess, low }) => guess < Math.floor(low)).length;
  const within = guesses.length - above - below;
  return (
    <p class="rf-lab-note">
      Your guesses so far: {within} within what the studies allow, {above} above it, {below} below it.
    </p>
  );
}
