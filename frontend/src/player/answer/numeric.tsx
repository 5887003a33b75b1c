// The form of a numeric item: a text field with its unit.
import type { Numeric } from "../../content.ts";
import { Phrase } from "../rich.tsx";
import type { AnswerProps } from "./props.ts";

/** One field; the response is the number as typed. */
export function NumericForm({ item, response, locked, name, onChange }: AnswerProps<Numeric>) {
  return (
    <fieldset class="rf-numeric" disabled={locked}>
      <legend class="rf-question">
        <Phrase text={item.lead_in} plain />
      </legend>
      <label for={`${name}-number`}>{capital(item.label)}</label>
      <span class="rf-number">
        <input
          id={`${name}-number`}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          size={8}
          value={typeof response === "string" ? response : ""}
          aria-describedby={`${name}-unit`}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
        <span id={`${name}-unit`}>{item.unit}</span>
      </span>
    </fieldset>
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
