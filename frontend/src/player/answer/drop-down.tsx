// A drop-down with its label as the first, empty choice.
import type { RichText } from "../../text.ts";
import { plain } from "../words.ts";

interface Props {
  /** What a screen reader calls it. */
  readonly label: string;
  /** What stands there while it is empty. */
  readonly empty: string;
  readonly options: readonly { readonly id: string; readonly text: RichText }[];
  readonly choice: string;
  /** Shows each option's letter, for a list that stands on the page as well. */
  readonly letters?: boolean;
  readonly onChoose: (id: string) => void;
}

/** A native select. */
export function DropDown({ label, empty, options, choice, letters = false, onChoose }: Props) {
  return (
    <select
      aria-label={label}
      value={choice}
      class={choice === "" ? "rf-empty" : undefined}
      onChange={(event) => onChoose(event.currentTarget.value)}
    >
      <option value="">{empty} …</option>
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {letters && `${option.id.toUpperCase()} · `}
          {plain(option.text)}
        </option>
      ))}
    </select>
  );
}
