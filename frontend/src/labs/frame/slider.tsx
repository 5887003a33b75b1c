// A slider whose value is read in words.
import { useMemo, useRef } from "preact/hooks";
import { useSurroundings } from "../../player/context.ts";

interface Props {
  readonly label: string;
  /** Parts it from the other sliders of the explorer. */
  readonly name: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** The value as a reader says it: "600 ms", "about 7 in 1,000". */
  readonly words: string;
  readonly onChange: (value: number) => void;
}

/** The browser's own slider: keys, touch and mouse come with it. */
export function Slider({ label, name, value, words, onChange, min, max, step }: Props) {
  const { prefix } = useSurroundings();
  const id = `${prefix}-${name}`;
  const change = useRef(onChange);
  change.current = onChange;
  // A slider is set out and painted anew whenever it is written to, so those that nobody moves are left alone.
  return useMemo(
    () => (
      <div class="rf-lab-slider">
        <label for={id}>{label}</label>
        <span class="rf-lab-value" aria-hidden="true">
          {words}
        </span>
        <input
          type="range"
          {...{ id, min, max, step, value }}
          aria-valuetext={words}
          onInput={(event) => change.current(event.currentTarget.valueAsNumber)}
        />
      </div>
    ),
    [id, label, words, min, max, step, value],
  );
}
