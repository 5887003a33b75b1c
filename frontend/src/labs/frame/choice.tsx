// One of a few: native radios drawn as a row of buttons.
import type { ComponentChildren } from "preact";
import { useSurroundings } from "../../player/context.ts";

interface Props<Value extends string> {
  readonly legend: string;
  /** Parts it from the other choices of the explorer. */
  readonly name: string;
  readonly options: readonly { readonly value: Value; readonly label: ComponentChildren }[];
  /** Null before anything is chosen. */
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
}

/** The chosen one is marked by the radio itself, not by its colour. */
export function Choice<Value extends string>({ legend, name, options, value, onChange }: Props<Value>) {
  const { prefix } = useSurroundings();
  return (
    <fieldset class="rf-lab-choice">
      <legend>{legend}</legend>
      <div class="rf-lab-options">
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={`${prefix}-${name}`}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
