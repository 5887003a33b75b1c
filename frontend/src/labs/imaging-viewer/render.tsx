// The imaging viewer: two linked stacks of a simulated spine, to be looked at before anything is annotated.
import { useEffect, useMemo } from "preact/hooks";
import { Choice } from "../frame/choice.tsx";
import { labRender } from "../frame/lab-render.tsx";
import { Slider } from "../frame/slider.tsx";
import { useLab } from "../frame/use-lab.ts";
import { signalsOf } from "../parts/scan/tissues.ts";
import { displayOf, SPREADS, stateFor } from "./brightness.ts";
import { type Data, type State, stateOf } from "./data.ts";
import { Judge } from "./judge.tsx";
import { Pane } from "./pane.tsx";

function View() {
  const { data, state: raw, set, say } = useLab<Data, State>();
  const state = stateOf(data, raw);
  const preset = data.presets.find(({ id }) => id === state.series);
  const signals = useMemo(
    () => (preset ? signalsOf(data.tissues, "1.5", preset.scan["1.5"]) : new Float32Array()),
    [data.tissues, preset],
  );
  const display = displayOf(state, signals);
  const slices = `${preset?.label}: side view ${state.sagittal + 1} of ${data.sagittal.length}, cross-section ${state.axial + 1} of ${data.axial.length}.`;
  useEffect(() => say(slices), [slices, say]);
  const spread = SPREADS.find((one) => {
    const { window, level } = stateFor(one, signals);
    return window === state.window && level === state.level;
  });
  return (
    <div class="rf-viewer">
      <div class="rf-viewer-bar">
        <Choice
          legend="Series"
          name="series"
          options={data.presets.map(({ id, label }) => ({ value: id, label }))}
          value={state.series}
          onChange={(series) => set({ series, window: null, level: null })}
        />
        <Choice
          legend="Brightness (keys 1 to 3)"
          name="spread"
          options={SPREADS.map(({ key, label }) => ({ value: key, label }))}
          value={spread?.key ?? null}
          onChange={(key) => {
            const chosen = SPREADS.find((one) => one.key === key);
            if (chosen) set(stateFor(chosen, signals));
          }}
        />
      </div>
      <div class="rf-viewer-panes">
        <Pane kind="sagittal" signals={signals} display={display} />
        <Pane kind="axial" signals={signals} display={display} />
      </div>
      <details class="rf-folded">
        <summary>Window and level by hand</summary>
        <Slider
          label="Window: from black to white"
          name="window"
          min={1}
          max={120}
          step={1}
          value={display.high - display.low}
          words={`${(display.high - display.low).toFixed(0)}${state.window === null ? " (automatic)" : ""}`}
          onChange={(window) => set({ window })}
        />
        <Slider
          label="Level: the middle grey"
          name="level"
          min={0}
          max={120}
          step={1}
          value={(display.high + display.low) / 2}
          words={`${((display.high + display.low) / 2).toFixed(0)}${state.level === null ? " (automatic)" : ""}`}
          onChange={(level) => set({ level })}
        />
      </details>
      <Judge />
    </div>
  );
}

/** The anywidget contract. */
export const render = labRender(View);
