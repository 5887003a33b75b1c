// Submitting and saying how sure one is are one action: four buttons.
import type { Certainty } from "../marking/certainty.ts";

/** What can be said, with what it stakes. */
export const CHOICES: readonly { certainty: Certainty; label: string; stake: string }[] = [
  { certainty: 1, label: "1 · less than 67\u00a0%", stake: "right +1, wrong 0" },
  { certainty: 2, label: "2 · 67 to 80\u00a0%", stake: "right +2, wrong −2" },
  { certainty: 3, label: "3 · more than 80\u00a0%", stake: "right +3, wrong −6" },
  { certainty: 0, label: "No idea", stake: "no marks, none lost" },
];

interface Props<T> {
  /** Whether the answer can be submitted; "No idea" always can. */
  readonly ready: boolean;
  readonly onSubmit: T;
}

/** The group of buttons; one that can't submit yet stays reachable and says why when it is pressed. */
export function CertaintyButtons({ ready, onSubmit }: Props<(certainty: Certainty) => void>) {
  return (
    <fieldset class="rf-certainty">
      <legend>How sure are you that this is right?</legend>
      <div class="rf-certainty-row">
        {CHOICES.map(({ certainty, label, stake }) => (
          <button
            key={certainty}
            type="button"
            class="rf-button"
            aria-disabled={ready || certainty === 0 ? undefined : true}
            onClick={() => onSubmit(certainty)}
          >
            <span>{label}</span> <small>{stake}</small>
          </button>
        ))}
      </div>
      <p class="rf-keys">
        Keys <kbd>1</kbd> <kbd>2</kbd> <kbd>3</kbd> <kbd>0</kbd> do the same. Your answer is checked at once.
      </p>
    </fieldset>
  );
}

/** For a question without a mark, about which nobody can be sure. */
export function UnmarkedButton({ ready, onSubmit }: Props<() => void>) {
  return (
    <>
      <p class="rf-actions">
        <button
          type="button"
          class="rf-button rf-primary"
          aria-disabled={ready ? undefined : true}
          onClick={onSubmit}
        >
          Check my answer
        </button>
      </p>
      <p class="rf-keys">
        You are not asked how sure you are: no panel has answered this question, so there is no mark to be
        sure of.
      </p>
    </>
  );
}
