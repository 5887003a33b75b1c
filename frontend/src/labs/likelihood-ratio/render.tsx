// The explorer of one likelihood ratio: two sliders and where they lead.
import { after } from "../../clinical/odds.ts";
import { labRender } from "../frame/lab-render.tsx";
import { Slider } from "../frame/slider.tsx";
import { useLab } from "../frame/use-lab.ts";

interface Data {
  readonly bands: Readonly<Record<"small" | "moderate" | "large", number>>;
}

type State = { readonly prior: number; readonly ratio: number };

function View() {
  const { state, set } = useLab<Data, State>();
  return (
    <div>
      <Slider
        label="Start"
        name="prior"
        min={0}
        max={1}
        step={0.01}
        value={state.prior}
        words={String(state.prior)}
        onChange={(prior) => set({ prior })}
      />
      <p>{after(state.prior, state.ratio)}</p>
    </div>
  );
}

/** The anywidget contract. */
export const render = labRender(View);
