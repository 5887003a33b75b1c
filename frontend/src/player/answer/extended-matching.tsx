// The form of an extended-matching item: the lettered options once, then a drop-down for each case.
import type { ExtendedMatching } from "../../content.ts";
import { Phrase } from "../rich.tsx";
import { plain } from "../words.ts";
import { DropDown } from "./drop-down.tsx";
import { type AnswerProps, choicesOf, put } from "./props.ts";

/** The response maps case ids to option letters. */
export function ExtendedMatchingForm({ item, response, locked, onChange }: AnswerProps<ExtendedMatching>) {
  const choices = choicesOf(response);
  return (
    <fieldset class="rf-matching" disabled={locked}>
      <legend class="rf-question">
        <Phrase text={item.lead_in} plain />
      </legend>
      <p class="rf-theme">{item.theme}</p>
      <ul class="rf-shared">
        {item.options.map((option) => (
          <li key={option.id}>
            <span class="rf-letter">{option.id.toUpperCase()}</span> <Phrase text={option.text} plain />
          </li>
        ))}
      </ul>
      {item.cases.map((each, place) => (
        <div class="rf-case" key={each.id}>
          <p>
            <b>{place + 1}</b> <Phrase text={each.text} plain />
          </p>
          <DropDown
            label={`${place + 1}: ${plain(each.text)}`}
            empty={`Answer to ${place + 1}`}
            options={item.options}
            choice={choices[each.id] ?? ""}
            letters
            onChoose={(id) => onChange(put(choices, each.id, id === "" ? null : id))}
          />
        </div>
      ))}
    </fieldset>
  );
}
