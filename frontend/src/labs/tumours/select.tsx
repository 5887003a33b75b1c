// A labelled native menu.
import { useSurroundings } from "../../player/context.ts";

interface Props {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  /** Value and words. */
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
}

/** Label above, menu below. */
export function Select({ name, label, value, options, onChange }: Props) {
  const { prefix } = useSurroundings();
  const id = `${prefix}-${name}`;
  return (
    <p class="rf-tumours-select">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </p>
  );
}
