// In an exam certainty is a choice like the answer: it can be changed, or left out, until the end.
import type { Certainty } from "../../marking/certainty.ts";
import { CHOICES } from "../certainty-buttons.tsx";

interface Props {
  readonly name: string;
  readonly sure: Certainty | undefined;
  readonly onChoose: (certainty: Certainty) => void;
}

/** Four radios. */
export function CertaintyChoice({ name, sure, onChoose }: Props) {
  return (
    <fieldset class="rf-certainty">
      <legend>How sure are you that this is right?</legend>
      <div class="rf-certainty-row">
        {CHOICES.map(({ certainty, label, stake }) => (
          <label key={certainty} class="rf-option">
            <input
              type="radio"
              name={name}
              checked={sure === certainty}
              onChange={() => onChoose(certainty)}
            />
            <span>
              {label} <small>{stake}</small>
            </span>
          </label>
        ))}
      </div>
      <p class="rf-keys">
        Keys <kbd>1</kbd> <kbd>2</kbd> <kbd>3</kbd> <kbd>0</kbd> do the same. You can change it until you
        finish.
      </p>
    </fieldset>
  );
}
