// The explorer of one likelihood ratio: two sliders, and 1,000 people who had the result.
import { useEffect } from "preact/hooks";
import { after } from "../../clinical/odds.ts";
import { Citation } from "../../player/citation.tsx";
import { useSurroundings } from "../../player/context.ts";
import { DataTable } from "../frame/data-table.tsx";
import { labRender } from "../frame/lab-render.tsx";
import { Slider } from "../frame/slider.tsx";
import { useLab } from "../frame/use-lab.ts";
import { Dots } from "../parts/dots.tsx";
import { inThousand, percent } from "../parts/people.ts";
import { PriorSlider } from "../parts/prior-slider.tsx";
import { Scale } from "../parts/scale.tsx";

interface Data {
  /** From which ratio on a change is called small, moderate, large. */
  readonly bands: Readonly<Record<"small" | "moderate" | "large", number>>;
  readonly bands_entry: string;
  readonly example: string;
  readonly example_entries: readonly string[];
}

type State = { readonly prior: number; readonly ratio: number };

const TOTAL = 1000;
/** Ratios whose landings the table shows. */
const RATIOS = [0.1, 0.5, 1, 2, 10, 100] as const;

function View() {
  const { prefix } = useSurroundings();
  const { data, state, set, say } = useLab<Data, State>();
  const { prior, ratio } = readState(state);
  const posterior = after(prior, ratio);
  const sick = Math.round(TOTAL * posterior);
  const words = `From ${inThousand(prior)} in 1,000, an LR of ${shown(ratio)} leads to ${inThousand(posterior)} in 1,000 (${percent(posterior)}).`;
  useEffect(() => say(words), [words, say]);
  return (
    <div class="rf-ratio-lab">
      <p class="rf-lab-note">
        {data.example}
        {data.example_entries.map((entry) => (
          <Citation key={entry} entry={entry} text="" />
        ))}
      </p>
      <PriorSlider label="Start" value={prior} onChange={(chosen) => set({ prior: chosen })} />
      <Slider
        label="Likelihood ratio"
        name="ratio"
        min={-2}
        max={2}
        step={0.02}
        value={Math.log10(ratio)}
        words={`${shown(ratio)}: ${named(ratio, data.bands)}`}
        onChange={(place) => set({ ratio: Number((10 ** place).toPrecision(2)) })}
      />
      <p class="rf-outcome-says">
        {words} In odds: {shown(prior / (1 - prior))} × {shown(ratio)} ={" "}
        {shown((prior / (1 - prior)) * ratio)}.
      </p>
      <Scale
        says={`On a line of probabilities: ${words}`}
        start={prior}
        band={[posterior, posterior]}
        reach={null}
      />
      <Dots
        name={`${prefix}-after`}
        says={`1,000 people who had this result, as dots: ${sick} have the disease.`}
        groups={[
          { count: sick, shape: "diamond", label: "have it" },
          { count: TOTAL - sick, shape: "ring", label: "don’t" },
        ]}
      />
      <DataTable
        caption="The same start with other ratios"
        head={["LR", "Change", "Lands at", "More or fewer in 1,000"]}
        rows={RATIOS.map((other) => {
          const landing = after(prior, other);
          const change = Math.round(1000 * landing) - Math.round(1000 * prior);
          return [
            shown(other),
            named(other, data.bands),
            percent(landing),
            change > 0 ? `+${change}` : String(change).replace("-", "−"),
          ];
        })}
      />
      <p class="rf-lab-note">
        “Tiny”, “small”, “moderate” and “large” are the words of users’ guides for the ratio
        <Citation entry={data.bands_entry} text="" />, not for what it does to your patient.
      </p>
    </div>
  );
}

/** What a notebook wrote may be anything. */
function readState({ prior, ratio }: State): State {
  const within = (value: unknown, low: number, high: number, other: number) =>
    typeof value === "number" && value >= low && value <= high ? value : other;
  return { prior: within(prior, 0.0001, 0.99, 0.01), ratio: within(ratio, 0.01, 100, 1) };
}

function named(ratio: number, { small, moderate, large }: Data["bands"]): string {
  // A hair wider, since 1 / 10 of the table is not exactly 0.1.
  const size = Math.max(ratio, 1 / ratio) * (1 + 1e-9);
  if (size > large * (1 + 1e-6)) return "large";
  if (size >= moderate) return "moderate";
  return size >= small ? "small" : ratio === 1 ? "nothing" : "tiny";
}

function shown(value: number): string {
  return value >= 100 || value === 0 ? value.toFixed(0) : String(Number(value.toPrecision(2)));
}

/** The anywidget contract. */
export const render = labRender(View);
