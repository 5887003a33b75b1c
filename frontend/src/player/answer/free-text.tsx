// The form of a free-text item: a field to write in, with a count where there is a limit.
import type { FreeText } from "../../content.ts";
import { characters, textOf } from "../../marking/free-text.ts";
import { Phrase } from "../rich.tsx";
import type { AnswerProps } from "./props.ts";

/** The response is the text, and no point of the checklist yet; a locked text is shown as it was written. */
export function FreeTextForm({ item, response, locked, name, onChange }: AnswerProps<FreeText>) {
  const text = textOf(response);
  const question = `${name}-question`;
  return (
    <fieldset class="rf-free-text" disabled={locked}>
      <legend class="rf-question" id={question}>
        <Phrase text={item.lead_in} plain />
      </legend>
      {locked ? (
        <p class="rf-written">{text || "No answer"}</p>
      ) : (
        <textarea
          rows={6}
          value={text}
          aria-labelledby={question}
          aria-describedby={item.limit ? `${name}-count` : undefined}
          onInput={(event) => onChange({ text: event.currentTarget.value, met: [] })}
        />
      )}
      {item.limit && !locked && (
        <p class="rf-count" id={`${name}-count`}>
          {characters(text)} of at most {item.limit} characters
        </p>
      )}
    </fieldset>
  );
}
