// Where people start, on a scale of log odds: the interesting starts lie far below one half.
import { Slider } from "../frame/slider.tsx";
import { fromLogit, inThousand, logit, percent } from "./people.ts";

const LOWEST = 0.0005;
const HIGHEST = 0.9;

interface Props {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** From 0.5 to 900 in 1,000. */
export function PriorSlider({ label, value, onChange }: Props) {
  const within = Math.min(HIGHEST, Math.max(LOWEST, value));
  return (
    <Slider
      label={label}
      name="prior"
      min={logit(LOWEST)}
      max={logit(HIGHEST)}
      step={0.05}
      value={logit(within)}
      words={`${inThousand(value)} in 1,000 (${percent(value)})`}
      onChange={(place) => onChange(fromLogit(place))}
    />
  );
}
