// A slider whose value is read in words.
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
export function Slider({ label, name, value, words, onChange, ...range }: Props) {
  const { prefix } = useSurroundings();
  const id = `${prefix}-${name}`;
  return (
    <div class="rf-lab-slider">
      <label for={id}>{label}</label>
      <span class="rf-lab-value" aria-hidden="true">
        {words}
      </span>
      <input
        type="range"
        id={id}
        {...range}
        value={value}
        aria-valuetext={words}
        onInput={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
    </div>
  );
}
