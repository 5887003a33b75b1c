// Options as large labelled radios or checkboxes.
import type { RichText } from "../../text.ts";
import { Phrase } from "../rich.tsx";

interface Props {
  readonly kind: "radio" | "checkbox";
  readonly question: RichText;
  /** `letter` stands before the text; the id as a capital if left out. */
  readonly options: readonly { readonly id: string; readonly text: RichText; readonly letter?: string }[];
  readonly picks: readonly string[];
  readonly locked: boolean;
  readonly name: string;
  readonly onPick: (id: string, input: HTMLInputElement) => void;
}

/** A fieldset whose legend is the question. */
export function OptionList({ kind, question, options, picks, locked, name, onPick }: Props) {
  return (
    <fieldset class="rf-options" disabled={locked}>
      <legend class="rf-question">
        <Phrase text={question} plain />
      </legend>
      {options.map((option) => (
        <label key={option.id} class="rf-option">
          <input
            type={kind}
            name={name}
            value={option.id}
            checked={picks.includes(option.id)}
            onChange={(event) => onPick(option.id, event.currentTarget)}
          />
          <span class="rf-letter">{option.letter ?? option.id.toUpperCase()}</span>
          <span class="rf-option-text">
            <Phrase text={option.text} plain />
          </span>
        </label>
      ))}
    </fieldset>
  );
}
