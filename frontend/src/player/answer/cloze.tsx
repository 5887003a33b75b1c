// The form of a cloze item: sentences with drop-downs in them.
import type { Blank, DropDownCloze } from "../../content.ts";
import { Phrase } from "../rich.tsx";
import { plain } from "../words.ts";
import { type AnswerProps, choicesOf } from "./props.ts";

/** Sentences; the response maps blank names to option letters. */
export function ClozeForm({ item, response, locked, onChange }: AnswerProps<DropDownCloze>) {
  const choices = choicesOf(response);

  const choose = (name: string, id: string) => {
    const { [name]: _, ...others } = choices;
    onChange(id === "" ? others : { ...others, [name]: id });
  };

  return (
    <fieldset class="rf-cloze" disabled={locked}>
      <legend class="rf-question">
        <Phrase text={item.lead_in} plain />
      </legend>
      <p class="rf-cloze-text">
        {item.segments.map((segment, place) => {
          if (typeof segment === "string") return place === 0 ? segment : splitStop(segment)[1];
          const blank = item.blanks[segment.blank];
          const next = item.segments[place + 1];
          return (
            blank && (
              // A full stop never starts a line.
              <span class="rf-blank-box" key={place}>
                <DropDown
                  blank={blank}
                  choice={choices[segment.blank] ?? ""}
                  onChoose={(id) => choose(segment.blank, id)}
                />
                {typeof next === "string" && splitStop(next)[0]}
              </span>
            )
          );
        })}
      </p>
    </fieldset>
  );
}

/** Punctuation that begins a piece of text, and the rest. */
function splitStop(text: string): [string, string] {
  const stop = /^[.,;:!?)’”]*/.exec(text)?.[0] ?? "";
  return [stop, text.slice(stop.length)];
}

interface DropDownProps {
  readonly blank: Blank;
  readonly choice: string;
  readonly onChoose: (id: string) => void;
}

function DropDown({ blank, choice, onChoose }: DropDownProps) {
  return (
    <select
      aria-label={blank.label}
      value={choice}
      class={choice === "" ? "rf-empty" : undefined}
      onChange={(event) => onChoose(event.currentTarget.value)}
    >
      <option value="">{blank.label} …</option>
      {blank.options.map((option) => (
        <option key={option.id} value={option.id}>
          {plain(option.text)}
        </option>
      ))}
    </select>
  );
}
